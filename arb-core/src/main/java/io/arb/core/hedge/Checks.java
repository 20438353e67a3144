package io.arb.core.hedge;

import java.time.Duration;

/** The range checks that the configuration records of this package share. */
final class Checks {
  private Checks() {}

  static void range(String name, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(
          name + " must lie between " + low + " and " + high + ", got " + value);
    }
  }

  static void range(String name, Duration value, Duration low, Duration high) {
    if (value.compareTo(low) < 0 || value.compareTo(high) > 0) {
      throw new IllegalArgumentException(
          name
              + " must lie between "
              + low.toMillis()
              + " and "
              + high.toMillis()
              + " ms, got "
              + value.toMillis()
              + " ms");
    }
  }
}
