package io.arb.greeks.hedgesim;

/**
 * A book's value and greeks, all with the spot as the state variable (Black and Scholes).
 *
 * @param valueUsd of the options, negative if they are owed
 * @param delta to the spot
 * @param gamma change of delta per 1 USD
 * @param vega USD per 1.00 of volatility, all legs moving together
 * @param theta USD per year of time passing at a spot that stands still
 */
record BookGreeks(double valueUsd, double delta, double gamma, double vega, double theta) {}
