package io.arb.core.paper;

import io.arb.core.model.Instrument;
import io.arb.core.model.Liquidity;
import io.arb.core.model.Money;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import io.arb.core.model.VenueOrderId;
import java.time.Instant;

/**
 * One side of an execution. Both sides share the trade id; the pair of trade id and liquidity is
 * unique on the venue.
 *
 * @param realizedPnl profit of the part that reduced a position, before fees; zero if it opened one
 * @param mark the instrument's mark price when it traded
 * @param index the index when it traded
 */
public record VenueFill(
    String tradeId,
    AccountId account,
    VenueOrderId order,
    String label,
    Instrument instrument,
    Side side,
    Price price,
    Quantity quantity,
    Money fee,
    Money realizedPnl,
    Liquidity liquidity,
    Price mark,
    Price index,
    Instant at) {}
