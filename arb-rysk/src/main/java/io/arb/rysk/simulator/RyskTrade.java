package io.arb.rysk.simulator;

import io.arb.core.evm.Address;
import io.arb.core.model.Money;
import io.arb.core.model.Option;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import java.math.BigInteger;
import java.time.Instant;

/**
 * One settled trade: the taker wrote the option, the maker holds it and paid premium and fee.
 *
 * @param premium positive, in whole units of the stablecoin's last decimal
 * @param fee positive, paid on top of the premium
 * @param quoteNonce the nonce of the maker's quote
 * @param at when it was settled, by the venue's clock
 */
public record RyskTrade(
    String rfqId,
    Address maker,
    Address taker,
    Option option,
    Quantity quantity,
    Price price,
    Money premium,
    Money fee,
    BigInteger quoteNonce,
    String txHash,
    Instant at) {}
