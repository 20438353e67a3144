package io.arb.rysk.sign;

import io.arb.core.evm.Address;
import java.math.BigInteger;
import java.util.List;

/** Quotes that differ from a given one in exactly one field. */
final class QuoteVariants {
  private QuoteVariants() {}

  static List<RyskQuote> withOneFieldChanged(RyskQuote q) {
    return List.of(
        new RyskQuote(
            other(q.assetAddress()),
            q.chainId(),
            q.isPut(),
            q.strike(),
            q.expiry(),
            q.maker(),
            q.nonce(),
            q.price(),
            q.quantity(),
            q.isTakerBuy(),
            q.validUntil(),
            q.usd(),
            q.collateralAsset()),
        new RyskQuote(
            q.assetAddress(),
            q.chainId() + 1,
            q.isPut(),
            q.strike(),
            q.expiry(),
            q.maker(),
            q.nonce(),
            q.price(),
            q.quantity(),
            q.isTakerBuy(),
            q.validUntil(),
            q.usd(),
            q.collateralAsset()),
        new RyskQuote(
            q.assetAddress(),
            q.chainId(),
            !q.isPut(),
            q.strike(),
            q.expiry(),
            q.maker(),
            q.nonce(),
            q.price(),
            q.quantity(),
            q.isTakerBuy(),
            q.validUntil(),
            q.usd(),
            q.collateralAsset()),
        new RyskQuote(
            q.assetAddress(),
            q.chainId(),
            q.isPut(),
            other(q.strike()),
            q.expiry(),
            q.maker(),
            q.nonce(),
            q.price(),
            q.quantity(),
            q.isTakerBuy(),
            q.validUntil(),
            q.usd(),
            q.collateralAsset()),
        new RyskQuote(
            q.assetAddress(),
            q.chainId(),
            q.isPut(),
            q.strike(),
            other(q.expiry()),
            q.maker(),
            q.nonce(),
            q.price(),
            q.quantity(),
            q.isTakerBuy(),
            q.validUntil(),
            q.usd(),
            q.collateralAsset()),
        new RyskQuote(
            q.assetAddress(),
            q.chainId(),
            q.isPut(),
            q.strike(),
            q.expiry(),
            other(q.maker()),
            q.nonce(),
            q.price(),
            q.quantity(),
            q.isTakerBuy(),
            q.validUntil(),
            q.usd(),
            q.collateralAsset()),
        new RyskQuote(
            q.assetAddress(),
            q.chainId(),
            q.isPut(),
            q.strike(),
            q.expiry(),
            q.maker(),
            other(q.nonce()),
            q.price(),
            q.quantity(),
            q.isTakerBuy(),
            q.validUntil(),
            q.usd(),
            q.collateralAsset()),
        new RyskQuote(
            q.assetAddress(),
            q.chainId(),
            q.isPut(),
            q.strike(),
            q.expiry(),
            q.maker(),
            q.nonce(),
            other(q.price()),
            q.quantity(),
            q.isTakerBuy(),
            q.validUntil(),
            q.usd(),
            q.collateralAsset()),
        new RyskQuote(
            q.assetAddress(),
            q.chainId(),
            q.isPut(),
            q.strike(),
            q.expiry(),
            q.maker(),
            q.nonce(),
            q.price(),
            other(q.quantity()),
            q.isTakerBuy(),
            q.validUntil(),
            q.usd(),
            q.collateralAsset()),
        new RyskQuote(
            q.assetAddress(),
            q.chainId(),
            q.isPut(),
            q.strike(),
            q.expiry(),
            q.maker(),
            q.nonce(),
            q.price(),
            q.quantity(),
            !q.isTakerBuy(),
            q.validUntil(),
            q.usd(),
            q.collateralAsset()),
        new RyskQuote(
            q.assetAddress(),
            q.chainId(),
            q.isPut(),
            q.strike(),
            q.expiry(),
            q.maker(),
            q.nonce(),
            q.price(),
            q.quantity(),
            q.isTakerBuy(),
            other(q.validUntil()),
            q.usd(),
            q.collateralAsset()),
        new RyskQuote(
            q.assetAddress(),
            q.chainId(),
            q.isPut(),
            q.strike(),
            q.expiry(),
            q.maker(),
            q.nonce(),
            q.price(),
            q.quantity(),
            q.isTakerBuy(),
            q.validUntil(),
            other(q.usd()),
            q.collateralAsset()),
        new RyskQuote(
            q.assetAddress(),
            q.chainId(),
            q.isPut(),
            q.strike(),
            q.expiry(),
            q.maker(),
            q.nonce(),
            q.price(),
            q.quantity(),
            q.isTakerBuy(),
            q.validUntil(),
            q.usd(),
            other(q.collateralAsset())));
  }

  static RyskQuote withPrice(RyskQuote q, BigInteger price) {
    return new RyskQuote(
        q.assetAddress(),
        q.chainId(),
        q.isPut(),
        q.strike(),
        q.expiry(),
        q.maker(),
        q.nonce(),
        price,
        q.quantity(),
        q.isTakerBuy(),
        q.validUntil(),
        q.usd(),
        q.collateralAsset());
  }

  static RyskQuote withNonce(RyskQuote q, BigInteger nonce) {
    return new RyskQuote(
        q.assetAddress(),
        q.chainId(),
        q.isPut(),
        q.strike(),
        q.expiry(),
        q.maker(),
        nonce,
        q.price(),
        q.quantity(),
        q.isTakerBuy(),
        q.validUntil(),
        q.usd(),
        q.collateralAsset());
  }

  private static Address other(Address address) {
    byte[] bytes = address.bytes();
    bytes[19] ^= 1;
    return Address.of(bytes);
  }

  private static BigInteger other(BigInteger number) {
    return number.flipBit(0);
  }
}
