package io.arb.derive.profile;

import io.arb.derive.sign.NonceForm;
import io.arb.derive.sign.Precision;

/** A generation of the Derive API. */
public enum Generation {
  /** Formerly Lyra; hosts under lyra.finance, settles on a rollup. */
  V2("X-Lyra", false, NonceForm.MICROSECONDS, Precision.V2, true, "tx_status", "transaction_id"),
  /** Hosts under derive.xyz/v3. */
  V3("X-Derive", true, NonceForm.NANOSECONDS, Precision.V3, false, "batch_status", "op_uuid");

  private final String headerPrefix;
  private final boolean sendsJsonRpc;
  private final NonceForm nonces;
  private final Precision precision;
  private final boolean loginTimestampIsText;
  private final String settlementStatusField;
  private final String settlementIdField;

  Generation(
      String headerPrefix,
      boolean sendsJsonRpc,
      NonceForm nonces,
      Precision precision,
      boolean loginTimestampIsText,
      String settlementStatusField,
      String settlementIdField) {
    this.headerPrefix = headerPrefix;
    this.sendsJsonRpc = sendsJsonRpc;
    this.nonces = nonces;
    this.precision = precision;
    this.loginTimestampIsText = loginTimestampIsText;
    this.settlementStatusField = settlementStatusField;
    this.settlementIdField = settlementIdField;
  }

  /** What the names of the authentication headers begin with. */
  public String headerPrefix() {
    return headerPrefix;
  }

  /** Whether messages carry {@code "jsonrpc": "2.0"}. */
  public boolean sendsJsonRpc() {
    return sendsJsonRpc;
  }

  public NonceForm nonces() {
    return nonces;
  }

  /** Whether a nonce is a JSON string rather than a number. */
  public boolean nonceIsText() {
    return nonces == NonceForm.NANOSECONDS;
  }

  public Precision precision() {
    return precision;
  }

  /** Whether the timestamp of a login is sent as a JSON string rather than a number. */
  public boolean loginTimestampIsText() {
    return loginTimestampIsText;
  }

  /** The field of a trade that says how far its settlement is. */
  public String settlementStatusField() {
    return settlementStatusField;
  }

  /** The field of a trade that names its settlement. */
  public String settlementIdField() {
    return settlementIdField;
  }
}
