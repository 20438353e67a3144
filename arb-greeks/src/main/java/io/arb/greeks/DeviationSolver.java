package io.arb.greeks;

/**
 * Inverts the normalised Black price: finds the total deviation {@code s = vol sqrt(T)} of an
 * out-of-the-money price.
 *
 * <p>Newton's method inside a bracket that every evaluation narrows; a step that would leave the
 * bracket is replaced by halving it, so that the search always ends. No single objective converges
 * everywhere, hence two, split at the inflection point {@code sqrt(2|x|)} of the price: the
 * reciprocal of its logarithm below, the price itself above, where it is concave and Newton's
 * method climbs without overshooting. Three or four steps are usual; a price next to its maximum
 * takes under forty.
 */
final class DeviationSolver {
  private static final int MAX_STEPS = 200;

  /** A Newton step this small, relative to the deviation, is followed by none that matters. */
  private static final double LAST_STEP = 1e-10;

  /** Under this a quotient of prices is no longer exact and logarithms are compared instead. */
  private static final double SMALLEST_EXACT = 1e-280;

  /** Standard deviations beyond which no double tells a price from its maximum. */
  private static final double FAR = 40;

  private static final double LOG_SQRT_TWO_PI = 0.9189385332046728;

  private final double distance;
  private final double price;
  private final double logPrice;

  /**
   * A price to invert.
   *
   * @param distance {@code |ln(F/K)|}, at least 0
   * @param price out-of-the-money price in units of {@code sqrt(F K)}, at least the smallest normal
   *     double and below its maximum {@code exp(-distance / 2)}
   */
  DeviationSolver(double distance, double price) {
    this.distance = distance;
    this.price = price;
    this.logPrice = Math.log(price);
  }

  double solve() {
    double inflection = Math.sqrt(2 * distance);
    if (inflection > 0 && priceGap(inflection) < 0) {
      double start = Math.min(distance / Math.sqrt(-2 * logPrice), inflection);
      return search(0, inflection, start, this::lowStep);
    }
    double highest = 2 * (FAR + inflection);
    return search(inflection, highest, Math.max(inflection, price), this::highStep);
  }

  /** Where Newton's method wants to go from a deviation: the signed distance. */
  private interface Step {
    double from(double deviation);
  }

  private static double search(double from, double to, double start, Step step) {
    double low = from;
    double high = to;
    double deviation = start;
    for (int i = 0; i < MAX_STEPS; i++) {
      double move = step.from(deviation);
      if (Math.abs(move) <= LAST_STEP * deviation) {
        return deviation + move;
      }
      if (move > 0) {
        low = deviation;
      } else {
        high = deviation;
      }
      double next = deviation + move;
      deviation = next > low && next < high ? next : low + (high - low) / 2;
    }
    return deviation;
  }

  private double lowStep(double s) {
    double logAt = logPriceAt(s);
    return priceGap(s) * priceOverSlope(s) * logAt / logPrice;
  }

  private double highStep(double s) {
    return Math.expm1(priceGap(s)) * priceOverSlope(s);
  }

  /** {@code ln(wanted price / price at s)}: positive while the deviation is too small. */
  private double priceGap(double s) {
    double at = slope(s) * priceOverSlope(s);
    return Math.min(at, price) > SMALLEST_EXACT ? Math.log(price / at) : logPrice - logPriceAt(s);
  }

  private double logPriceAt(double s) {
    return logSlope(s) + Math.log(priceOverSlope(s));
  }

  /** The price over its derivative, {@code Y(h+t) - Y(h-t)}. */
  private double priceOverSlope(double s) {
    double h = h(s);
    double t = s / 2;
    if (h + t <= 0) {
      return NormalisedBlack.difference(h, t);
    }
    double slope = slope(s);
    return NormalisedBlack.outOfTheMoney(Math.exp(-distance / 2), slope, h, t) / slope;
  }

  /** Derivative of the price by the deviation. */
  private double slope(double s) {
    return Math.exp(logSlope(s));
  }

  private double logSlope(double s) {
    double h = h(s);
    double t = s / 2;
    return -(h * h + t * t) / 2 - LOG_SQRT_TWO_PI;
  }

  private double h(double s) {
    return -distance / s;
  }
}
