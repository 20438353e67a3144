package io.arb.cli.config;

import java.util.Comparator;

/** One thing that is wrong with a configuration. Sorted by place. */
record Problem(Place place, String message) implements Comparable<Problem> {
  private static final Comparator<Problem> BY_PLACE =
      Comparator.comparing(Problem::place).thenComparing(Problem::message);

  @Override
  public int compareTo(Problem other) {
    return BY_PLACE.compare(this, other);
  }

  @Override
  public String toString() {
    return place + ": " + message;
  }
}
