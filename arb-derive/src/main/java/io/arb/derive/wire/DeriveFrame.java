package io.arb.derive.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.wire.Fields;
import io.arb.core.wire.Json;
import io.arb.core.wire.WireFormatException;

/** One text frame from the venue. Source: Derive API, "JSON-RPC over WebSocket". */
public sealed interface DeriveFrame {

  /** The answer to a request. */
  sealed interface Reply extends DeriveFrame {}

  /** A request succeeded. */
  record Result(String id, JsonNode result) implements Reply {}

  /** A request failed; the id is empty if the venue could not read the request. */
  record Failure(String id, DeriveError error) implements Reply {}

  /** News of a subscribed channel. */
  record Notification(String channel, JsonNode data) implements DeriveFrame {}

  /** The answer to a text {@code ping}. */
  record Pong() implements DeriveFrame {}

  /**
   * Reads a frame.
   *
   * @throws WireFormatException if it is none of the above
   */
  static DeriveFrame parse(String text) {
    if (text.equals("pong")) {
      return new Pong();
    }
    Fields frame = Fields.parse(text, "frame");
    if (frame.has("method")) {
      Fields params = frame.object("params");
      return new Notification(params.text("channel"), params.node().path("data"));
    }
    String id = frame.node().path("id").asText("");
    if (frame.has("error")) {
      return new Failure(id, DeriveError.of(frame.node().get("error")));
    }
    if (frame.node().has("result")) {
      return new Result(id, frame.node().get("result"));
    }
    throw frame.wrong("result", "a result, an error or a notification");
  }

  /**
   * Reads the body of a REST reply, which has the same form.
   *
   * @throws WireFormatException if it has neither a result nor an error, as from a gateway
   */
  static Reply parseBody(String body) {
    if (parse(body) instanceof Reply reply) {
      return reply;
    }
    throw new WireFormatException("REST reply", "$", body, "a result or an error");
  }

  /** A request frame. */
  static String request(String id, String method, JsonNode params, boolean jsonRpc) {
    var frame = Json.object();
    if (jsonRpc) {
      frame.put("jsonrpc", "2.0");
    }
    return Json.write(frame.put("id", id).put("method", method).set("params", params));
  }
}
