package io.arb.rysk.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.arb.core.wire.Json;
import io.arb.core.wire.WireFormatException;
import java.util.Optional;

/**
 * One JSON-RPC 2.0 request.
 *
 * @param params missing, or of any kind
 */
record Request(String id, String method, JsonNode params) {
  private static final String VERSION = "2.0";

  static JsonNode parse(String text) {
    try {
      return Json.parse(text, "request");
    } catch (WireFormatException e) {
      throw new Refused(RyskError.PARSE, "Parse error");
    }
  }

  /** The id to answer with, if there is one of the right kind. */
  static Optional<String> id(JsonNode frame) {
    return Optional.ofNullable(frame.path("id").textValue());
  }

  static Request of(JsonNode frame) {
    String id = id(frame).orElseThrow(Request::invalid);
    String method = frame.path("method").textValue();
    if (method == null || !VERSION.equals(frame.path("jsonrpc").textValue())) {
      throw invalid();
    }
    JsonNode params = frame.get("params");
    return new Request(id, method, params == null ? MissingNode.getInstance() : params);
  }

  private static Refused invalid() {
    return new Refused(RyskError.INVALID_REQUEST, "invalid request");
  }
}
