package io.arb.derive.simulator;

import java.util.Arrays;

/** The errors that the simulator answers. Source: Derive API, "Error codes". */
enum ErrorCode {
  RATE_LIMITED(-32000, "Rate limit exceeded"),
  TOO_MANY_CONNECTIONS(-32100, "Number of concurrent websocket clients limit exceeded"),
  PARSE(-32700, "Parse error"),
  INVALID_REQUEST(-32600, "Invalid Request"),
  METHOD_NOT_FOUND(-32601, "Method not found"),
  INVALID_PARAMS(-32602, "Invalid params"),
  INTERNAL(-32603, "Internal error"),
  ORDER_TIMEOUT(9000, "Order confirmation timeout"),
  ENGINE_TIMEOUT(9001, "Engine confirmation timeout"),
  INSUFFICIENT_FUNDS(11000, "Insufficient funds"),
  QUEUE_REJECTED(11002, "Order rejected from queue"),
  ALREADY_CANCELLED(11003, "Already cancelled"),
  ALREADY_FILLED(11004, "Already filled"),
  ALREADY_EXPIRED(11005, "Already expired"),
  DOES_NOT_EXIST(11006, "Does not exist"),
  SELF_CROSSING(11007, "Self-crossing disallowed"),
  POST_ONLY_CROSSES(11008, "Post only order cannot cross the market"),
  ZERO_LIQUIDITY(11009, "Zero liquidity for market or IOC/FOK order"),
  POST_ONLY_TYPE(11010, "Post-only invalid order type"),
  SIGNATURE_EXPIRY(11011, "Invalid signature expiry"),
  INVALID_AMOUNT(11012, "Invalid amount"),
  INVALID_PRICE(11013, "Invalid limit price"),
  FOK_NOT_FILLED(11014, "Fill-or-kill not filled"),
  NONCE_USED(11017, "Non unique nonce"),
  NONCE_DATE(11018, "Invalid nonce date"),
  TOO_MANY_ORDERS(11019, "Open orders limit exceeded"),
  NOT_LIVE(11021, "Instrument is not live"),
  LATE(11022, "Reject timestamp exceeded"),
  MAX_FEE(11023, "Max fee order param is too low"),
  REDUCE_ONLY_LIFETIME(11024, "Reduce only not supported with this time in force"),
  REDUCE_ONLY(11025, "Reduce only reject"),
  FILLED_DIFFERS(11028, "Replaced order filled amount does not match expected state."),
  TRIGGERS(11053, "Trigger price type not supported"),
  INSTRUMENT_NOT_FOUND(12001, "Instrument not found"),
  CURRENCY_NOT_FOUND(12002, "Currency not found"),
  CHANNELS(13000, "Invalid channels"),
  ACCOUNT_NOT_FOUND(14000, "Account not found"),
  SUBACCOUNT_NOT_FOUND(14001, "Subaccount not found"),
  BAD_SIGNATURE(14014, "Signature invalid for message or transaction"),
  WALLET_MISMATCH(14020, "Wallet in header does not match the wallet of the request"),
  NOT_AUTHENTICATED(14021, "Authentication headers not provided"),
  PRIVATE_CHANNEL(14022, "Subscription to a private channel failed"),
  SIGNER_UNKNOWN(
      14023, "Signer in on-chain related request is not wallet owner or registered session key"),
  NO_SUBJECT(14025, "Private request without wallet or subaccount_id"),
  KEY_NOT_FOUND(14026, "Session key not found"),
  KEY_EXPIRED(14030, "Session key expired"),
  SCOPE(14031, "Unauthorized key scope"),
  SIGNATURE_OUTLIVES_KEY(14038, "Signature expiry is after the session key's expiry");

  private final int code;
  private final String message;

  ErrorCode(int code, String message) {
    this.code = code;
    this.message = message;
  }

  int code() {
    return code;
  }

  /** The venue's text for any code, also for one that the simulator never answers by itself. */
  static String message(int code) {
    return Arrays.stream(values())
        .filter(known -> known.code == code)
        .map(known -> known.message)
        .findFirst()
        .orElse("Error " + code);
  }
}
