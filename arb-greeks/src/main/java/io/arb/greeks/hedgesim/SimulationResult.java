package io.arb.greeks.hedgesim;

import java.util.Optional;

/**
 * What a simulation measured; USD per path, discounted to the start unless interest is ignored.
 *
 * @param paths how many were run
 * @param meanPnl profit of options and hedge together, after costs; the premium is in it
 * @param stdPnl its standard deviation: the risk that hedging left
 * @param skewness of the profit
 * @param excessKurtosis of the profit
 * @param meanCost of trading
 * @param meanTurnoverUsd bought and sold, the closing trade included
 * @param meanTrades without the closing one
 * @param meanMakerFills trades by resting orders
 * @param parts where the mean profit came from, if asked for
 */
public record SimulationResult(
    int paths,
    Estimate meanPnl,
    Estimate stdPnl,
    Estimate skewness,
    double excessKurtosis,
    Estimate meanCost,
    Estimate meanTurnoverUsd,
    Estimate meanTrades,
    Estimate meanMakerFills,
    Optional<PnlParts> parts) {}
