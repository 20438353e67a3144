package io.arb.greeks.surface;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The smiles of the expiries before and after, between which a smile must lie. Immutable.
 *
 * @param earlier null if there is none, or it is not to bind
 * @param later likewise
 */
record Neighbours(@Nullable Smile earlier, @Nullable Smile later) {
  static final Neighbours NONE = new Neighbours(null, null);

  /** The smile crosses neither. */
  boolean allow(Smile smile) {
    return (earlier == null || CalendarCheck.of(earlier, smile).isFree())
        && (later == null || CalendarCheck.of(smile, later).isFree());
  }

  /**
   * The box of one bend, its wings between those of the neighbours; where these cross, under the
   * later's. Bends of a sum share their wings, so for those it is a matter of penalties.
   */
  LeastSquares.Box within(LeastSquares.Box box) {
    double[] lows = box.lows();
    double[] highs = box.highs();
    if (later != null) {
      highs[SviJet.LEFT] = Math.min(highs[SviJet.LEFT], later.leftWingSlope());
      highs[SviJet.RIGHT] = Math.min(highs[SviJet.RIGHT], later.rightWingSlope());
    }
    if (earlier != null && lows.length == 1 + SviJet.PER_BEND) {
      lows[SviJet.LEFT] = Math.min(highs[SviJet.LEFT], earlier.leftWingSlope());
      lows[SviJet.RIGHT] = Math.min(highs[SviJet.RIGHT], earlier.rightWingSlope());
    }
    return new LeastSquares.Box(lows, highs);
  }

  /** Penalties for crossing them; the arguments are those of {@link CalendarPenalty}. */
  List<Residuals> penalties(double strength, double margin, double slopeStrength) {
    List<Residuals> penalties = new ArrayList<>();
    if (earlier != null) {
      penalties.add(new CalendarPenalty(earlier, 1, strength, margin, slopeStrength));
    }
    if (later != null) {
      penalties.add(new CalendarPenalty(later, -1, strength, margin, slopeStrength));
    }
    return penalties;
  }
}
