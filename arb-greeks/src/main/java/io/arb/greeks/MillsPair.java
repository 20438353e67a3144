package io.arb.greeks;

/**
 * {@link MillsRatio} at two points and the difference, from one evaluation of its polynomials and a
 * single division. A workspace: mutable, owned by one {@link BlackTerms}.
 */
final class MillsPair {
  /** {@code M(near)}. */
  double near;

  /** {@code M(near + gap)}. */
  double far;

  /** {@code M(near) - M(near + gap)}, see {@link MillsRatio#difference}. */
  double difference;

  /**
   * Fills the pair.
   *
   * @param nearAt at least -0.5
   * @param gap at least 0; {@code nearAt + gap} is at most 1,000
   */
  void fill(double nearAt, double gap) {
    double farAt = nearAt + gap;
    double u = nearAt - MillsRatio.LEAST;
    double v = farAt - MillsRatio.LEAST;
    double nearP = MillsRatio.p(u);
    double nearQ = MillsRatio.q(u);
    double slopeP = MillsRatio.slopeP(u, v);
    double slopeQ = MillsRatio.slopeQ(u, v);
    double farQ = MillsRatio.moved(nearQ, slopeQ, gap);
    double nearE = MillsRatio.e(nearAt, nearP, nearQ);
    double farE = MillsRatio.e(farAt, MillsRatio.moved(nearP, slopeP, gap), farQ);
    double inverse = 1 / (nearE * farE);
    near = nearQ * farE * inverse;
    far = farQ * nearE * inverse;
    difference = gap * MillsRatio.numerator(nearP, nearQ, farQ, slopeP, slopeQ) * inverse;
  }
}
