package io.arb.derive.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.wire.Fields;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a list. Source: Derive API, "Pagination".
 *
 * @param numPages how many there are; asking for a later one returns the last again
 */
public record Page<T>(List<T> items, int numPages) {
  public Page {
    items = List.copyOf(items);
  }

  /**
   * Reads a page.
   *
   * @param list the field with the items
   */
  public static <T> Page<T> of(JsonNode result, String list, Function<Fields, T> item) {
    Fields fields = Fields.of(result, list);
    return new Page<>(
        fields.objects(list).stream().map(item).toList(),
        fields.object("pagination").integer("num_pages"));
  }
}
