package io.arb.greeks;

/**
 * First guesses of the total deviation {@code s = vol sqrt(T)} of an out-of-the-money price.
 *
 * <p>A short-lived Black price is a Bachelier price: {@code b ~ s phi(h) (1 - h M(h))} with {@code
 * h = |x|/s}. Bachelier's price over the distance is a function of {@code h} alone, and its inverse
 * is a rational function here. What Black adds to the deviation so found, {@code n}, begins with
 * {@code n^3 k(h) / 24}, {@code k = 1 - h^2 (1 - h M(h))}: known exactly to first order in {@code
 * n^2} for every {@code h}, and fitted with a polynomial in {@code n^2} and {@code k} beyond.
 *
 * <p>Largest relative error of {@link #fromPrice}: 8e-5 where {@code s < 2.4}, whatever the
 * distance, and 8e-3 up to {@code s = 8} at distances up to 26. All coefficients are our own.
 */
final class DeviationGuess {
  /** Distance over straddle up to which {@code h} is taken from it; there {@code h = 1.2}. */
  private static final double NEAR = 0.9144;

  /** Bachelier deviation up to which the polynomial was fitted. */
  private static final double FITTED_UP_TO = 6;

  /** No deviation of such a price is larger than that of the inflection point plus this. */
  private static final double BEYOND_INFLECTION = 2.4;

  private DeviationGuess() {}

  /**
   * For prices up to three quarters of the highest.
   *
   * @param distance {@code |ln(F/K)|}, at least 0
   * @param price in units of {@code sqrt(F K)}, above 0
   * @param logScale logarithm of the true price over this one, 0 unless the true one is tiny
   */
  static double fromPrice(double distance, double price, double logScale) {
    double straddle = straddle(distance, price);
    if (isNear(distance, straddle) && logScale == 0) {
      double share = distance / straddle;
      double ratio = nearRatio(share);
      return fromBachelier(share * ratio, straddle / ratio);
    }
    double h = farMoneyness(Math.log(price / distance) + logScale);
    return fromBachelier(h, distance / h);
  }

  /** Bachelier's call and put together. */
  static double straddle(double distance, double price) {
    return Math.fma(2, price, distance);
  }

  static boolean isNear(double distance, double straddle) {
    return distance < NEAR * straddle;
  }

  /**
   * {@code h} over the distance's share of the straddle, up to shares of {@link #NEAR}. The
   * straddle at distance 0 is {@code n sqrt(2/pi)}, and even in the distance.
   */
  static double nearRatio(double share) {
    double u = share * share;
    double p = Math.fma(u, -0.0505088393255, 0.596635420831);
    p = Math.fma(u, p, -1.32510368109);
    p = Math.fma(u, p, 0.797884990718);
    double q = Math.fma(u, -0.204059670228, 1.19167267613);
    q = Math.fma(u, q, -1.97905069783);
    return p / Math.fma(u, q, 1);
  }

  /** {@code h} from the logarithm of the price over the distance, where that is not near. */
  static double farMoneyness(double logOfPriceOverDistance) {
    double w = Math.sqrt(-logOfPriceOverDistance);
    double p = Math.fma(w, 0.139937171089, 0.410682884991);
    p = Math.fma(w, p, -1.41864169457);
    p = Math.fma(w, p, 1.92829142994);
    p = Math.fma(w, p, -0.60245339514);
    double q = Math.fma(w, 0.0988961493071, 0.296576769523);
    q = Math.fma(w, q, -0.468950010208);
    return p / Math.fma(w, q, 1);
  }

  private static double fromBachelier(double h, double n) {
    return isFitted(n) ? corrected(h, n) : roughlyCorrected(h, n);
  }

  static boolean isFitted(double n) {
    return n <= FITTED_UP_TO;
  }

  /** Black's deviation where Bachelier's is one that {@link #isFitted}. */
  static double corrected(double h, double n) {
    double k = firstOrder(h);
    double square = n * n;
    return Math.fma(n, square * k * laterOrders(square, k) / 24, n);
  }

  private static double roughlyCorrected(double h, double n) {
    double first = Math.fma(n, n * n * firstOrder(h) / 24, n);
    return Math.min(first, Math.sqrt(h * n * 2) + BEYOND_INFLECTION);
  }

  /** {@code 1 - h^2 (1 - h M(h))}, to 3e-4 of it. */
  private static double firstOrder(double h) {
    return Math.fma(h, Math.fma(h, 0.5767034159, 1.337214656), 1.000249811)
        / Math.fma(
            h,
            Math.fma(
                h, Math.fma(h, Math.fma(h, 0.1925265376, 0.4322251905), 1.470649179), 1.350271383),
            1);
  }

  private static double laterOrders(double square, double k) {
    double first = Math.fma(k, Math.fma(k, -0.029931164, 0.112857875), -0.003887725);
    double second = Math.fma(k, Math.fma(k, -0.005951816, 0.028407046), -0.000542014);
    double third = Math.fma(k, Math.fma(k, -0.000305087, -0.004866503), 0.0003485977);
    double fourth = Math.fma(k, Math.fma(k, 0.0012346125, -8.162174e-5), -1.023690e-6);
    double rest = Math.fma(square, Math.fma(square, fourth, third), second);
    return Math.fma(square, Math.fma(square, rest, first), 1);
  }

  /**
   * For prices next to the highest one, {@code exp(-distance/2)}.
   *
   * <p>What is missing is {@code 2 N(-t) exp(-distance^2/(8 t^2))} to leading order, {@code t =
   * s/2}. Largest relative error 2e-5 at distance 0, some percent at distance 25.
   *
   * @param missing the highest price less the price, in units of {@code sqrt(F K)}
   */
  static double fromMissing(double distance, double missing) {
    double w = Math.sqrt(-Math.log(missing));
    double p = Math.fma(w, 2.26516297276, 3.07990525644);
    p = Math.fma(w, p, -1.26866823309);
    p = Math.fma(w, p, 0.320629053386);
    double q = Math.fma(w, 1.59881459233, 2.28424451452);
    double t = p / Math.fma(w, q, 1);
    double nearer = t - distance * distance / (8 * t * Math.fma(t, t, 1));
    return 2 * Math.max(nearer, Math.sqrt(distance / 2));
  }
}
