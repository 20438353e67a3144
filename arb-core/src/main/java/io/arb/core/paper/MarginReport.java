package io.arb.core.paper;

import io.arb.core.model.Money;

/**
 * What an account is worth and how far it is from its limits. The margin figures are balances:
 * value less requirement, negative is bad.
 *
 * @param value cash and all positions at their marks
 * @param initial needed to open positions; open orders not counted
 * @param openOrders what the worst combination of open orders would change in {@code initial}, not
 *     positive
 * @param maintenance needed to keep positions
 */
public record MarginReport(Money value, Money initial, Money openOrders, Money maintenance) {}
