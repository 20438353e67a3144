package io.arb.derive.sign;

import io.arb.core.evm.AbiWords;
import io.arb.core.model.Side;
import java.math.BigDecimal;
import java.util.List;

/**
 * A taker's acceptance of a quote. The legs are hashed with the maker's signs. Source: Derive API,
 * private/execute_quote, rfq module.
 *
 * @param direction the taker's, opposite to the quote's
 * @param maxFee USD for the whole trade
 * @param legs unique and ordered by name
 */
public record ExecuteData(Side direction, BigDecimal maxFee, List<RfqLeg> legs)
    implements ActionData {
  public ExecuteData {
    legs = RfqLeg.requireOrdered(legs);
  }

  @Override
  public byte[] encode(Precision precision) {
    return new AbiWords()
        .bytes32(RfqLeg.hash(legs, direction.opposite(), precision))
        .uint(precision.unsigned("maxFee", maxFee))
        .toBytes();
  }
}
