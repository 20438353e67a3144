package io.arb.greeks.surface;

import io.arb.greeks.Arguments;
import io.arb.greeks.OptionType;
import java.util.Objects;

/**
 * What one listed option is bid and offered at. Immutable.
 *
 * @param type call or put
 * @param strikeUsd above 0
 * @param forwardUsd forward of the expiry at the time of this quote, above 0
 * @param bidUsd best bid, undiscounted USD per unit; NaN or 0 if nobody bids
 * @param askUsd best offer, likewise; NaN if nobody offers
 * @param tickUsd smallest step of the price, at least 0
 */
public record OptionQuote(
    OptionType type,
    double strikeUsd,
    double forwardUsd,
    double bidUsd,
    double askUsd,
    double tickUsd) {
  public OptionQuote {
    Objects.requireNonNull(type, "type");
    Arguments.positive("strikeUsd", strikeUsd);
    Arguments.positive("forwardUsd", forwardUsd);
    Arguments.notNegative("tickUsd", tickUsd);
    if (!Double.isNaN(bidUsd)) {
      Arguments.notNegative("bidUsd", bidUsd);
    }
    if (!Double.isNaN(askUsd)) {
      Arguments.notNegative("askUsd", askUsd);
    }
  }

  /** Somebody bids and somebody offers. */
  public boolean isTwoSided() {
    return bidUsd > 0 && askUsd > 0;
  }
}
