package io.arb.derive.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.wire.Fields;
import io.arb.core.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** Cuts a history into pages; a page beyond the last is the last. */
final class Pages {
  private static final int USUAL_SIZE = 100;
  private static final int LARGEST_SIZE = 1000;

  private Pages() {}

  /** An object with the wanted page under {@code name} and {@code pagination}. */
  static <T> ObjectNode page(
      Fields params, String name, List<T> rows, Function<List<T>, ArrayNode> json) {
    int size = (int) params.optionalLong("page_size").orElse(USUAL_SIZE);
    long asked = params.optionalLong("page").orElse(1);
    if (size < 1 || size > LARGEST_SIZE) {
      throw params.wrong("page_size", "from 1 to " + LARGEST_SIZE);
    }
    if (asked < 1) {
      throw params.wrong("page", "1 or more");
    }
    int pages = (rows.size() + size - 1) / size;
    int page = (int) Math.min(asked, Math.max(pages, 1));
    List<T> kept = rows.subList((page - 1) * size, Math.min(page * size, rows.size()));
    ObjectNode result = Json.object();
    result.set(name, json.apply(kept));
    result.putObject("pagination").put("count", rows.size()).put("num_pages", pages);
    return result;
  }

  /** Whether a time lies in {@code from_timestamp} to {@code to_timestamp}, both inclusive. */
  static boolean isWithin(Fields params, Instant at) {
    long millis = at.toEpochMilli();
    OptionalLong from = params.optionalLong("from_timestamp");
    OptionalLong to = params.optionalLong("to_timestamp");
    return millis >= from.orElse(Long.MIN_VALUE) && millis <= to.orElse(Long.MAX_VALUE);
  }
}
