package io.arb.deribit.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How long an order may live; the wire word is the name in lower case. */
enum Lifetime {
  GOOD_TIL_CANCELLED,
  /** Ends at 08:00 UTC. */
  GOOD_TIL_DAY,
  FILL_OR_KILL,
  IMMEDIATE_OR_CANCEL;

  boolean isImmediate() {
    return this == FILL_OR_KILL || this == IMMEDIATE_OR_CANCEL;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Lifetime> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
