package io.arb.greeks;

/**
 * A block of options side by side, and the steps of {@link Black76#fill} as one loop each: short
 * loops over arrays, without a branch or a call, are what the compiler turns into instructions that
 * compute eight options at a time. A few steps that it cannot translate (the type, exponent bits)
 * are loops of their own.
 *
 * <p>Only ordinary options come out right: with time value, no further than half a deviation past
 * the money and 37.5 before it. {@link #isOrdinary} tells; the others hold any number, even NaN,
 * and are computed again one by one. A workspace: mutable, owned by one {@link Black76Batch}.
 */
final class Black76Lanes {
  static final int SIZE = 128;

  private static final double WIDEST_GAP = 64;
  private static final int SIGN_BIT = 63;

  // Inputs.
  private final double[] sign = new double[SIZE];
  private final double[] forward = new double[SIZE];
  private final double[] strike = new double[SIZE];
  private final double[] years = new double[SIZE];
  private final double[] vol = new double[SIZE];
  private final double[] rate = new double[SIZE];
  private final double[] discount = new double[SIZE];

  /** 1 where the strike is under the forward, else 0. */
  private final double[] cashIsNear = new double[SIZE];

  // Terms.
  private final double[] scaled = new double[SIZE];
  private final double[] twos = new double[SIZE];
  private final double[] x = new double[SIZE];
  private final double[] rootYears = new double[SIZE];
  private final double[] deviation = new double[SIZE];
  private final double[] gap = new double[SIZE];
  private final double[] near = new double[SIZE];
  private final double[] far = new double[SIZE];
  private final double[] u = new double[SIZE];
  private final double[] v = new double[SIZE];
  private final double[] shifted = new double[SIZE];
  private final double[] nearP = new double[SIZE];
  private final double[] nearQ = new double[SIZE];
  private final double[] slopeP = new double[SIZE];
  private final double[] slopeQ = new double[SIZE];
  private final double[] farQ = new double[SIZE];
  private final double[] nearE = new double[SIZE];
  private final double[] farE = new double[SIZE];
  private final double[] overE = new double[SIZE];
  private final double[] weight = new double[SIZE];
  private final double[] nearTail = new double[SIZE];
  private final double[] farTail = new double[SIZE];
  private final double[] d1 = new double[SIZE];
  private final double[] d2 = new double[SIZE];

  /** Outputs. */
  final GreeksColumns values = new GreeksColumns(SIZE);

  /** Copies {@code count} options in and computes them. */
  void fill(OptionColumns in, int from, int count) {
    System.arraycopy(in.forwardUsd, from, forward, 0, count);
    System.arraycopy(in.strikeUsd, from, strike, 0, count);
    System.arraycopy(in.years, from, years, 0, count);
    System.arraycopy(in.volFraction, from, vol, 0, count);
    System.arraycopy(in.rate, from, rate, 0, count);
    sides(in.type, from, count);
    exponents(count);
    moneyness(count);
    distances(count);
    densities(count);
    weights(count);
    numerators(count);
    denominators(count);
    tails(count);
    prices(count);
    deltas(count);
    forwardGreeks(count);
    volGreeks(count);
    timeGreeks(count);
  }

  /** Whether the values of a lane are valid; the ratio of tails begins at half a deviation. */
  boolean isOrdinary(int lane) {
    return near[lane] >= MillsRatio.LEAST
        && near[lane] < NormalDensity.LARGEST
        && Domain.hasTimeValue(strike[lane], years[lane], deviation[lane]);
  }

  private void sides(OptionType[] type, int from, int count) {
    for (int i = 0; i < count; i++) {
      sign[i] = type[from + i].sign();
      discount[i] = Domain.discount(rate[i], years[i]);
      cashIsNear[i] = (double) (Double.doubleToRawLongBits(strike[i] - forward[i]) >>> SIGN_BIT);
    }
  }

  private void exponents(int count) {
    for (int i = 0; i < count; i++) {
      long exponent = LogMoneyness.twos(forward[i], strike[i]);
      scaled[i] = LogMoneyness.scaled(strike[i], exponent);
      twos[i] = (double) exponent;
    }
  }

  private void moneyness(int count) {
    for (int i = 0; i < count; i++) {
      x[i] = LogMoneyness.ofScaled(forward[i], scaled[i], twos[i]);
    }
  }

  private void distances(int count) {
    for (int i = 0; i < count; i++) {
      double root = Math.sqrt(years[i]);
      double s = vol[i] * root;
      double h = Math.abs(x[i]) * (1 / s);
      rootYears[i] = root;
      deviation[i] = s;
      gap[i] = Math.min(s, WIDEST_GAP);
      near[i] = h - s / 2;
      far[i] = h + s / 2;
    }
    for (int i = 0; i < count; i++) {
      u[i] = near[i] - MillsRatio.LEAST;
      v[i] = near[i] + gap[i] - MillsRatio.LEAST;
    }
  }

