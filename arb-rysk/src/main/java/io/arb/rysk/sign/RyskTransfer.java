package io.arb.rysk.sign;

import io.arb.core.evm.AbiWords;
import io.arb.core.evm.Address;
import io.arb.core.evm.Eip712;
import java.math.BigInteger;

/**
 * Money that moves between an account and the venue's balance contract.
 *
 * @param user the account that deposits or withdraws
 * @param asset the token
 * @param amount in the token's smallest units
 * @param isDeposit true: into the venue; false: out of it
 * @param nonce never used before by this account, for anything
 */
public record RyskTransfer(
    Address user,
    Address asset,
    long chainId,
    BigInteger amount,
    boolean isDeposit,
    BigInteger nonce)
    implements RyskMessage {
  private static final byte[] TYPE_HASH =
      Eip712.typeHash(
          "Transfer(address user,address asset,uint256 chainId,uint256 amount,bool isDeposit,"
              + "uint64 nonce)");

  @Override
  public byte[] typeHash() {
    return TYPE_HASH.clone();
  }

  @Override
  public AbiWords words() {
    return new AbiWords()
        .address(user)
        .address(asset)
        .uint(chainId)
        .uint(amount)
        .bool(isDeposit)
        .uint64(nonce);
  }
}
