package io.arb.greeks.ddh;

import io.arb.greeks.Arguments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rung prices of a long-gamma book.
 *
 * <p>Rung {@code i} of the sells stands where delta, had no rung filled, would be {@code i} times
 * the rung size: when the rungs before it have filled, net delta there is one rung size just before
 * its own fill and zero just after. The buys mirror that. A delta that is at or beyond the first
 * level already puts the first rung at the present price with all of that delta as its size, and
 * counts the levels on from there. A level that delta does not reach within the range has no rung.
 *
 * <p>Short or no gamma has no ladder, because a fill would come when it hurts: only the rung that
 * reduces a delta already beyond the limit is left.
 */
public final class GammaLadder {
  private GammaLadder() {}

  /**
   * The rungs of one side, nearest to the market first, at most {@code rungsPerSide}.
   *
   * @param fromUsd present price of the perpetual, above 0
   * @throws IllegalArgumentException if the profile gives a delta or gamma that is not finite
   */
  public static List<Rung> rungs(
      HedgeSide side, GammaProfile profile, double fromUsd, LadderParameters parameters) {
    Arguments.positive("fromUsd", fromUsd);
    double size = parameters.rungSize();
    double surplus = -side.sign() * profile.checkedDeltaAt(fromUsd);
    double gamma = profile.checkedGammaAt(fromUsd);
    List<Rung> rungs = new ArrayList<>();
    boolean passed = surplus >= size;
    if (passed) {
      rungs.add(new Rung(1, side, fromUsd, surplus));
    }
    if (gamma <= 0) {
      return rungs;
    }
    double firstLevel = passed ? surplus + size : size;
    int wanted = parameters.rungsPerSide() - rungs.size();
    double[] prices =
        switch (parameters.solution()) {
          case EXACT ->
              new RungSearch(side, profile, fromUsd, parameters.maxAbsSpreadUsd())
                  .prices(firstLevel, size, wanted);
          case FIRST_ORDER ->
              firstOrder(side, surplus, gamma, fromUsd, parameters, firstLevel, wanted);
        };
    for (double price : prices) {
      rungs.add(new Rung(rungs.size() + 1, side, price, size));
    }
    return rungs;
  }

  private static double[] firstOrder(
      HedgeSide side,
      double surplus,
      double gamma,
      double fromUsd,
      LadderParameters parameters,
      double firstLevel,
      int wanted) {
    double size = parameters.rungSize();
    double reach = Math.min(parameters.maxAbsSpreadUsd(), side == HedgeSide.BUY ? fromUsd : 1e300);
    double[] prices = new double[wanted];
    int count = 0;
    while (count < wanted) {
      double distance = (firstLevel + count * size - surplus) / gamma;
      if (distance >= reach) {
        break;
      }
      prices[count++] = fromUsd - side.sign() * distance;
    }
    return Arrays.copyOf(prices, count);
  }
}
