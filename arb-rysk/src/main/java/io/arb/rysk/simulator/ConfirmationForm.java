package io.arb.rysk.simulator;

import io.arb.core.evm.Address;
import io.arb.rysk.sign.RyskConfirmation;
import java.math.BigInteger;
import java.util.Optional;

/**
 * The parameters of a taker's {@code confirm} as they came; only their kinds have been checked. The
 * venue's name for the method and its form are not public: this is a convention.
 */
record ConfirmationForm(
    String maker,
    String assetAddress,
    long chainId,
    long expiry,
    boolean isPut,
    BigInteger nonce,
    BigInteger price,
    String quantity,
    BigInteger quoteNonce,
    String quoteSignature,
    long quoteValidUntil,
    String strike,
    String taker,
    boolean isTakerBuy,
    String usd,
    String collateralAsset,
    BigInteger collateralAmount,
    BigInteger gasFee,
    long validUntil,
    String signature) {

  static ConfirmationForm parse(Params params) {
    return new ConfirmationForm(
        params.address("maker"),
        params.text("assetAddress"),
        params.integer("chainId"),
        params.integer("expiry"),
        params.bool("isPut"),
        params.nonce("nonce"),
        params.number("price"),
        params.text("quantity"),
        params.nonce("quoteNonce"),
        params.text("quoteSignature"),
        params.integer("quoteValidUntil"),
        params.text("strike"),
        params.address("taker"),
        params.bool("isTakerBuy"),
        params.text("usd"),
        params.text("collateralAsset"),
        params.number("collateralAmount"),
        params.number("gasFee"),
        params.integer("validUntil"),
        params.text("signature"));
  }

  /** Makes the unsigned form of taking an offer. */
  static ConfirmationForm of(
      RfqTerms terms,
      StandingQuote quote,
      BigInteger nonce,
      BigInteger collateral,
      BigInteger gasFee) {
    return new ConfirmationForm(
        quote.maker().hex(),
        terms.asset(),
        terms.chainId(),
        terms.expiry(),
        terms.isPut(),
        nonce,
        quote.price(),
        terms.quantity(),
        quote.nonce(),
        quote.signature(),
        quote.validUntil(),
        terms.strike(),
        terms.taker(),
        terms.takerBuys(),
        terms.usd().orElse(""),
        terms.collateralAsset().orElse(""),
        collateral,
        gasFee,
        quote.validUntil(),
        "");
  }

  ConfirmationForm signed(String newSignature) {
    return new ConfirmationForm(
        maker,
        assetAddress,
        chainId,
        expiry,
        isPut,
        nonce,
        price,
        quantity,
        quoteNonce,
        quoteSignature,
        quoteValidUntil,
        strike,
        taker,
        isTakerBuy,
        usd,
        collateralAsset,
        collateralAmount,
        gasFee,
        validUntil,
        newSignature);
  }

  /** That this takes the very quote that was offered, on the terms of its request. */
  void requireOffer(RfqTerms terms, StandingQuote offer) {
    QuoteForm.requireSame("asset", terms.asset().equals(assetAddress));
    QuoteForm.requireSame("chainId", terms.chainId() == chainId);
    QuoteForm.requireSame("expiry", terms.expiry() == expiry);
    QuoteForm.requireSame("isPut", terms.isPut() == isPut);
    QuoteForm.requireSame("isTakerBuy", terms.takerBuys() == isTakerBuy);
    QuoteForm.requireSame("quantity", terms.quantity().equals(quantity));
    QuoteForm.requireSame("strike", terms.strike().equals(strike));
    QuoteForm.requireSame("usd", terms.usd().equals(Optional.of(usd)));
    QuoteForm.requireSame(
        "collateralAsset", terms.collateralAsset().equals(Optional.of(collateralAsset)));
    QuoteForm.requireSame("taker", terms.taker().equals(taker));
    QuoteForm.requireSame("price", offer.price().equals(price));
    QuoteForm.requireSame("quoteSignature", offer.signature().equals(quoteSignature));
    QuoteForm.requireSame("quoteValidUntil", offer.validUntil() == quoteValidUntil);
  }

  RyskConfirmation signedData() {
    return new RyskConfirmation(
        Address.of(maker),
        Address.of(assetAddress),
        chainId,
        BigInteger.valueOf(expiry),
        isPut,
        nonce,
        price,
        new BigInteger(quantity),
        quoteNonce,
        quoteSignature,
        new BigInteger(strike),
        Address.of(taker),
        isTakerBuy,
        Address.of(usd),
        Address.of(collateralAsset),
        collateralAmount,
        gasFee);
  }
}
