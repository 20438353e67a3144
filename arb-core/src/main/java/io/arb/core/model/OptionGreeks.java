package io.arb.core.model;

import java.math.BigDecimal;

/**
 * The greeks of one option contract as its venue publishes them, exactly as printed.
 *
 * @param delta change of the option's USD value per USD of forward, -1 to 1
 * @param gamma change of delta per USD of forward
 * @param vegaPerPoint USD per volatility point (0.01)
 * @param thetaPerDay USD per calendar day
 * @param volFraction mark volatility, annual, as a fraction (0.65 is 65 %)
 * @param forward forward price of the option's expiry
 */
public record OptionGreeks(
    BigDecimal delta,
    BigDecimal gamma,
    BigDecimal vegaPerPoint,
    BigDecimal thetaPerDay,
    BigDecimal volFraction,
    Price forward) {}
