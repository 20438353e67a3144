package io.arb.greeks.surface;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Penalty for crossing a neighbouring expiry: at fixed places close together where options are
 * quoted and further apart outwards, and for the slopes of the wings. Owned by the one thread that
 * fits.
 */
final class CalendarPenalty implements Residuals {
  private static final int POINTS = 61;

  private final Smile neighbour;
  private final double[] k;
  private final double[] limit;
  private final double sign;
  private final double strength;
  private final double slopeStrength;

  /**
   * @param sign +1 to stay above an earlier expiry, -1 to stay below a later one
   * @param strength residual per unit of total variance
   * @param margin to keep from the neighbour, in total variance
   * @param slopeStrength residual per unit of slope
   */
  CalendarPenalty(
      Smile neighbour, double sign, double strength, double margin, double slopeStrength) {
    this.neighbour = neighbour;
    this.sign = sign;
    this.strength = strength;
    this.slopeStrength = slopeStrength;
    k = places(neighbour);
    limit = Arrays.stream(k).map(x -> neighbour.totalVariance(x) + sign * margin).toArray();
  }

  private static double[] places(Smile smile) {
    double[] line = ScanGrid.of(smile);
    int every = Math.max(1, line.length / POINTS);
    DoubleStream near = DoubleStream.iterate(-1, k -> k <= 1, k -> k + 1.0 / 32);
    DoubleStream far =
        DoubleStream.iterate(0, i -> i < line.length, i -> i + every).map(i -> line[(int) i]);
    return DoubleStream.concat(near, far).sorted().toArray();
  }

  @Override
  public void addTo(Sink sink, SviJet jet) {
    for (int i = 0; i < k.length; i++) {
      jet.at(k[i]);
      double missing = sign * (limit[i] - jet.w);
      if (missing > 0) {
        sink.add(strength * missing, -sign * strength, jet.byW);
      }
    }
    chargeWing(sink, jet, SviJet.LEFT, neighbour.leftWingSlope());
    chargeWing(sink, jet, SviJet.RIGHT, neighbour.rightWingSlope());
  }

  private void chargeWing(Sink sink, SviJet jet, int side, double bound) {
    double missing = sign * (bound - jet.wing(side));
    if (missing > 0) {
      sink.add(slopeStrength * missing, -sign * slopeStrength, jet.byWing(side));
    }
  }
}
