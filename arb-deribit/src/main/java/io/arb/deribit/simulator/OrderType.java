package io.arb.deribit.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Kinds of orders that are simulated; the wire word is the name in lower case. */
enum OrderType {
  LIMIT,
  /** Runs as a limit at the price band; its rest is cancelled. */
  MARKET,
  /** Like a market order, but its rest waits at the price of the first fill. */
  MARKET_LIMIT;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<OrderType> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
