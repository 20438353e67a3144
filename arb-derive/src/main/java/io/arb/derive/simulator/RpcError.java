package io.arb.derive.simulator;

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

  private RpcError(int code, JsonNode data) {
    super(ErrorCode.message(code), null, false, false);
    this.code = code;
    this.data = data;
  }

  static RpcError of(ErrorCode code) {
    return new RpcError(code.code(), NullNode.instance);
  }

  static RpcError of(ErrorCode code, String data) {
    return new RpcError(code.code(), TextNode.valueOf(data));
  }

  static RpcError of(ErrorCode code, ObjectNode data) {
    return new RpcError(code.code(), data);
  }

  /** An error that was ordered; nothing more is known of it. */
  static RpcError injected(int code) {
    return new RpcError(code, NullNode.instance);
  }

  static RpcError invalid(String data) {
    return of(ErrorCode.INVALID_PARAMS, data);
  }

  /** What the parser or the signing code could not take. */
  static RpcError invalid(RuntimeException cause) {
    return invalid(String.valueOf(cause.getMessage()));
  }

  /** Text that is no JSON. */
  static RpcError unparsable(RuntimeException cause) {
    return of(ErrorCode.PARSE, String.valueOf(cause.getMessage()));
  }

  int code() {
    return code;
  }

  /** The {@code error} member: code, message and data, which may be null. */
  ObjectNode json() {
    ObjectNode error = Json.object();
    error.put("code", code);
    error.put("message", getMessage());
    error.set("data", data);
    return error;
  }
}
