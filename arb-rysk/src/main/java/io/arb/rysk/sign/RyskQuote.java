package io.arb.rysk.sign;

import io.arb.core.evm.AbiWords;
import io.arb.core.evm.Address;
import io.arb.core.evm.Eip712;
import java.math.BigInteger;
import java.util.Map;

/**
 * A maker's price for the terms of one request. Whoever holds it signed, and may operate the venue,
 * can settle it once with any taker: fees, collateral amount, taker and request id are not in it.
 *
 * @param assetAddress underlying token
 * @param strike USD in units of 10^-8
 * @param expiry seconds since 1970
 * @param nonce never used before by this maker, for anything
 * @param price USD per unit in units of 10^-18
 * @param quantity units of the underlying in units of 10^-18, whatever the token's decimals
 * @param isTakerBuy false: the taker writes the option and the maker pays the price
 * @param validUntil seconds since 1970
 * @param usd token that the price is paid in
 * @param collateralAsset token that the taker locks
 */
public record RyskQuote(
    Address assetAddress,
    long chainId,
    boolean isPut,
    BigInteger strike,
    BigInteger expiry,
    Address maker,
    BigInteger nonce,
    BigInteger price,
    BigInteger quantity,
    boolean isTakerBuy,
    BigInteger validUntil,
    Address usd,
    Address collateralAsset)
    implements RyskMessage {
  private static final int SETTLEABLE_BITS = 128;
  private static final byte[] TYPE_HASH =
      Eip712.typeHash(
          "Quote(address assetAddress,uint256 chainId,bool isPut,uint256 strike,uint64 expiry,"
              + "address maker,uint64 nonce,uint256 price,uint256 quantity,bool isTakerBuy,"
              + "uint64 validUntil,address usd,address collateralAsset)");

  /**
   * Refuses what the type could carry but the settlement contract could not: it packs strike, price
   * and quantity into 128 bits.
   *
   * @return this
   * @throws IllegalArgumentException naming the number that is negative or too wide
   */
  public RyskQuote requireSettleable() {
    Map.of("strike", strike, "price", price, "quantity", quantity)
        .forEach(
            (field, value) -> {
              if (value.signum() < 0 || value.bitLength() > SETTLEABLE_BITS) {
                throw new IllegalArgumentException(field + " needs 0 to 2^128 - 1, got " + value);
              }
            });
    return this;
  }

  @Override
  public byte[] typeHash() {
    return TYPE_HASH.clone();
  }

  @Override
  public AbiWords words() {
    return new AbiWords()
        .address(assetAddress)
        .uint(chainId)
        .bool(isPut)
        .uint(strike)
        .uint64(expiry)
        .address(maker)
        .uint64(nonce)
        .uint(price)
        .uint(quantity)
        .bool(isTakerBuy)
        .uint64(validUntil)
        .address(usd)
        .address(collateralAsset);
  }
}
