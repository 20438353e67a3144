package io.arb.deribit.simulator;

import java.util.Arrays;
import java.util.Locale;

/**
 * The errors that the simulator answers, with their numbers. Source: Deribit API, "Error codes".
 */
enum ErrorCode {
  ORDER_OVERLAP(10003),
  ORDER_NOT_FOUND(10004),
  PRICE_TOO_LOW(10005),
  PRICE_TOO_HIGH(10007),
  NOT_ENOUGH_FUNDS(10009),
  BOOK_CLOSED(10012),
  LOCKED_BY_ADMIN(10019),
  TOO_MANY_REQUESTS(10028),
  MUST_BE_WEBSOCKET_REQUEST(10030),
  NOT_IMPLEMENTED(10033),
  RETRY(10040),
  SETTLEMENT_IN_PROGRESS(10041),
  MATCHING_ENGINE_QUEUE_FULL(10047),
  LOCK_TIME_EXCEEDED(10050),
  POST_ONLY_PRICE_MODIFICATION_NOT_POSSIBLE(11021),
  OTHER_REJECT(11030),
  NO_ADV_FOR_FUTURES(11038),
  NOT_OPEN_ORDER(11044),
  BAD_REQUEST(11050),
  SYSTEM_MAINTENANCE(11051),
  POST_ONLY_REJECT(11054),
  INTERNAL_SERVER_ERROR(11094),
  INVALID_CREDENTIALS(13004),
  UNAUTHORIZED(13009),
  FORBIDDEN(13021),
  TEMPORARILY_UNAVAILABLE(13028),
  NON_UNIQUE_ORDER_LABEL(13032),
  MMP_REQUIRED(13040),
  REPLACED(13777),
  RAW_SUBSCRIPTIONS_NOT_AVAILABLE_FOR_UNAUTHORIZED(13778),
  TIMED_OUT(13888),
  INVALID_PARAMS(-32602, "Invalid params"),
  METHOD_NOT_FOUND(-32601, "Method not found"),
  ENTITY_TOO_LARGE(-32600, "request entity too large");

  private final int code;
  private final String message;

  ErrorCode(int code) {
    this.code = code;
    this.message = name().toLowerCase(Locale.ROOT);
  }

  ErrorCode(int code, String message) {
    this.code = code;
    this.message = message;
  }

  int code() {
    return code;
  }

  String message() {
    return message;
  }

  /** What goes with a number; {@code error} for one that is not here. */
  static String message(int code) {
    return Arrays.stream(values())
        .filter(each -> each.code == code)
        .map(ErrorCode::message)
        .findFirst()
        .orElse("error");
  }
}
