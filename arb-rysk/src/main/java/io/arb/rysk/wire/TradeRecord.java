package io.arb.rysk.wire;

import static io.arb.rysk.wire.WireFields.AMOUNT_BITS;
import static io.arb.rysk.wire.WireFields.lenient;

import io.arb.core.evm.Address;
import io.arb.core.wire.Fields;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/**
 * A settled trade. What is needed to book it must be there; the rest is empty where it is missing
 * or malformed, as in the form of 2025.
 *
 * @param quoteNonce the nonce of our quote: the only link back to it
 * @param price USD per unit times 10^18
 * @param quantity units times 10^18, positive
 * @param strike USD times 10^8, positive
 * @param quoteSignature our signature, echoed
 * @param createdAt in whole seconds
 * @param txHash hash of the settling transaction
 * @param fees what the maker pays on top of the premium, in the premium token's smallest units
 */
public record TradeRecord(
    Address maker,
    Address assetAddress,
    long chainId,
    long expirySeconds,
    boolean isPut,
    boolean isTakerBuy,
    BigInteger quoteNonce,
    BigInteger price,
    BigInteger quantity,
    BigInteger strike,
    Optional<String> quoteSignature,
    Optional<Address> usd,
    Optional<Address> collateralAsset,
    Optional<Instant> createdAt,
    Optional<String> txHash,
    Optional<BigInteger> fees) {
  private static final int NONCE_BITS = 64;
  private static final int MAX_HASH_CHARS = 256;

  /**
   * @throws io.arb.core.wire.WireFormatException if the trade cannot be booked from this
   */
  static TradeRecord read(Fields trade) {
    return new TradeRecord(
        WireFields.address(trade, "maker"),
        WireFields.address(trade, "assetAddress"),
        WireFields.chainId(trade, "chainId"),
        WireFields.epochSeconds(trade, "expiry"),
        trade.bool("isPut"),
        lenient(() -> trade.bool("isTakerBuy")).orElse(false),
        WireFields.unsigned(trade, "quoteNonce", NONCE_BITS),
        WireFields.unsigned(trade, "price", AMOUNT_BITS),
        WireFields.positive(trade, "quantity", AMOUNT_BITS),
        WireFields.positive(trade, "strike", AMOUNT_BITS),
        lenient(() -> trade.text("quoteSignature")),
        lenient(() -> WireFields.address(trade, "usd")),
        lenient(() -> WireFields.address(trade, "collateralAsset")),
        lenient(() -> WireFields.epochSeconds(trade, "createdAt")).map(Instant::ofEpochSecond),
        lenient(() -> trade.text("txHash")).filter(hash -> hash.length() <= MAX_HASH_CHARS),
        lenient(() -> WireFields.unsigned(trade, "fees", AMOUNT_BITS)));
  }
}
