package io.arb.rysk.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.arb.core.wire.Json;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/** The envelopes of what the server sends. */
final class Frames {
  /** Answer to a request that was carried out and has nothing more to say. */
  static final JsonNode OK = TextNode.valueOf("OK");

  private Frames() {}

  /** An answer, or a push: both have this form. */
  static String result(String id, JsonNode result) {
    return envelope(Optional.of(id)).set("result", result).toString();
  }

  static String error(Optional<String> id, int code, String message) {
    ObjectNode error = Json.object().put("code", code).put("message", message);
    return envelope(id).set("error", error).toString();
  }

  /** A push in the form of a request of ours. */
  static String request(String id, String method, JsonNode params) {
    return envelope(Optional.of(id)).put("method", method).set("params", params).toString();
  }

  static ObjectNode outbid(Auction auction, BigInteger newBest, BigInteger yours) {
    return Json.object()
        .put("rfqId", auction.id())
        .put("assetAddress", auction.terms().asset())
        .put("chainId", auction.terms().chainId())
        .put("newBest", newBest.toString())
        .put("yours", yours.toString());
  }

  /** The same object with JSON numbers in place of texts that are numbers. */
  static ObjectNode withNumbers(ObjectNode object) {
    ObjectNode changed = object.deepCopy();
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (field.getValue().isTextual() && field.getValue().textValue().matches("[0-9]+")) {
        changed.put(field.getKey(), new BigInteger(field.getValue().textValue()));
      }
    }
    return changed;
  }

  private static ObjectNode envelope(Optional<String> id) {
    ObjectNode frame = Json.object().put("jsonrpc", "2.0");
    return id.map(value -> frame.put("id", value)).orElseGet(() -> frame.putNull("id"));
  }
}
