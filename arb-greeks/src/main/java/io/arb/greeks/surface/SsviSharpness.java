package io.arb.greeks.surface;

import io.arb.greeks.Arguments;

/** How the sharpness {@code phi} of an SSVI surface follows from the level {@code theta}. */
public sealed interface SsviSharpness {
  /** {@code phi(theta)} for {@code theta} above 0. */
  double phi(double theta);

  /**
   * As in the Heston model: {@code phi = (1 - (1 - exp(-lambda theta)) / (lambda theta)) / (lambda
   * theta)}.
   *
   * @param lambda above 0
   */
  record HestonLike(double lambda) implements SsviSharpness {
    /** Below this the closed form loses more digits than the series leaves out. */
    private static final double SERIES_BELOW = 1e-3;

    public HestonLike {
      Arguments.positive("lambda", lambda);
    }

    @Override
    public double phi(double theta) {
      double x = lambda * theta;
      return x < SERIES_BELOW
          ? 0.5 - x / 6 + x * x / 24 - x * x * x / 120
          : (1 + Math.expm1(-x) / x) / x;
    }
  }

  /**
   * {@code phi = eta / (theta^gamma (1 + theta)^(1 - gamma))}. With {@code eta (1 + |rho|) <= 2}
   * and {@code gamma} up to one half the surface has no butterfly arbitrage.
   *
   * @param eta above 0
   * @param gamma from 0 to 1
   */
  record PowerLaw(double eta, double gamma) implements SsviSharpness {
    public PowerLaw {
      Arguments.positive("eta", eta);
      Arguments.fraction("gamma", gamma);
    }

    @Override
    public double phi(double theta) {
      return eta / (Math.pow(theta, gamma) * Math.pow(1 + theta, 1 - gamma));
    }
  }

  /**
   * {@code phi = eta / sqrt(theta)}.
   *
   * @param eta above 0
   */
  record InverseRoot(double eta) implements SsviSharpness {
    public InverseRoot {
      Arguments.positive("eta", eta);
    }

    @Override
    public double phi(double theta) {
      return eta / Math.sqrt(theta);
    }
  }
}
