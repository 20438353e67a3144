package io.arb.derive.sign;

import io.arb.core.evm.AbiWords;
import io.arb.core.evm.Address;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The signed part of an order: seven words. Nothing else of an order is signed: not its type, time
 * in force, label or reduce-only flag. Source: Derive API, private/order, trade module.
 *
 * @param asset {@code base_asset_address} of the instrument
 * @param subId {@code base_asset_sub_id} of the instrument; 0 for a perpetual
 * @param limitPrice USD, positive
 * @param amount units of the underlying, positive for both sides
 * @param maxFee highest fee per unit, not negative
 * @param recipientId the subaccount
 * @param isBid true for a buy
 */
public record TradeData(
    Address asset,
    BigInteger subId,
    BigDecimal limitPrice,
    BigDecimal amount,
    BigDecimal maxFee,
    long recipientId,
    boolean isBid)
    implements ActionData {
  public TradeData {
    requirePositive("limitPrice", limitPrice);
    requirePositive("amount", amount);
    if (maxFee.signum() < 0) {
      throw new IllegalArgumentException(
          "maxFee must not be negative, got " + maxFee.toPlainString());
    }
  }

  private static void requirePositive(String field, BigDecimal value) {
    if (value.signum() <= 0) {
      throw new IllegalArgumentException(field + " must be positive, got " + value.toPlainString());
    }
  }

  @Override
  public byte[] encode(Precision precision) {
    return new AbiWords()
        .address(asset)
        .uint(precision.unsigned("subId", subId))
        .int256(precision.signed("limitPrice", limitPrice))
        .int256(precision.signed("amount", amount))
        .uint(precision.unsigned("maxFee", maxFee))
        .uint(precision.id("recipientId", recipientId))
        .bool(isBid)
        .toBytes();
  }
}
