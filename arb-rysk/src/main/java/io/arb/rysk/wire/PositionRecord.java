package io.arb.rysk.wire;

import static io.arb.rysk.wire.WireFields.AMOUNT_BITS;

import io.arb.core.evm.Address;
import io.arb.core.wire.Fields;
import java.math.BigInteger;

/**
 * One holding of option tokens.
 *
 * @param assetAddress the option token
 * @param balance units of the underlying times 10^18
 * @param strike USD times 10^18, unlike on the rest of the wire
 * @param expirySeconds seconds since 1970
 * @param underlying short name such as {@code ETH}
 */
public record PositionRecord(
    Address assetAddress,
    BigInteger balance,
    BigInteger strike,
    long expirySeconds,
    boolean isPut,
    String underlying) {

  static PositionRecord read(Fields position) {
    return new PositionRecord(
        WireFields.address(position, "assetAddress"),
        WireFields.unsigned(position, "balance", AMOUNT_BITS),
        WireFields.positive(position, "strike", AMOUNT_BITS),
        WireFields.epochSeconds(position, "expiry"),
        position.bool("isPut"),
        position.text("underlying"));
  }
}
