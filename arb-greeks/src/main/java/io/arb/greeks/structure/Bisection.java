package io.arb.greeks.structure;

import java.util.function.DoubleUnaryOperator;

/** Finds where a continuous function changes its sign, to the last bit. */
final class Bisection {
  private Bisection() {}

  /** A zero between {@code a} and {@code b}, at which the function has opposite signs. */
  static double zero(DoubleUnaryOperator function, double a, double b) {
    boolean risesFromA = function.applyAsDouble(a) < 0;
    double low = a;
    double high = b;
    double middle = low + (high - low) / 2;
    while (middle != low && middle != high) {
      if (function.applyAsDouble(middle) < 0 == risesFromA) {
        low = middle;
      } else {
        high = middle;
      }
      middle = low + (high - low) / 2;
    }
    return middle;
  }
}
