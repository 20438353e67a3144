package io.arb.deribit.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.wire.Fields;
import java.util.List;

/**
 * Which parts of the venue are locked. Source: Deribit API, public/status.
 *
 * @param allLocked whether nothing can be traded
 * @param lockedIndices where only some are locked
 */
public record StatusResult(boolean allLocked, List<String> lockedIndices) {
  public StatusResult {
    lockedIndices = List.copyOf(lockedIndices);
  }

  /** {@code locked} is the text true, false or partial; older answers have a boolean. */
  public static StatusResult of(JsonNode result) {
    Fields fields = Fields.of(result, "public/status");
    String locked = fields.node().path("locked").asText();
    List<String> indices =
        fields.has("locked_indices") ? fields.texts("locked_indices") : List.of();
    return switch (locked) {
      case "false" -> new StatusResult(false, List.of());
      case "partial" -> new StatusResult(false, indices);
      case "true" -> new StatusResult(true, indices);
      default -> throw fields.wrong("locked", "true, false or partial");
    };
  }
}
