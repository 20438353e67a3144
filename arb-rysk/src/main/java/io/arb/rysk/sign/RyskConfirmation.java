package io.arb.rysk.sign;

import io.arb.core.evm.AbiWords;
import io.arb.core.evm.Address;
import io.arb.core.evm.Eip712;
import io.arb.core.evm.Hex;
import java.math.BigInteger;

/**
 * A taker's acceptance of one signed quote. Makers do not sign it; the server checks it.
 *
 * @param nonce the taker's own, never used before by the taker
 * @param quoteNonce the nonce of the accepted quote
 * @param quoteSignature the signature of the accepted quote as {@code 0x} and digits
 * @param collateralAmount in the smallest units of the collateral token
 * @param gasFee in the smallest units of {@code usd}, taken from the taker's premium
 */
public record RyskConfirmation(
    Address maker,
    Address assetAddress,
    long chainId,
    BigInteger expiry,
    boolean isPut,
    BigInteger nonce,
    BigInteger price,
    BigInteger quantity,
    BigInteger quoteNonce,
    String quoteSignature,
    BigInteger strike,
    Address taker,
    boolean isTakerBuy,
    Address usd,
    Address collateralAsset,
    BigInteger collateralAmount,
    BigInteger gasFee)
    implements RyskMessage {
  private static final byte[] TYPE_HASH =
      Eip712.typeHash(
          "Confirmation(address maker,address assetAddress,uint256 chainId,uint64 expiry,"
              + "bool isPut,uint64 nonce,uint256 price,uint256 quantity,uint64 quoteNonce,"
              + "bytes quoteSignature,uint256 strike,address taker,bool isTakerBuy,address usd,"
              + "address collateralAsset,uint256 collateralAmount,uint256 gasFee)");

  @Override
  public byte[] typeHash() {
    return TYPE_HASH.clone();
  }

  @Override
  public AbiWords words() {
    return new AbiWords()
        .address(maker)
        .address(assetAddress)
        .uint(chainId)
        .uint64(expiry)
        .bool(isPut)
        .uint64(nonce)
        .uint(price)
        .uint(quantity)
        .uint64(quoteNonce)
        .hashed(Hex.decode("quoteSignature", quoteSignature))
        .uint(strike)
        .address(taker)
        .bool(isTakerBuy)
        .address(usd)
        .address(collateralAsset)
        .uint(collateralAmount)
        .uint(gasFee);
  }
}
