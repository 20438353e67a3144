package io.arb.core.hedge;

import io.arb.core.model.Instrument;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import io.arb.core.model.TimeInForce;

/**
 * An order that somebody wants, before the book of intents gives it an id. Immutable.
 *
 * @param quantity positive, a multiple of the instrument's step
 * @param limit positive, a multiple of the instrument's tick
 */
public record OrderDraft(
    Instrument instrument, Side side, Quantity quantity, Price limit, TimeInForce timeInForce) {}
