package io.arb.derive.sign;

import io.arb.core.evm.AbiWords;
import io.arb.core.model.Side;
import java.math.BigDecimal;
import java.util.List;

/**
 * A maker's answer to a request for quote. Source: Derive API, private/send_quote, rfq module.
 *
 * @param direction BUY: the maker trades each leg as written; SELL: the reverse
 * @param maxFee USD for the whole trade
 * @param legs unique and ordered by name
 */
public record QuoteData(Side direction, BigDecimal maxFee, List<RfqLeg> legs)
    implements ActionData {
  private static final int OFFSET_OF_TUPLE = 32;
  private static final int OFFSET_OF_LEGS = 64;

  public QuoteData {
    legs = RfqLeg.requireOrdered(legs);
  }

  @Override
  public byte[] encode(Precision precision) {
    AbiWords words =
        new AbiWords()
            .uint(OFFSET_OF_TUPLE)
            .uint(precision.unsigned("maxFee", maxFee))
            .uint(OFFSET_OF_LEGS);
    RfqLeg.appendAll(legs, direction, precision, words);
    return words.toBytes();
  }
}
