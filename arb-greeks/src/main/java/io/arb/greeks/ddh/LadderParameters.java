package io.arb.greeks.ddh;

import io.arb.greeks.Arguments;

/**
 * How a gamma ladder is laid out.
 *
 * @param rungSize delta between two rungs and size of each order, above 0; the no-trade band is a
 *     good choice, see {@link RungSizing}
 * @param rungsPerSide 1 to 50
 * @param maxAbsSpreadUsd no rung further from the mark than this, above 0
 * @param solution how rung prices are found
 */
public record LadderParameters(
    double rungSize, int rungsPerSide, double maxAbsSpreadUsd, Solution solution) {
  private static final int MOST_RUNGS = 50;

  /** How the price of a rung is found. */
  public enum Solution {
    /** Delta is repriced: right near expiry and where delta saturates. */
    EXACT,
    /**
     * Delta moves by today's gamma: {@code mark + (level - delta) / gamma}. Cheap, near the money.
     */
    FIRST_ORDER
  }

  public LadderParameters {
    Arguments.positive("rungSize", rungSize);
    Arguments.positive("maxAbsSpreadUsd", maxAbsSpreadUsd);
    if (rungsPerSide < 1 || rungsPerSide > MOST_RUNGS) {
      throw new IllegalArgumentException(
          "rungsPerSide must be from 1 to " + MOST_RUNGS + ", got " + rungsPerSide);
    }
  }
}
