package io.arb.greeks;

/**
 * Inverts the normalised out-of-the-money Black price: the total deviation {@code s = vol sqrt(T)}.
 *
 * <p>After P. Jaeckel, "Let's Be Rational" (2015): third-order Householder steps on a function of
 * the price chosen by region, from a guess so near that a fixed small number of them is enough. The
 * regions differ from the paper's. Up to three quarters of the highest price the logarithm of the
 * price is used; its steps err like those on the reciprocal of the logarithm, the paper's choice
 * for low prices, and near the money like those on the price itself. Above, it is the logarithm of
 * what is missing from the highest price. One step takes a relative error {@code e} to at most
 * {@code 0.7 e^4} with deviations up to 4 (and 0.2 up to 2.5), and {@link DeviationGuess} leaves
 * under 1e-4 with those up to 2.4: one step is all there is to do there, and its size tells when it
 * was not.
 */
final class TotalDeviation {
  /**
   * Size of a step after which the next would move nothing: relative to the deviation, but no more
   * than to {@link #WIDE}, above which errors shrink more slowly.
   */
  private static final double LAST_STEP = 0x1p-13;

  private static final double WIDE = 2;

  private static final int MAX_STEPS = 100;

  /** How far above the inflection point the deviations of prices up to three quarters end. */
  private static final double LOW_WIDTH = 2.5;

  /** The same for the last double before the highest price: 17 suffices. */
  private static final double HIGH_WIDTH = 40;

  /** Normalised prices under this are scaled up: their last digits would be missing. */
  private static final double TINY = 1e-280;

  private static final double TINY_SCALE = 0x1p500;
  private static final double LOG_TINY_SCALE = 346.5735902799726;
  private static final double SQRT_TWO_PI = 2.5066282746310007;

  private TotalDeviation() {}

  /**
   * Solves for the deviation of an out-of-the-money price.
   *
   * @param distance {@code |ln(F/K)|}, at least 0
   * @param price above 0, below {@code min(F, K)}
   * @param root {@code sqrt(F K)}
   * @param missing {@code (min(F, K) - price) / root}, above 0
   */
  static double of(double distance, double price, double root, double missing) {
    double normalised = price / root;
    if (isOrdinary(normalised, missing)) {
      double guess = DeviationGuess.fromPrice(distance, normalised, 0);
      double solved = afterLowStep(guess, distance, normalised, 0);
      return afterFirstStep(guess, solved, distance, normalised);
    }
    return isHigh(normalised, missing)
        ? searchHigh(distance, missing)
        : solveTiny(distance, price, root);
  }

  private static double solveTiny(double distance, double price, double root) {
    double scaled = price * TINY_SCALE / root;
    double guess = DeviationGuess.fromPrice(distance, scaled, -LOG_TINY_SCALE);
    return searchLow(guess, distance, scaled, -LOG_TINY_SCALE);
  }

  private static boolean isHigh(double price, double missing) {
    return price > 3 * missing;
  }

  /** Whether a normalised price is neither too small for a double's precision nor high. */
  static boolean isOrdinary(double price, double missing) {
    return price >= TINY && !isHigh(price, missing);
  }

  /** What is left to do for an ordinary price after its first step, which is mostly nothing. */
  static double afterFirstStep(double guess, double solved, double distance, double price) {
    return isLast(guess, solved) ? solved : searchLow(solved, distance, price, 0);
  }

  /** Whether the step between two deviations was one that none has to follow. */
  private static boolean isLast(double from, double to) {
    return Math.abs(to - from) <= LAST_STEP * Math.min(from, WIDE);
  }

  private static double searchLow(double guess, double distance, double price, double logScale) {
    double inflection = Math.sqrt(2 * distance);
    return search(false, 0, inflection + LOW_WIDTH, guess, distance, price, logScale);
  }

  /** A price above three quarters of the highest lies above the price's inflection point. */
  private static double searchHigh(double distance, double missing) {
    double inflection = Math.sqrt(2 * distance);
    double guess = DeviationGuess.fromMissing(distance, missing);
    return search(true, inflection, inflection + HIGH_WIDTH, guess, distance, missing, 0);
  }

  /**
   * Steps inside a bracket that every evaluation narrows, so that the search always ends.
   *
   * @param high whether {@code target} is what is missing from the highest price
   */
  private static double search(
      boolean high,
      double lowest,
      double highest,
      double guess,
      double distance,
      double target,
      double logScale) {
    double low = lowest;
    double top = highest;
    double s = inside(low, guess, top);
    for (int i = 0; i < MAX_STEPS; i++) {
      double next =
          high ? afterHighStep(s, distance, target) : afterLowStep(s, distance, target, logScale);
      if (isLast(s, next)) {
        return next;
      }
      if (next > s) {
        low = s;
      } else {
        top = s;
      }
      s = inside(low, next, top);
    }
    return s;
  }

  private static double inside(double low, double wanted, double top) {
    return wanted > low && wanted < top ? wanted : low + (top - low) / 2;
  }

  /** One step on {@code ln(price)}. */
  private static double afterLowStep(double s, double distance, double price, double logScale) {
    double h = distance / s;
    double t = s / 2;
    double elasticity = NormalisedBlack.elasticity(h, t);
    double logRatio = Math.log(lowRatio(s, price, elasticity)) + logScale;
    return afterLowStep(s, h, t, elasticity, logRatio);
  }

  /** The wanted price over the price at {@code s}, times {@code exp(-(h^2 + t^2)/2)}. */
  static double lowRatio(double s, double price, double elasticity) {
    return price * SQRT_TWO_PI / s * elasticity;
  }

  /**
   * The same step from what it is made of.
   *
   * @param elasticity {@link NormalisedBlack#elasticity}
   * @param logRatio logarithm of {@link #lowRatio}
   */
  static double afterLowStep(double s, double h, double t, double elasticity, double logRatio) {
    double gap = logRatio + Math.fma(h, h, t * t) / 2;
    return householder(s, gap, elasticity, h, t);
  }

  /** One step on {@code ln(missing)}, whose derivative is negative. */
  private static double afterHighStep(double s, double distance, double missing) {
    double h = distance / s;
    double t = s / 2;
    double missingPerWeight = NormalisedBlack.missing(h, t);
    double gap = Math.log(missing * SQRT_TWO_PI / missingPerWeight) + Math.fma(h, h, t * t) / 2;
    return householder(s, gap, -s / missingPerWeight, h, t);
  }

  /**
   * Householder's step of third order on the logarithm of a function whose first derivative is, but
   * for a constant, {@code exp(-(h^2 + t^2)/2)}.
   *
   * @param gap logarithm of the wanted value over the value at {@code s}
   * @param g {@code s} times the derivative of the logarithm at {@code s}
   */
  private static double householder(double s, double gap, double g, double h, double t) {
    double hh = h * h;
    double tt = t * t;
    double curvature = hh - tt;
    double second = curvature - g;
    double third =
        Math.fma(curvature, curvature, -Math.fma(3, hh, tt)) + g * Math.fma(2, g, -3 * curvature);
    double nu = gap / g;
    double factor = Math.fma(nu / 2, second, 1) / Math.fma(nu, Math.fma(nu / 6, third, second), 1);
    return Math.fma(s * nu, factor, s);
  }
}
