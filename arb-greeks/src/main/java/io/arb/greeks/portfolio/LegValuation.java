package io.arb.greeks.portfolio;

import static io.arb.greeks.portfolio.SkipReason.EXPIRED;
import static io.arb.greeks.portfolio.SkipReason.MISSING;
import static io.arb.greeks.portfolio.SkipReason.NO_INDEX;
import static io.arb.greeks.portfolio.SkipReason.STALE;
import static io.arb.greeks.portfolio.SkipReason.STALE_INDEX;

import io.arb.greeks.Greeks;
import io.arb.greeks.portfolio.LegResult.Counted;
import io.arb.greeks.portfolio.LegResult.Skipped;
import io.arb.greeks.portfolio.LegValue.Known;
import io.arb.greeks.portfolio.LegValue.Linear;
import io.arb.greeks.portfolio.LegValue.Missing;
import io.arb.greeks.portfolio.LegValue.OptionValue;
import java.util.Map;

/** Values single legs at one time: greeks by the index, or the reason why there are none. */
record LegValuation(Map<String, Index> indices, GreeksRules rules, long nowMillis) {
  private static final double MILLIS_PER_YEAR = 365 * 86_400_000.0;

  LegResult of(Leg leg) {
    return switch (leg.value()) {
      case Missing missing -> skipped(leg, MISSING);
      case OptionValue option when option.expiryMillis() <= nowMillis -> skipped(leg, EXPIRED);
      case Known known when isStale(known.asOfMillis()) -> skipped(leg, STALE);
      case Known known -> byIndex(leg, known);
    };
  }

  private LegResult byIndex(Leg leg, Known value) {
    Index index = indices.get(leg.underlying());
    if (index == null) {
      return skipped(leg, NO_INDEX);
    }
    if (isStale(index.asOfMillis())) {
      return skipped(leg, STALE_INDEX);
    }
    double forwardPerIndex = value.forwardUsd() / index.priceUsd();
    IndexGreeks greeks =
        switch (value) {
          case Linear linear -> linear(leg.units() * forwardPerIndex);
          case OptionValue option -> option(leg.units(), option, forwardPerIndex);
        };
    return new Counted(leg, index, greeks);
  }

  private static IndexGreeks linear(double delta) {
    return new IndexGreeks(delta, delta, 0, 0, 0, 0, 0);
  }

  /** Chain rule with {@code dF/dS = F/S} held still: delta takes it once, gamma twice. */
  private IndexGreeks option(double units, OptionValue option, double forwardPerIndex) {
    double years = (option.expiryMillis() - nowMillis) / MILLIS_PER_YEAR;
    Greeks unit = option.greeks(years);
    double volByForward = -option.volSlope() / option.forwardUsd();
    double moneynessDelta = unit.delta() + unit.vega() * volByForward;
    double vega = units * unit.vega();
    return new IndexGreeks(
        units * unit.delta() * forwardPerIndex,
        units * moneynessDelta * forwardPerIndex,
        units * unit.gamma() * forwardPerIndex * forwardPerIndex,
        vega,
        vega * Math.sqrt(rules.referenceYears() / years),
        units * unit.theta(),
        units * unit.rho());
  }

  private boolean isStale(long asOfMillis) {
    return nowMillis - asOfMillis > rules.staleAfterMillis();
  }

  private static LegResult skipped(Leg leg, SkipReason reason) {
    return new Skipped(new SkippedLeg(leg, reason));
  }
}
