package io.arb.deribit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.arb.core.wire.Json;

/** A refusal on its way to the caller; it has no stack trace. */
final class RpcError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int code;
  private final transient JsonNode data;

  private RpcError(int code, String message, JsonNode data) {
    super(message, null, false, false);
    this.code = code;
    this.data = data;
  }

  static RpcError of(ErrorCode code) {
    return new RpcError(code.code(), code.message(), NullNode.instance);
  }

  /** An error whose message goes on after a blank, such as {@code price_too_high 2180.0}. */
  static RpcError of(ErrorCode code, String value) {
    return new RpcError(code.code(), code.message() + " " + value, NullNode.instance);
  }

  /** A parameter that is missing or refused. */
  static RpcError invalid(String param, String reason) {
    return new RpcError(
        ErrorCode.INVALID_PARAMS.code(),
        ErrorCode.INVALID_PARAMS.message(),
        Json.object().put("param", param).put("reason", reason));
  }

  static RpcError required(String param) {
    return invalid(param, "value is required");
  }

  /** No login, or one that is not good any more. */
  static RpcError unauthorized() {
    return new RpcError(
        ErrorCode.UNAUTHORIZED.code(),
        ErrorCode.UNAUTHORIZED.message(),
        Json.object().put("reason", "invalid_token"));
  }

  /** A frame that is no JSON object. */
  static RpcError unparsable() {
    return new RpcError(
        ErrorCode.BAD_REQUEST.code(),
        ErrorCode.BAD_REQUEST.message(),
        TextNode.valueOf("invalid json"));
  }

  /** An error that was ordered; nothing more is known of it. */
  static RpcError injected(int code) {
    return new RpcError(code, ErrorCode.message(code), NullNode.instance);
  }

  int code() {
    return code;
  }

  /** The {@code error} member; {@code data} only where there is some. */
  ObjectNode json() {
    ObjectNode error = Json.object();
    error.put("code", code);
    error.put("message", getMessage());
    if (!data.isNull()) {
      error.set("data", data);
    }
    return error;
  }
}
