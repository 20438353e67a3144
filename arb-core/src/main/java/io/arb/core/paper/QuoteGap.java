package io.arb.core.paper;

import java.util.OptionalDouble;

/**
 * How far a recorded bid and ask stood from their mark, as fractions of the mark, not negative.
 *
 * @param bid empty: nobody bid
 * @param ask empty: nobody offered
 */
record QuoteGap(OptionalDouble bid, OptionalDouble ask) {
  static final QuoteGap NOBODY = new QuoteGap(OptionalDouble.empty(), OptionalDouble.empty());

  static QuoteGap of(OptionChain.Row row) {
    return row.markUsd() > 0
        ? new QuoteGap(gap(row.bidUsd(), row, -1), gap(row.askUsd(), row, 1))
        : NOBODY;
  }

  private static OptionalDouble gap(OptionalDouble quote, OptionChain.Row row, int sign) {
    return quote.isEmpty()
        ? quote
        : OptionalDouble.of(
            Math.max(sign * (quote.getAsDouble() - row.markUsd()) / row.markUsd(), 0));
  }
}
