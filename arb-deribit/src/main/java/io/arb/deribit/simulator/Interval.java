package io.arb.deribit.simulator;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** How often a channel may send. The period of {@code agg2} is given as one second or two: one. */
enum Interval {
  RAW("raw", Duration.ZERO),
  FAST("100ms", Duration.ofMillis(100)),
  SLOW("agg2", Duration.ofSeconds(1));

  private final String word;
  private final Duration period;

  Interval(String word, Duration period) {
    this.word = word;
    this.period = period;
  }

  Duration period() {
    return period;
  }

  static Optional<Interval> of(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
  }
}
