package io.arb.greeks.surface;

/**
 * Penalty for {@code g} below a margin, for total variance below a floor and for wings beyond Lee's
 * bound, at places that move with the bends of the smile. Owned by the one thread that fits.
 *
 * @param margin what {@code g} must reach not to be charged
 * @param strength residual per unit of {@code g} or of slope missing
 * @param floor total variance below which {@code g} means nothing, above 0
 * @param floorStrength residual per unit of total variance missing
 */
record ButterflyPenalty(double margin, double strength, double floor, double floorStrength)
    implements Residuals {
  private static final int HALF = 20;
  private static final double REACH = 5;
  private static final double LEE = 2;

  @Override
  public void addTo(Sink sink, SviJet jet) {
    double[] gradient = new double[jet.coordinates()];
    for (int bend = 0; bend < jet.bends(); bend++) {
      double step = Math.log(2 * REACH / jet.sigma(bend) + 2) / HALF;
      for (int i = -HALF; i <= HALF; i++) {
        charge(sink, jet, jet.m(bend) + jet.sigma(bend) * Math.sinh(i * step), gradient);
      }
    }
    chargeWing(sink, jet, SviJet.LEFT);
    chargeWing(sink, jet, SviJet.RIGHT);
  }

  private void charge(Sink sink, SviJet jet, double k, double[] gradient) {
    jet.jetAt(k);
    if (jet.w < floor) {
      sink.add(floorStrength * (floor - jet.w), -floorStrength, jet.byW);
      return;
    }
    double missing = margin - new SmilePoint(k, jet.w, jet.slope, jet.curvature).durrleman();
    if (missing > 0) {
      derivatives(jet, k, gradient);
      sink.add(strength * missing, -strength, gradient);
    }
  }

  private void chargeWing(Sink sink, SviJet jet, int side) {
    double excess = jet.wing(side) - LEE;
    if (excess > 0) {
      sink.add(strength * excess, strength, jet.byWing(side));
    }
  }

  private static void derivatives(SviJet jet, double k, double[] gradient) {
    double w = jet.w;
    double slope = jet.slope;
    double drift = 1 - k * slope / (2 * w);
    double byW = drift * k * slope / (w * w) + slope * slope / (4 * w * w);
    double bySlope = -drift * k / w - slope / 2 * (1 / w + 0.25);
    for (int j = 0; j < gradient.length; j++) {
      gradient[j] = byW * jet.byW[j] + bySlope * jet.bySlope[j] + jet.byCurvature[j] / 2;
    }
  }
}
