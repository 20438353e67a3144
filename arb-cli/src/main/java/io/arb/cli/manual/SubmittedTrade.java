package io.arb.cli.manual;

import io.arb.core.model.Confirmation;
import io.arb.core.model.Money;
import io.arb.core.model.Option;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.QuoteNonce;
import io.arb.core.model.Side;
import io.arb.core.model.SourceId;
import java.time.Instant;

/**
 * A trade that a person has done elsewhere. Immutable.
 *
 * @param side BUY: we bought
 * @param price USD for one unit of the underlying, all costs in it
 * @param reference the person's own words for it; may be empty
 */
record SubmittedTrade(Option option, Side side, Quantity quantity, Price price, String reference) {
  Confirmation confirmation(SourceId source, QuoteNonce nonce, Instant at) {
    return new Confirmation(
        source, nonce, option, side, quantity, price, Money.ZERO, reference, at);
  }
}
