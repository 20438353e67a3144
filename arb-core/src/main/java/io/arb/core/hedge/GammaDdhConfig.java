package io.arb.core.hedge;

import io.arb.core.model.Perpetual;
import io.arb.core.model.Quantity;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * How the gamma DDH keeps the portfolio's delta inside its band. Immutable.
 *
 * @param enabled false: it sends nothing
 * @param perpetual the hedge instrument; options of its underlying are hedged
 * @param maxAbsDelta delta that may build up on either side, units of the underlying, positive
 * @param maxAbsSpread greatest distance of a resting order from the mark, USD, positive
 * @param priceTol a resting order stays while its price is this near to the wanted one, USD
 * @param amountTol the same for its remaining size, units of the underlying
 * @param midPriceTol widest spread at which the mid price is trusted, USD
 * @param actionWait pause between two rounds; 0.1 s to 10 min
 * @param hardDeltaLimit beyond this for {@code hardLimitAfter} liquidity is taken; above {@code
 *     maxAbsDelta}
 * @param hardLimitAfter 0 to 1 h
 * @param aggressiveBoundBps how far from the mark an aggressive order may trade, basis points of
 *     it; 1 to 1000
 * @param stuckAfter this many aggressive fills in a row that did not reduce delta, or refusals in a
 *     row that no retry can help, halt the hedger; 1 to 20
 */
public record GammaDdhConfig(
    boolean enabled,
    Perpetual perpetual,
    Quantity maxAbsDelta,
    BigDecimal maxAbsSpread,
    BigDecimal priceTol,
    Quantity amountTol,
    BigDecimal midPriceTol,
    Duration actionWait,
    Quantity hardDeltaLimit,
    Duration hardLimitAfter,
    int aggressiveBoundBps,
    int stuckAfter) {

  /** Sensible values for ETH; only the perpetual has to be named. */
  public static GammaDdhConfig defaults(Perpetual perpetual) {
    return new GammaDdhConfig(
        true,
        perpetual,
        Quantity.of("0.3"),
        new BigDecimal("40"),
        new BigDecimal("1.5"),
        Quantity.of("0.02"),
        new BigDecimal("20"),
        Duration.ofSeconds(3),
        Quantity.of("1"),
        Duration.ofSeconds(10),
        50,
        2);
  }

  public GammaDdhConfig {
    positive("maxAbsDelta", maxAbsDelta.units());
    positive("maxAbsSpread", maxAbsSpread);
    notNegative("priceTol", priceTol);
    notNegative("amountTol", amountTol.units());
    positive("midPriceTol", midPriceTol);
    Checks.range("actionWait", actionWait, Duration.ofMillis(100), Duration.ofMinutes(10));
    if (hardDeltaLimit.compareTo(maxAbsDelta) <= 0) {
      throw new IllegalArgumentException(
          "hardDeltaLimit must be above maxAbsDelta " + maxAbsDelta + ", got " + hardDeltaLimit);
    }
    Checks.range("hardLimitAfter", hardLimitAfter, Duration.ZERO, Duration.ofHours(1));
    Checks.range("aggressiveBoundBps", aggressiveBoundBps, 1, 1000);
    Checks.range("stuckAfter", stuckAfter, 1, 20);
  }

  private static void positive(String name, BigDecimal value) {
    if (value.signum() <= 0) {
      throw new IllegalArgumentException(name + " must be positive, got " + value.toPlainString());
    }
  }

  private static void notNegative(String name, BigDecimal value) {
    if (value.signum() < 0) {
      throw new IllegalArgumentException(
          name + " must not be negative, got " + value.toPlainString());
    }
  }
}
