package io.arb.rysk;

import io.arb.core.model.Option;
import io.arb.core.model.Quantity;
import io.arb.core.model.Underlying;
import io.arb.greeks.OptionType;
import io.arb.rysk.wire.PositionRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the venue's list of option tokens. */
final class Holdings {
  private Holdings() {}

  /**
   * Units by option, positive; tokens of one option with different collateral add up.
   *
   * @throws IllegalArgumentException if one of them has a name that the domain cannot carry
   */
  static Map<Option, Quantity> of(List<PositionRecord> positions) {
    return positions.stream()
        .filter(position -> position.balance().signum() > 0)
        .collect(
            Collectors.toUnmodifiableMap(
                Holdings::option, position -> Units.quantity(position.balance()), Quantity::plus));
  }

  private static Option option(PositionRecord position) {
    return new Option(
        new Underlying(position.underlying()),
        Instant.ofEpochSecond(position.expirySeconds()),
        Units.positionStrike(position.strike()),
        position.isPut() ? OptionType.PUT : OptionType.CALL);
  }
}
