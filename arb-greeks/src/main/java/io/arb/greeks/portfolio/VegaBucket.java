package io.arb.greeks.portfolio;

/**
 * Vega of the legs of one expiry.
 *
 * @param expiryMillis epoch milliseconds
 * @param vega USD per 1.00 of volatility
 * @param weightedVega {@code vega * sqrt(Tref / T)}
 */
public record VegaBucket(long expiryMillis, double vega, double weightedVega) {}
