package io.arb.core.portfolio;

import io.arb.core.market.MarketView;
import io.arb.core.model.Instrument;
import io.arb.core.model.Money;
import io.arb.core.model.Option;
import io.arb.core.model.OptionGreeks;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * How the value of a set of positions moves, summed from the venue's own greeks.
 *
 * @param delta units of the underlying, rounded half even at 18 decimals
 * @param gamma change of delta per USD
 * @param vegaPerPoint USD per volatility point
 * @param thetaPerDay USD per day
 * @param missing options without fresh greeks; they are in none of the sums
 */
public record Exposure(
    Quantity delta,
    BigDecimal gamma,
    Money vegaPerPoint,
    Money thetaPerDay,
    Set<Instrument> missing) {
  public static final Exposure NONE =
      new Exposure(Quantity.ZERO, BigDecimal.ZERO, Money.ZERO, Money.ZERO, Set.of());

  public Exposure {
    missing = Set.copyOf(missing);
  }

  public boolean isWhole() {
    return missing.isEmpty();
  }

  static Exposure of(Map<Instrument, Quantity> positions, MarketView market, Instant now) {
    Sum sum = new Sum();
    positions.forEach(
        (instrument, quantity) -> {
          switch (instrument) {
            case Perpetual perpetual -> sum.delta = sum.delta.add(quantity.units());
            case Option option ->
                market
                    .ticker(option, now)
                    .flatMap(ticker -> ticker.greeks())
                    .ifPresentOrElse(
                        greeks -> sum.add(quantity.units(), greeks), () -> sum.missing.add(option));
          }
        });
    return sum.exposure();
  }

  /** The running sums. */
  private static final class Sum {
    private BigDecimal delta = BigDecimal.ZERO;
    private BigDecimal gamma = BigDecimal.ZERO;
    private BigDecimal vega = BigDecimal.ZERO;
    private BigDecimal theta = BigDecimal.ZERO;
    private final Set<Instrument> missing = new LinkedHashSet<>();

    void add(BigDecimal units, OptionGreeks greeks) {
      delta = delta.add(units.multiply(greeks.delta()));
      gamma = gamma.add(units.multiply(greeks.gamma()));
      vega = vega.add(units.multiply(greeks.vegaPerPoint()));
      theta = theta.add(units.multiply(greeks.thetaPerDay()));
    }

    Exposure exposure() {
      return new Exposure(
          new Quantity(delta.setScale(Quantity.MAX_SCALE, RoundingMode.HALF_EVEN)),
          gamma,
          new Money(vega.setScale(Money.MAX_SCALE, RoundingMode.HALF_EVEN)),
          new Money(theta.setScale(Money.MAX_SCALE, RoundingMode.HALF_EVEN)),
          missing);
    }
  }
}
