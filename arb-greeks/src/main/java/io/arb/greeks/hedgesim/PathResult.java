package io.arb.greeks.hedgesim;

/**
 * One path, hedged; USD discounted to its start, unless interest is ignored.
 *
 * @param pnlUsd change of value of options and hedge together, after costs
 * @param costUsd of trading
 * @param fundingUsd received on the hedge
 * @param turnoverUsd bought and sold, the closing trade included, not discounted
 * @param trades without the closing one
 * @param makerFills trades by resting orders
 */
record PathResult(
    double pnlUsd,
    double costUsd,
    double fundingUsd,
    double turnoverUsd,
    int trades,
    int makerFills) {}
