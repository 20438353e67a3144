package io.arb.rysk.simulator;

import io.arb.core.evm.Address;
import io.arb.core.model.Quantity;
import io.arb.core.model.Underlying;
import io.arb.rysk.sign.RyskChain;

/**
 * The token that the simulated venue trades options on.
 *
 * @param symbol the venue's name of the token, {@code WETH}
 * @param decimals of the token, 0 to 18
 * @param minSize smallest request, positive
 * @param step every size is a multiple of it, positive
 * @param maxSize largest request
 */
public record RyskAsset(
    String symbol,
    Address address,
    int decimals,
    Underlying underlying,
    Quantity minSize,
    Quantity step,
    Quantity maxSize) {
  public RyskAsset {
    if (decimals < 0 || decimals > 18) {
      throw new IllegalArgumentException("decimals must be from 0 to 18, got " + decimals);
    }
    if (!minSize.isPositive() || !step.isPositive() || maxSize.compareTo(minSize) < 0) {
      throw new IllegalArgumentException(
          "sizes need 0 < minSize <= maxSize and a positive step, got "
              + minSize
              + " to "
              + maxSize
              + " by "
              + step);
    }
  }

  /** WETH of {@link RyskChain#BASE_SEPOLIA} with the size limits seen there in April 2026. */
  public static RyskAsset wethTestnet() {
    return new RyskAsset(
        "WETH",
        Address.of("0xb67bfa7b488df4f2efa874f4e59242e9130ae61f"),
        18,
        new Underlying("ETH"),
        Quantity.of("0.01"),
        Quantity.of("0.01"),
        Quantity.of("10"));
  }
}
