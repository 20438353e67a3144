package io.arb.benchmarks;

/**
 * The formulas as textbooks print them, on any normal distribution function; the volatility by
 * Newton's method from the inflection point of the price, which cannot overshoot (S. Manaster, G.
 * Koehler, "The calculation of implied variances from the Black-Scholes model", 1982).
 */
abstract class TextbookBlack implements BlackLibrary {
  private static final double ONE_OVER_SQRT_TWO_PI = 0.3989422804014327;
  private static final int MAX_STEPS = 100;
  private static final double TOLERANCE = 1e-14;
  private static final double LOWEST_START = 1e-3;

  /** {@code N(z)}. */
  abstract double cumulative(double z);

  private static double density(double z) {
    return ONE_OVER_SQRT_TWO_PI * Math.exp(-z * z / 2);
  }

  private static double d1(double forward, double strike, double deviation) {
    return Math.log(forward / strike) / deviation + deviation / 2;
  }

  @Override
  public final double price(
      boolean isCall, double forward, double strike, double years, double vol) {
    double deviation = vol * Math.sqrt(years);
    double d1 = d1(forward, strike, deviation);
    double d2 = d1 - deviation;
    return isCall
        ? forward * cumulative(d1) - strike * cumulative(d2)
        : strike * cumulative(-d2) - forward * cumulative(-d1);
  }

  @Override
  public final void greeks(
      boolean isCall, double forward, double strike, double years, double vol, double[] values) {
    double deviation = vol * Math.sqrt(years);
    double d1 = d1(forward, strike, deviation);
    double d2 = d1 - deviation;
    double vega = forward * density(d1) * Math.sqrt(years);
    values[PRICE] = price(isCall, forward, strike, years, vol);
    values[DELTA] = isCall ? cumulative(d1) : -cumulative(-d1);
    values[GAMMA] = density(d1) / (forward * deviation);
    values[VEGA] = vega;
    values[THETA] = -forward * density(d1) * vol / (2 * Math.sqrt(years));
    values[VANNA] = -density(d1) * d2 / vol;
    values[VOLGA] = vega * d1 * d2 / vol;
    values[DUAL_DELTA] = isCall ? -cumulative(d2) : cumulative(-d2);
    values[DUAL_GAMMA] = density(d2) / (strike * deviation);
  }

  @Override
  public final double impliedVol(
      boolean isCall, double price, double forward, double strike, double years) {
    double rootYears = Math.sqrt(years);
    double start = Math.sqrt(2 * Math.abs(Math.log(forward / strike)));
    double vol = Math.max(start, LOWEST_START) / rootYears;
    for (int i = 0; i < MAX_STEPS; i++) {
      double vega = forward * density(d1(forward, strike, vol * rootYears)) * rootYears;
      double step = (price - price(isCall, forward, strike, years, vol)) / vega;
      vol += step;
      if (!(Math.abs(step) > TOLERANCE * vol)) {
        return vol;
      }
    }
    return vol;
  }
}
