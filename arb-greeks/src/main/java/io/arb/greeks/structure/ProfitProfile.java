package io.arb.greeks.structure;

import java.util.List;

/**
 * What a structure can win and lose, over every settlement price above 0.
 *
 * @param breakEvensUsd settlement prices at which it neither gains nor loses, rising; where that is
 *     so along an interval, its ends (0 and infinity left out)
 * @param maxGainUsd highest profit, {@link Double#POSITIVE_INFINITY} if there is no limit; negative
 *     for a structure that loses in any case. It may be reached only in the limit of a price of 0
 *     or of a price without end
 * @param maxLossUsd highest loss as a positive number, {@link Double#POSITIVE_INFINITY} if there is
 *     no limit; negative for a structure that gains in any case
 */
public record ProfitProfile(List<Double> breakEvensUsd, double maxGainUsd, double maxLossUsd) {
  public ProfitProfile {
    breakEvensUsd = List.copyOf(breakEvensUsd);
    maxGainUsd += 0.0; // +0.0 turns -0.0 into 0.0
    maxLossUsd += 0.0;
  }
}
