package io.arb.core.paper;

import io.arb.core.model.Instrument;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import java.time.Instant;

/** An execution as everybody sees it; {@code takerSide} is what the incoming order did. */
public record PublicTrade(
    String tradeId,
    Instrument instrument,
    Side takerSide,
    Price price,
    Quantity quantity,
    Price mark,
    Price index,
    Instant at) {}
