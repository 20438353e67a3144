package io.arb.core.portfolio;

import io.arb.core.market.MarketView;
import io.arb.core.model.InstrumentSpec;
import io.arb.core.model.Option;
import io.arb.core.model.OptionGreeks;
import io.arb.core.model.Ticker;
import io.arb.greeks.Black76;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The delta of an option, also of one that the venue does not list: then it is Black-76 at the
 * volatility and forward of the nearest strike of the same expiry that has fresh greeks. Owned by
 * the engine thread.
 */
public final class OptionDeltas {
  private static final double SECONDS_PER_YEAR = Duration.ofDays(365).toSeconds();

  private final MarketView market;

  public OptionDeltas(MarketView market) {
    this.market = market;
  }

  /** Delta of one unit per USD of forward; empty if nothing fresh of that expiry is known. */
  public OptionalDouble delta(Option option, Instant now) {
    if (option.isExpired(now)) {
      return OptionalDouble.empty();
    }
    Optional<OptionGreeks> own = market.ticker(option, now).flatMap(Ticker::greeks);
    if (own.isPresent()) {
      return OptionalDouble.of(own.get().delta().doubleValue());
    }
    return nearest(option, now)
        .map(greeks -> OptionalDouble.of(modelDelta(option, greeks, now)))
        .orElse(OptionalDouble.empty());
  }

  private Optional<OptionGreeks> nearest(Option option, Instant now) {
    return market.listed().stream()
        .map(InstrumentSpec::instrument)
        .filter(Option.class::isInstance)
        .map(Option.class::cast)
        .filter(other -> other.underlying().equals(option.underlying()))
        .filter(other -> other.expiry().equals(option.expiry()))
        .sorted(Comparator.comparing((Option other) -> distance(option, other)))
        .flatMap(other -> market.ticker(other, now).flatMap(Ticker::greeks).stream())
        .findFirst();
  }

  private static BigDecimal distance(Option a, Option b) {
    return a.strike().usd().subtract(b.strike().usd()).abs();
  }

  private static double modelDelta(Option option, OptionGreeks nearby, Instant now) {
    double years = Duration.between(now, option.expiry()).toSeconds() / SECONDS_PER_YEAR;
    return Black76.price(
            option.type(),
            nearby.forward().usd().doubleValue(),
            option.strike().usd().doubleValue(),
            years,
            nearby.volFraction().doubleValue(),
            0.0)
        .greeks()
        .delta();
  }
}
