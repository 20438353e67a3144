package io.arb.deribit.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.wire.Fields;
import io.arb.core.wire.Json;
import java.util.List;

/** Reads a message that is an array of objects. */
public final class Rows {
  private Rows() {}

  /**
   * The objects of an array.
   *
   * @param message the kind of message, for errors
   */
  public static List<Fields> of(JsonNode array, String message) {
    return Fields.of(Json.object().set("$", array), message).objects("$");
  }

  /** The same, where a single object may stand in place of an array of one. */
  public static List<Fields> oneOrMany(JsonNode node, String message) {
    return node.isObject() ? List.of(Fields.of(node, message)) : of(node, message);
  }
}
