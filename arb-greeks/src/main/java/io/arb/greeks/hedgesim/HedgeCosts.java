package io.arb.greeks.hedgesim;

import io.arb.greeks.Arguments;

/**
 * What hedging costs.
 *
 * @param takerFraction of turnover for taking: fee and half spread together, at least 0
 * @param makerFraction of turnover for a resting order that fills; negative is a rebate
 * @param fundingPerYear what a long position in the hedge pays and a short one receives, as a share
 *     of its value per year
 * @param amountStep holdings are multiples of this; 0 for any amount
 */
public record HedgeCosts(
    double takerFraction, double makerFraction, double fundingPerYear, double amountStep) {
  /** Hedging for nothing, in any amount. */
  public static final HedgeCosts NONE = new HedgeCosts(0, 0, 0, 0);

  public HedgeCosts {
    Arguments.notNegative("takerFraction", takerFraction);
    Arguments.finite("makerFraction", makerFraction);
    Arguments.finite("fundingPerYear", fundingPerYear);
    Arguments.notNegative("amountStep", amountStep);
  }

  /** A proportional cost of taking, nothing else. */
  public static HedgeCosts proportional(double takerFraction) {
    return new HedgeCosts(takerFraction, 0, 0, 0);
  }

  double onStep(double amount) {
    return amountStep == 0 ? amount : Math.rint(amount / amountStep) * amountStep;
  }
}
