package io.arb.greeks.ddh;

import java.util.OptionalDouble;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * Looks along a delta profile for the price at which an order is wanted: from the mark outwards, to
 * where delta first reaches the limit of the side.
 *
 * <p>Room is what is left until then, {@code limit + delta} for a buy and {@code limit - delta} for
 * a sell. The range is sampled in equal pieces and the first piece over which room runs out is
 * searched, so the nearest of several such prices is found. A profile that leaves the band and
 * comes back within one piece is not noticed; with {@value #PIECES} pieces that takes a position
 * pinned to strikes closer together than a thirty-second of the range.
 */
final class LimitSearch {
  private static final int PIECES = 32;
  private static final int MAX_EVALUATIONS = 200;

  /** Share of a tick the price may be off. */
  private static final double ACCURACY = 1e-6;

  private final HedgeSide side;
  private final DeltaProfile profile;
  private final DdhMarket market;
  private final DdhParameters parameters;

  LimitSearch(HedgeSide side, DeltaProfile profile, DdhMarket market, DdhParameters parameters) {
    this.side = side;
    this.profile = profile;
    this.market = market;
    this.parameters = parameters;
  }

  /**
   * The price, or the end of the range if delta moves towards the limit but does not reach it, or
   * nothing if a move in this direction takes delta no nearer to the limit: flat or short gamma.
   */
  OptionalDouble wantedPrice() {
    double mark = market.markUsd();
    double roomNow = room(mark);
    if (roomNow <= 0) {
      return OptionalDouble.of(mark);
    }
    double end =
        Math.max(mark - side.sign() * parameters.maxAbsSpreadUsd(), market.rules().tickUsd());
    double near = mark;
    for (int piece = 1; piece <= PIECES; piece++) {
      double far = mark + (end - mark) * piece / PIECES;
      if (room(far) <= 0) {
        return OptionalDouble.of(whereRoomEnds(near, far));
      }
      near = far;
    }
    return room(end) < roomNow ? OptionalDouble.of(end) : OptionalDouble.empty();
  }

  private double room(double priceUsd) {
    return parameters.maxAbsDelta() + side.sign() * profile.checkedDeltaAt(priceUsd);
  }

  private double whereRoomEnds(double near, double far) {
    var solver = new BrentSolver(ACCURACY * market.rules().tickUsd());
    return solver.solve(MAX_EVALUATIONS, this::room, Math.min(near, far), Math.max(near, far));
  }
}
