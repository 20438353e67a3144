package io.arb.deribit.wire;

import io.arb.core.wire.Fields;
import io.arb.core.wire.WireFormatException;
import java.math.BigDecimal;

/**
 * A position. Source: Deribit API, private/get_positions.
 *
 * @param direction {@code buy}, {@code sell} or {@code zero}
 * @param size in the instrument's units; its sign is not relied on
 */
public record WirePosition(String instrumentName, String direction, BigDecimal size) {
  public static WirePosition of(Fields position) {
    return new WirePosition(
        position.text("instrument_name"), position.text("direction"), position.decimal("size"));
  }

  /** The size with the sign of the direction: positive is long. */
  public BigDecimal signedSize() {
    return switch (direction) {
      case "buy" -> size.abs();
      case "sell" -> size.abs().negate();
      case "zero" -> BigDecimal.ZERO;
      default ->
          throw new WireFormatException("position", "direction", direction, "buy, sell or zero");
    };
  }
}
