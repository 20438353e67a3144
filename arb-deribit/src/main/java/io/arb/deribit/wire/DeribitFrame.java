package io.arb.deribit.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.wire.Fields;
import io.arb.core.wire.Json;
import io.arb.core.wire.WireFormatException;
import java.util.Optional;

/** One text frame from the venue. Source: Deribit API, "JSON-RPC". */
public sealed interface DeribitFrame {

  /** The answer to a request. */
  sealed interface Reply extends DeribitFrame {
    /** As it was sent, as text; empty if the venue could not read the request. */
    String id();

    /** Whether the venue's test exchange speaks; empty if it does not say. */
    Optional<Boolean> testnet();
  }

  /** A request succeeded. */
  record Result(String id, JsonNode result, Optional<Boolean> testnet) implements Reply {}

  /** A request failed. */
  record Failure(String id, DeribitError error, Optional<Boolean> testnet) implements Reply {}

  /** News of a subscribed channel. */
  record Notification(String channel, JsonNode data) implements DeribitFrame {}

  /** A sign of life; only a {@code test_request} wants an answer. */
  record Heartbeat(boolean isTestRequest) implements DeribitFrame {}

  /** A notification of a kind that did not exist when this was written. */
  record Unknown(String method) implements DeribitFrame {}

  /**
   * Reads a frame.
   *
   * @throws WireFormatException if it is none of the above
   */
  static DeribitFrame parse(String text) {
    Fields frame = Fields.parse(text, "frame");
    if (frame.has("method")) {
      return notification(frame, frame.text("method"));
    }
    String id = frame.node().path("id").asText("");
    Optional<Boolean> testnet = frame.optionalBool("testnet");
    if (frame.has("error")) {
      return new Failure(id, DeribitError.of(frame.node().get("error")), testnet);
    }
    if (frame.node().has("result")) {
      return new Result(id, frame.node().get("result"), testnet);
    }
    throw frame.wrong("result", "a result, an error or a notification");
  }

  private static DeribitFrame notification(Fields frame, String method) {
    return switch (method) {
      case "subscription" -> {
        Fields params = frame.object("params");
        yield new Notification(params.text("channel"), params.node().path("data"));
      }
      case "heartbeat" ->
          new Heartbeat(frame.object("params").optionalText("type").equals(TEST_REQUEST));
      default -> new Unknown(method);
    };
  }

  /** The {@code type} of a heartbeat that must be answered. */
  Optional<String> TEST_REQUEST = Optional.of("test_request");

  /**
   * Reads the body of an HTTP reply, which has the same form.
   *
   * @throws WireFormatException if it has neither a result nor an error, as from a gateway
   */
  static Reply parseBody(String body) {
    if (parse(body) instanceof Reply reply) {
      return reply;
    }
    throw new WireFormatException("HTTP reply", "$", body, "a result or an error");
  }

  /** A request frame. */
  static String request(long id, String method, JsonNode params) {
    return Json.write(
        Json.object()
            .put("jsonrpc", "2.0")
            .put("id", id)
            .put("method", method)
            .set("params", params));
  }
}
