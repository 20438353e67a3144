package io.arb.greeks;

/**
 * Sensitivities of one option (or, summed, of a portfolio on one underlying) per one unit of the
 * underlying. Immutable; every field is finite.
 *
 * <p>The fields are in the units the formulas give. Venues publish vega per volatility point, theta
 * per day and rho per percent: read those with {@link #ofVenue} and show them with {@link
 * #vegaPerPoint()}, {@link #thetaPerDay()} and {@link #rhoPerPercent()}. A year has 365 days.
 *
 * @param delta dV/dF in units of the underlying: from 0 to 1 for a call, -1 to 0 for a put; {@link
 *     BlackScholes} takes it, gamma too, by the spot
 * @param gamma d(delta)/dF: units of the underlying per 1 USD move of the forward
 * @param vega dV/d(vol): USD per 1.00 of volatility (from 50% to 150%)
 * @param theta change of value as calendar time passes, -dV/dT: USD per year
 * @param rho dV/dr: USD per 1.00 of interest rate. {@link Black76} holds the forward still, which
 *     makes it {@code -years * price}; {@link BlackScholes} and venues hold the spot still, so the
 *     two are not comparable
 */
public record Greeks(double delta, double gamma, double vega, double theta, double rho) {
  /** No exposure at all: the start of a sum. */
  public static final Greeks NONE = new Greeks(0, 0, 0, 0, 0);

  private static final double DAYS_PER_YEAR = 365;
  private static final double POINTS = 100;

  public Greeks {
    delta = withoutNegativeZero("delta", delta);
    gamma = withoutNegativeZero("gamma", gamma);
    vega = withoutNegativeZero("vega", vega);
    theta = withoutNegativeZero("theta", theta);
    rho = withoutNegativeZero("rho", rho);
  }

  private static double withoutNegativeZero(String name, double value) {
    return Arguments.finite(name, value) + 0.0;
  }

  /**
   * Greeks in the units of venue tickers: vega in USD per volatility point, theta in USD per day,
   * rho in USD per percent of rate.
   */
  public static Greeks ofVenue(
      double delta, double gamma, double vegaPerPoint, double thetaPerDay, double rhoPerPercent) {
    return new Greeks(
        delta, gamma, vegaPerPoint * POINTS, thetaPerDay * DAYS_PER_YEAR, rhoPerPercent * POINTS);
  }

  /** USD per volatility point (from 50% to 51%). */
  public double vegaPerPoint() {
    return vega / POINTS;
  }

  /** USD per calendar day, linear: the yearly rate over 365, also when less than a day is left. */
  public double thetaPerDay() {
    return theta / DAYS_PER_YEAR;
  }

  /** USD per 1% of interest rate. */
  public double rhoPerPercent() {
    return rho / POINTS;
  }

  /** Of {@code quantity} such options; negative is short. */
  public Greeks times(double quantity) {
    return new Greeks(
        delta * quantity, gamma * quantity, vega * quantity, theta * quantity, rho * quantity);
  }

  /** Sum of two exposures to the same forward. */
  public Greeks plus(Greeks other) {
    return new Greeks(
        delta + other.delta,
        gamma + other.gamma,
        vega + other.vega,
        theta + other.theta,
        rho + other.rho);
  }
}
