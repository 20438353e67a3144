package io.arb.core.paper;

import io.arb.greeks.ImpliedVol;
import io.arb.greeks.OptionType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Forward, volatilities and spreads of one recorded expiry. Immutable.
 *
 * <p>Each strike's volatility is solved from the mark of its out-of-the-money option, or of the
 * other one where that mark is too small to tell.
 */
final class VolSlice {
  private static final double YEAR_SECONDS = Duration.ofDays(365).toSeconds();

  private final double carryPerYear;
  private final TreeMap<Double, Double> volByMoneyness = new TreeMap<>();
  private final Map<OptionType, TreeMap<Double, QuoteGap>> gaps;

  /** The rows of one expiry. */
  VolSlice(List<OptionChain.Row> rows, double indexUsd, Instant recordedAt) {
    OptionChain.Row any = rows.getFirst();
    double years = years(recordedAt, any.expiry());
    carryPerYear = Math.log(any.forwardUsd() / indexUsd) / years;
    rows.stream()
        .collect(
            Collectors.groupingBy(OptionChain.Row::strikeUsd, TreeMap::new, Collectors.toList()))
        .values()
        .forEach(sameStrike -> addVol(sameStrike, years));
    if (volByMoneyness.isEmpty()) {
      throw new IllegalArgumentException("no mark of " + any.expiry() + " has a volatility");
    }
    gaps =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    OptionChain.Row::type,
                    Collectors.toMap(
                        VolSlice::logMoneyness, QuoteGap::of, (a, b) -> a, TreeMap::new)));
  }

  private void addVol(Collection<OptionChain.Row> sameStrike, double years) {
    sameStrike.stream()
        .sorted((a, b) -> Boolean.compare(isInTheMoney(a), isInTheMoney(b)))
        .map(row -> solve(row, years))
        .filter(ImpliedVol.Solved.class::isInstance)
        .map(ImpliedVol.Solved.class::cast)
        .findFirst()
        .ifPresent(
            solved ->
                volByMoneyness.put(
                    logMoneyness(sameStrike.iterator().next()), solved.volFraction()));
  }

  private static ImpliedVol solve(OptionChain.Row row, double years) {
    return ImpliedVol.solve(row.type(), row.markUsd(), row.forwardUsd(), row.strikeUsd(), years);
  }

  private static boolean isInTheMoney(OptionChain.Row row) {
    return row.type().intrinsicUsd(row.forwardUsd(), row.strikeUsd()) > 0;
  }

  private static double logMoneyness(OptionChain.Row row) {
    return Math.log(row.strikeUsd() / row.forwardUsd());
  }

  /** Time between two instants in years of 365 days. */
  static double years(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0 / YEAR_SECONDS;
  }

  /** Continuous rate at which the recorded forward grew over the index. */
  double carryPerYear() {
    return carryPerYear;
  }

  /** Linear between the recorded strikes, flat outside. */
  double volFraction(double logMoneyness) {
    Map.Entry<Double, Double> below = volByMoneyness.floorEntry(logMoneyness);
    Map.Entry<Double, Double> above = volByMoneyness.ceilingEntry(logMoneyness);
    if (below == null || above == null) {
      return (below == null ? volByMoneyness.firstEntry() : volByMoneyness.lastEntry()).getValue();
    }
    double width = above.getKey() - below.getKey();
    double weight = width == 0 ? 0 : (logMoneyness - below.getKey()) / width;
    return below.getValue() + weight * (above.getValue() - below.getValue());
  }

  /** How far the recorded quotes stood from the mark at the nearest recorded moneyness. */
  QuoteGap gap(OptionType type, double logMoneyness) {
    NavigableMap<Double, QuoteGap> byMoneyness = gaps.getOrDefault(type, new TreeMap<>());
    Map.Entry<Double, QuoteGap> below = byMoneyness.floorEntry(logMoneyness);
    Map.Entry<Double, QuoteGap> above = byMoneyness.ceilingEntry(logMoneyness);
    if (below == null) {
      return above == null ? QuoteGap.NOBODY : above.getValue();
    }
    return above == null || logMoneyness - below.getKey() <= above.getKey() - logMoneyness
        ? below.getValue()
        : above.getValue();
  }
}
