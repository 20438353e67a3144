package io.arb.core.risk;

import io.arb.core.model.Money;
import io.arb.core.model.Quantity;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * The limits of one instance. Lower them when the account is small.
 *
 * @param maxPositionSize units of one option that may be held unhedged, live quotes included;
 *     positive
 * @param maxDeltaExposure units of the underlying that the whole portfolio may be long or short,
 *     live quotes included; positive
 * @param capital USD that the stop loss is measured against; positive
 * @param stopLossPct loss in percent of {@code capital} at which no new risk is taken; above 0, at
 *     most 100
 * @param confirmationGrace how long after a quote's end its trade may still be reported
 */
public record RiskLimits(
    Quantity maxPositionSize,
    Quantity maxDeltaExposure,
    Money capital,
    BigDecimal stopLossPct,
    Duration confirmationGrace) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public RiskLimits {
    require(
        maxPositionSize.isPositive(), "max_position_size", maxPositionSize, "a positive number");
    require(
        maxDeltaExposure.isPositive(), "max_delta_exposure", maxDeltaExposure, "a positive number");
    require(capital.compareTo(Money.ZERO) > 0, "capital_usd", capital, "a positive number");
    require(
        stopLossPct.signum() > 0 && stopLossPct.compareTo(HUNDRED) <= 0,
        "stop_loss_pct",
        stopLossPct.toPlainString(),
        "a percentage above 0, at most 100");
    require(
        !confirmationGrace.isNegative(), "confirmation_grace", confirmationGrace, "not negative");
  }

  private static void require(boolean holds, String field, Object value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(field + " must be " + expected + ", got " + value);
    }
  }

  /** The loss at which the stop loss acts, as a positive amount. */
  public Money maxLoss() {
    return capital.times(stopLossPct.movePointLeft(2));
  }
}
