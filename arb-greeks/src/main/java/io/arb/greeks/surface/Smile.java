package io.arb.greeks.surface;

/** Total variance of one expiry over log-moneyness. Implementations are immutable. */
public sealed interface Smile permits RawSvi, SsviSlice, SviSum {
  /**
   * The smile with its first two derivatives.
   *
   * @param k log-moneyness {@code ln(strike / forward)}, finite
   */
  SmilePoint at(double k);

  /** The same smile as a sum of raw SVI curves, which every smile here is. */
  SviSum toSum();

  /** The smile with {@code factor} times the total variance; {@code factor} above 0. */
  default Smile times(double factor) {
    return toSum().times(factor);
  }

  /** {@code w(k)}. */
  default double totalVariance(double k) {
    return at(k).totalVariance();
  }

  /** Volatility per square root of a year; NaN where the total variance is negative. */
  default double volFraction(double k, double years) {
    return at(k).volFraction(years);
  }

  /** {@code -dw/dk} far to the left. Above 2 nothing prices (Lee's bound). */
  default double leftWingSlope() {
    return toSum().leftWingSlope();
  }

  /** {@code dw/dk} far to the right. Above 2 nothing prices (Lee's bound). */
  default double rightWingSlope() {
    return toSum().rightWingSlope();
  }

  /** Lowest total variance of the curve; may be negative for a smile that is not one. */
  default double minimumTotalVariance() {
    return toSum().minimumTotalVariance();
  }
}