  private void densities(int count) {
    for (int i = 0; i < count; i++) {
      double square = near[i] * near[i];
      double exponent = NormalDensity.shifted(square);
      shifted[i] = exponent;
      weight[i] = NormalDensity.mantissa(square, exponent);
    }
  }

  private void weights(int count) {
    for (int i = 0; i < count; i++) {
      double smaller = discount[i] * Math.min(forward[i], strike[i]);
      weight[i] =
          smaller
              * NormalDensity.ONE_OVER_SQRT_TWO_PI
              * NormalDensity.scaled(weight[i], shifted[i]);
    }
  }

  private void numerators(int count) {
    for (int i = 0; i < count; i++) {
      nearP[i] = MillsRatio.p(u[i]);
    }
    for (int i = 0; i < count; i++) {
      slopeP[i] = MillsRatio.slopeP(u[i], v[i]);
    }
  }

  private void denominators(int count) {
    for (int i = 0; i < count; i++) {
      nearQ[i] = MillsRatio.q(u[i]);
    }
    for (int i = 0; i < count; i++) {
      slopeQ[i] = MillsRatio.slopeQ(u[i], v[i]);
    }
  }

  /** The rest of {@link MillsPair#fill}, times the weight. */
  private void tails(int count) {
    for (int i = 0; i < count; i++) {
      farQ[i] = MillsRatio.moved(nearQ[i], slopeQ[i], gap[i]);
      nearE[i] = MillsRatio.e(near[i], nearP[i], nearQ[i]);
      double farP = MillsRatio.moved(nearP[i], slopeP[i], gap[i]);
      farE[i] = MillsRatio.e(near[i] + gap[i], farP, farQ[i]);
    }
    for (int i = 0; i < count; i++) {
      double inverse = 1 / (nearE[i] * farE[i]);
      overE[i] = inverse;
      nearTail[i] = weight[i] * (nearQ[i] * farE[i] * inverse);
      farTail[i] = weight[i] * (farQ[i] * nearE[i] * inverse);
    }
  }

  private void prices(int count) {
    double[] price = values.priceUsd;
    for (int i = 0; i < count; i++) {
      double rise = MillsRatio.numerator(nearP[i], nearQ[i], farQ[i], slopeP[i], slopeQ[i]);
      price[i] = weight[i] * (gap[i] * rise * overE[i]);
    }
    for (int i = 0; i < count; i++) {
      double parity = discount[i] * (forward[i] - strike[i]);
      price[i] = price[i] + Math.max(sign[i] * parity, 0);
    }
  }

  private void deltas(int count) {
    double[] delta = values.delta;
    for (int i = 0; i < count; i++) {
      double assetIsNear = 1 - cashIsNear[i];
      double isOutOfTheMoney = 0.5 + 0.5 * sign[i] * (assetIsNear - cashIsNear[i]);
      double tail = assetIsNear * nearTail[i] + cashIsNear[i] * farTail[i];
      double other = discount[i] * forward[i] - tail;
      double leg = isOutOfTheMoney * tail + (1 - isOutOfTheMoney) * other;
      delta[i] = sign[i] * leg / forward[i] + 0.0;
    }
    for (int i = 0; i < count; i++) {
      double assetIsNear = 1 - cashIsNear[i];
      d1[i] = cashIsNear[i] * far[i] - assetIsNear * near[i];
      d2[i] = cashIsNear[i] * near[i] - assetIsNear * far[i];
    }
  }

  private void forwardGreeks(int count) {
    double[] gamma = values.gamma;
    double[] vanna = values.vanna;
    for (int i = 0; i < count; i++) {
      double overForward = 1 / forward[i];
      double density = weight[i] * overForward;
      gamma[i] = density * (overForward * (1 / deviation[i]));
      vanna[i] = 0.0 - density * (d2[i] * (1 / vol[i]));
    }
  }

  private void volGreeks(int count) {
    double[] vega = values.vega;
    double[] volga = values.volga;
    for (int i = 0; i < count; i++) {
      double slope = weight[i] * rootYears[i];
      vega[i] = slope;
      volga[i] = slope * (d1[i] * d2[i] * (1 / vol[i])) + 0.0;
    }
  }

  private void timeGreeks(int count) {
    double[] price = values.priceUsd;
    double[] theta = values.theta;
    double[] rho = values.rho;
    for (int i = 0; i < count; i++) {
      theta[i] = rate[i] * price[i] - weight[i] * (vol[i] / (2 * rootYears[i]));
      rho[i] = 0.0 - years[i] * price[i];
    }
  }
}
