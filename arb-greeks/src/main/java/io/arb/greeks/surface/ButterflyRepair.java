package io.arb.greeks.surface;

/**
 * Turns a raw SVI smile with butterfly arbitrage into the closest one without it that keeps its
 * variance and skew at the money and its left wing (Gatheral and Jacquier, 2014, section 5.1).
 *
 * <p>The call wing {@code c = p + 2 psi} and the minimum {@code vtilde = 4 v p c / (p + c)^2} make
 * an SSVI slice, which is free of arbitrage unless its wings are too steep; then skew and wings are
 * flattened together until it is. From there the pair goes back towards what was fitted, as far as
 * {@link ButterflyCheck} allows: along each of a fan of minima to the last admissible wing, of
 * which the one closest to the smile is taken. Stateless; safe from any thread.
 */
public final class ButterflyRepair {
  private static final int FAN = 33;
  private static final int BISECTIONS = 40;
  private static final double FLATTEN = 0.9;
  private static final int MAX_FLATTENINGS = 200;
  private static final int SAMPLES = 41;
  private static final double DEVIATIONS = 3;

  private ButterflyRepair() {}

  /**
   * The smile itself if it has no butterfly arbitrage, else its repair.
   *
   * @param years to expiry, above 0; jump wings are per year
   * @throws IllegalArgumentException if the total variance at the money is not above 0, or there is
   *     no smile with the jump wings of this one
   */
  public static RawSvi repair(RawSvi smile, double years) {
    if (ButterflyCheck.of(smile).isFree()) {
      return smile;
    }
    JumpWings wings = JumpWings.of(smile, years);
    JumpWings safe = safe(wings);
    RawSvi best = safe.toRaw();
    double bestDistance = distance(smile, best);
    for (int i = 0; i < FAN; i++) {
      double minimum = mix(safe.minVariance(), wings.minVariance(), i / (FAN - 1.0));
      RawSvi candidate = lastFree(wings, safe, minimum);
      double distance = distance(smile, candidate);
      if (distance < bestDistance && ButterflyCheck.of(candidate).isFree()) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return best;
  }

  private static JumpWings safe(JumpWings wings) {
    double flat = 1;
    for (int i = 0; i < MAX_FLATTENINGS; i++) {
      JumpWings candidate = ssvi(wings, flat);
      if (ButterflyCheck.of(candidate.toRaw()).isFree()) {
        return candidate;
      }
      flat *= FLATTEN;
    }
    throw new IllegalArgumentException("no smile free of arbitrage has the jump wings " + wings);
  }

  private static JumpWings ssvi(JumpWings wings, double flat) {
    double p = wings.putWing() * flat;
    double psi = wings.atmSkew() * flat;
    double c = p + 2 * psi;
    double minimum = 4 * wings.atmVariance() * p * c / ((p + c) * (p + c));
    return new JumpWings(wings.atmVariance(), psi, p, c, minimum, wings.years());
  }

  /** The call wing furthest from the safe one towards the fitted one that is still free. */
  private static RawSvi lastFree(JumpWings wings, JumpWings safe, double minimum) {
    double free = 0;
    double tooFar = 1;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (free + tooFar) / 2;
      if (isFree(between(wings, safe, minimum, middle))) {
        free = middle;
      } else {
        tooFar = middle;
      }
    }
    JumpWings last = between(wings, safe, minimum, free);
    return isFree(last) ? last.toRaw() : safe.toRaw();
  }

  private static JumpWings between(JumpWings wings, JumpWings safe, double minimum, double way) {
    return new JumpWings(
        safe.atmVariance(),
        safe.atmSkew(),
        safe.putWing(),
        mix(safe.callWing(), wings.callWing(), way),
        minimum,
        safe.years());
  }

  private static boolean isFree(JumpWings wings) {
    return wings.minVariance() > 0
        && wings.minVariance() < wings.atmVariance()
        && ButterflyCheck.of(wings.toRaw()).isFree();
  }

  /** Sum of squared differences over three standard deviations to each side. */
  private static double distance(RawSvi first, RawSvi second) {
    double reach = DEVIATIONS * Math.sqrt(first.totalVariance(0));
    double sum = 0;
    for (int i = 0; i < SAMPLES; i++) {
      double k = reach * (2.0 * i / (SAMPLES - 1) - 1);
      double difference = first.totalVariance(k) - second.totalVariance(k);
      sum += difference * difference;
    }
    return sum;
  }

  private static double mix(double first, double second, double weight) {
    return (1 - weight) * first + weight * second;
  }
}
