package io.arb.greeks.ddh;

/**
 * One side of a round: what to send and the numbers it came from.
 *
 * @param moveUsd move of the perpetual from its mark at which the order is wanted (x)
 * @param priceUsd wanted price, made passive, not rounded
 * @param amount wanted size, not rounded; zero or negative when this side is not wanted
 * @param action what to send
 */
public record SideDecision(
    HedgeSide side, double moveUsd, double priceUsd, double amount, DdhAction action) {}
