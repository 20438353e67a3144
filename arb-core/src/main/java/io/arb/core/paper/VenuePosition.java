package io.arb.core.paper;

import io.arb.core.model.Instrument;
import io.arb.core.model.Money;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;

/**
 * What an account holds of one instrument.
 *
 * @param quantity signed, never zero
 * @param averagePrice of what is still held, before fees, rounded at 18 decimals
 * @param quote what was paid (negative) or received for what is still held
 * @param realizedPnl of what was closed since the position was opened, before fees
 * @param fees paid in this instrument since the position was opened
 */
public record VenuePosition(
    Instrument instrument,
    Quantity quantity,
    Price averagePrice,
    Money quote,
    Money realizedPnl,
    Money fees) {}
