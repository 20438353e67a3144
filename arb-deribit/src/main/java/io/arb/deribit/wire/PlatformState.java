package io.arb.deribit.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.wire.Fields;
import java.util.Optional;

/**
 * What the venue says about itself: one of the two parts is there. Source: Deribit API, channel
 * platform_state.
 *
 * @param maintenance a break begins or is over
 * @param lock an index is locked or unlocked
 */
public record PlatformState(Optional<Boolean> maintenance, Optional<IndexLock> lock) {
  /** Trading on an index stops or goes on. */
  public record IndexLock(String priceIndex, boolean locked) {}

  public static PlatformState of(JsonNode data) {
    Fields fields = Fields.of(data, "platform_state");
    Optional<IndexLock> lock =
        fields.has("price_index")
            ? Optional.of(new IndexLock(fields.text("price_index"), fields.bool("locked")))
            : Optional.empty();
    return new PlatformState(fields.optionalBool("maintenance"), lock);
  }
}
