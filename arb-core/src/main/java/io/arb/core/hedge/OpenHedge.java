package io.arb.core.hedge;

import io.arb.core.model.Option;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import io.arb.core.model.TradeId;
import io.arb.core.model.TradeState;

/**
 * How far the hedge of one trade is, for people to look at. Immutable.
 *
 * @param quantity what was traded, positive
 * @param ourSide what we did in the trade
 * @param optionHedged how much of it was traded away in the same option
 * @param perpetualHedged signed quantity of the perpetual traded for the rest
 * @param state HEDGING or FAILED
 * @param stage what is being done, one line
 */
public record OpenHedge(
    TradeId trade,
    Option option,
    Side ourSide,
    Quantity quantity,
    Quantity optionHedged,
    Quantity perpetualHedged,
    TradeState state,
    String stage) {}
