package io.arb.rysk.simulator;

import io.arb.core.evm.Address;
import io.arb.rysk.sign.RyskQuote;
import java.math.BigInteger;
import java.util.Optional;

/**
 * The parameters of a {@code quote} as they came; only their kinds have been checked.
 *
 * @param maker an address in the sender's spelling
 * @param price decimal digits of any length
 */
record QuoteForm(
    String assetAddress,
    long chainId,
    long expiry,
    boolean isPut,
    boolean isTakerBuy,
    String maker,
    BigInteger nonce,
    BigInteger price,
    String quantity,
    String strike,
    String signature,
    long validUntil,
    String usd,
    String collateralAsset) {

  static QuoteForm parse(Params params) {
    return new QuoteForm(
        params.text("assetAddress"),
        params.integer("chainId"),
        params.integer("expiry"),
        params.bool("isPut"),
        params.bool("isTakerBuy"),
        params.address("maker"),
        params.nonce("nonce"),
        params.number("price"),
        params.text("quantity"),
        params.text("strike"),
        params.text("signature"),
        params.integer("validUntil"),
        params.text("usd"),
        params.text("collateralAsset"));
  }

  Address makerAddress() {
    return Address.of(maker);
  }

  /** The nine terms that a quote repeats from its request, byte for byte. */
  void requireTerms(RfqTerms terms) {
    requireSame("asset", terms.asset().equals(assetAddress));
    requireSame("chainId", terms.chainId() == chainId);
    requireSame("expiry", terms.expiry() == expiry);
    requireSame("isPut", terms.isPut() == isPut);
    requireSame("isTakerBuy", terms.takerBuys() == isTakerBuy);
    requireSame("quantity", terms.quantity().equals(quantity));
    requireSame("strike", terms.strike().equals(strike));
    requireSame("usd", terms.usd().equals(Optional.of(usd)));
    requireSame("collateralAsset", terms.collateralAsset().equals(Optional.of(collateralAsset)));
  }

  /** What must have been signed; to be asked for when the terms were found the same. */
  RyskQuote signedData() {
    return new RyskQuote(
        Address.of(assetAddress),
        chainId,
        isPut,
        new BigInteger(strike),
        BigInteger.valueOf(expiry),
        makerAddress(),
        nonce,
        price,
        new BigInteger(quantity),
        isTakerBuy,
        BigInteger.valueOf(validUntil),
        Address.of(usd),
        Address.of(collateralAsset));
  }

  static void requireSame(String field, boolean same) {
    if (!same) {
      throw new Refused(RyskError.TERM_MISMATCH, field + " mismatch");
    }
  }
}
