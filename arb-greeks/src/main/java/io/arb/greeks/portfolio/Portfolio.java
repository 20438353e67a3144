package io.arb.greeks.portfolio;

import io.arb.greeks.portfolio.LegResult.Counted;
import io.arb.greeks.portfolio.LegResult.Skipped;
import io.arb.greeks.portfolio.LegValue.OptionValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Positions and the index prices of their underlyings.
 *
 * @param legs in any order; the same leg twice counts twice
 * @param indices by name of the underlying
 */
public record Portfolio(List<Leg> legs, Map<String, Index> indices) {
  private static final Comparator<SkippedLeg> BY_NAME =
      Comparator.comparing((SkippedLeg skipped) -> skipped.leg().underlying())
          .thenComparing(skipped -> skipped.leg().name())
          .thenComparing(SkippedLeg::toString);

  public Portfolio {
    legs = List.copyOf(legs);
    indices = Map.copyOf(indices);
  }

  /**
   * Adds up the greeks. A leg whose value or index is missing, stale or past expiry is reported and
   * not counted, never taken as zero. The same legs in another order give the same result, bit by
   * bit.
   *
   * @param nowMillis the time of valuation, epoch milliseconds; what was observed later is fresh
   * @throws IllegalArgumentException if a greek or a sum is not finite
   */
  public PortfolioGreeks greeks(GreeksRules rules, long nowMillis) {
    var valuation = new LegValuation(indices, rules, nowMillis);
    var counted = new TreeMap<String, List<Counted>>();
    var skipped = new ArrayList<SkippedLeg>();
    for (Leg leg : legs) {
      switch (valuation.of(leg)) {
        case Counted count ->
            counted.computeIfAbsent(leg.underlying(), name -> new ArrayList<>()).add(count);
        case Skipped skip -> skipped.add(skip.report());
      }
    }
    skipped.sort(BY_NAME);
    var underlyings = new ArrayList<UnderlyingGreeks>();
    counted.forEach((name, count) -> underlyings.add(underlying(name, count, rules.smile())));
    return new PortfolioGreeks(underlyings, skipped);
  }

  private static UnderlyingGreeks underlying(String name, List<Counted> counted, SmileRule smile) {
    double indexUsd = counted.getFirst().index().priceUsd();
    return new UnderlyingGreeks(
        name, indexUsd, smile, sum(counted), vegaBuckets(counted), counted.size());
  }

  private static List<VegaBucket> vegaBuckets(List<Counted> counted) {
    SortedMap<Long, List<Counted>> byExpiry = new TreeMap<>();
    for (Counted count : counted) {
      if (count.leg().value() instanceof OptionValue option) {
        byExpiry.computeIfAbsent(option.expiryMillis(), key -> new ArrayList<>()).add(count);
      }
    }
    var buckets = new ArrayList<VegaBucket>();
    byExpiry.forEach(
        (expiry, legs) -> {
          IndexGreeks greeks = sum(legs);
          buckets.add(new VegaBucket(expiry, greeks.vega(), greeks.weightedVega()));
        });
    return buckets;
  }

  private static IndexGreeks sum(List<Counted> counted) {
    return IndexGreeks.sum(counted.stream().map(Counted::greeks).toList());
  }
}
