package io.arb.greeks.surface;

/**
 * A smile at one log-moneyness, with what is derived from it there. Immutable.
 *
 * @param k log-moneyness {@code ln(strike / forward)}
 * @param totalVariance {@code w = vol * vol * years}; may be negative for a smile that is not one
 * @param slope {@code dw/dk}
 * @param curvature {@code d2w/dk2}
 */
public record SmilePoint(double k, double totalVariance, double slope, double curvature) {
  private static final double TWO_PI = 2 * Math.PI;

  /**
   * Durrleman's function {@code g = (1 - k w'/(2w))^2 - (w'^2/4)(1/w + 1/4) + w''/2}. The smile is
   * free of butterfly arbitrage if this is nowhere negative. Not finite where {@code w} is 0.
   */
  public double durrleman() {
    double drift = 1 - k * slope / (2 * totalVariance);
    return drift * drift - slope * slope / 4 * (1 / totalVariance + 0.25) + curvature / 2;
  }

  /**
   * Density of {@code ln(S_T / F)} at {@code k} that the smile implies, per unit of log-moneyness:
   * {@code g exp(-d^2/2) / sqrt(2 pi w)} with {@code d = -k/sqrt(w) - sqrt(w)/2}. Negative where
   * there is butterfly arbitrage; NaN where {@code w} is negative.
   */
  public double density() {
    double deviation = Math.sqrt(totalVariance);
    double d = -k / deviation - deviation / 2;
    return durrleman() * Math.exp(-d * d / 2) / Math.sqrt(TWO_PI * totalVariance);
  }

  /** Volatility per square root of a year; NaN where {@code w} is negative. */
  public double volFraction(double years) {
    return Math.sqrt(totalVariance / years);
  }
}
