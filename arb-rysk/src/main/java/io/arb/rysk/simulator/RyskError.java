package io.arb.rysk.simulator;

/**
 * Why the simulator refuses a message. The codes of {@link #INTERNAL}, {@link #TERM_MISMATCH} and
 * {@link #INVALID_REQUEST} were seen on the venue, three others are those of JSON-RPC 2.0, the rest
 * are conventions: see {@link RyskSimulatorConfig#withErrorCode}.
 */
public enum RyskError {
  /** Not JSON. */
  PARSE(-32700),
  /** JSON, but no JSON-RPC request with a text as its id. */
  INVALID_REQUEST(-32600),
  UNKNOWN_METHOD(-32601),
  /** A parameter is missing, of the wrong kind or out of its range. */
  BAD_PARAMS(-32602),
  /** The venue's answer to all it does not explain: expired quotes and mixed-case addresses too. */
  INTERNAL(-32003),
  /** No such request for quote, or none that is open to this maker. */
  UNKNOWN_RFQ(-32010),
  TERM_MISMATCH(-32011),
  BAD_SIGNATURE(-32012),
  NONCE_REUSED(-32013),
  BALANCE_TOO_SMALL(-32014),
  /** Strike and expiry are not offered at the moment. */
  NOT_LISTED(-32602),
  /** Size off the step or outside the limits. */
  BAD_SIZE(-32602),
  /** Too many requests in a second, on a WebSocket; HTTP answers with status 429 instead. */
  RATE_LIMITED(-32003);

  private final int defaultCode;

  RyskError(int defaultCode) {
    this.defaultCode = defaultCode;
  }

  /** The code in the error object unless the configuration has another. */
  public int defaultCode() {
    return defaultCode;
  }
}
