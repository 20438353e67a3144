package io.arb.rysk.simulator;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * What a trade costs beside its premium.
 *
 * @param feeFraction of the premium, paid by the maker on top of it; 0 to 1
 * @param feeCapFraction if present, the fee is at most this fraction of spot for each unit
 * @param gasFee taken from the taker's premium, in the smallest units of the premium's token
 * @param exerciseSlippage fraction of the intrinsic value that an exercise loses; 0 to 1
 */
public record RyskCharges(
    BigDecimal feeFraction,
    Optional<BigDecimal> feeCapFraction,
    BigInteger gasFee,
    BigDecimal exerciseSlippage) {
  public RyskCharges {
    requireFraction("feeFraction", feeFraction);
    requireFraction("exerciseSlippage", exerciseSlippage);
    feeCapFraction.ifPresent(cap -> requireFraction("feeCapFraction", cap));
    if (gasFee.signum() < 0) {
      throw new IllegalArgumentException("gasFee must not be negative, got " + gasFee);
    }
  }

  /** 12.5 % of the premium without a cap, no gas fee, no slippage: the fill seen in April 2026. */
  public static RyskCharges standard() {
    return new RyskCharges(
        new BigDecimal("0.125"), Optional.empty(), BigInteger.ZERO, BigDecimal.ZERO);
  }

  private static void requireFraction(String field, BigDecimal value) {
    if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException(field + " must be from 0 to 1, got " + value);
    }
  }
}
