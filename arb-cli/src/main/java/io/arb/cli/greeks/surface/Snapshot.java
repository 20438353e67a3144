package io.arb.cli.greeks.surface;

import io.arb.cli.input.ExpiryText;
import io.arb.greeks.surface.OptionQuote;
import io.arb.greeks.surface.SliceQuotes;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All quotes of one moment. Immutable.
 *
 * @param takenAtMillis epoch milliseconds
 * @param indexUsd price of the underlying: the median over the rows
 * @param listed quotes by expiry; what had expired is left out
 */
record Snapshot(long takenAtMillis, double indexUsd, SortedMap<Instant, List<OptionQuote>> listed) {
  static Snapshot of(long takenAtMillis, List<ChainRow> rows) {
    double[] index = rows.stream().mapToDouble(ChainRow::indexUsd).sorted().toArray();
    return new Snapshot(
        takenAtMillis,
        index[index.length / 2],
        rows.stream()
            .filter(row -> row.expiry().toEpochMilli() > takenAtMillis)
            .collect(
                Collectors.groupingBy(
                    ChainRow::expiry,
                    TreeMap::new,
                    Collectors.mapping(ChainRow::quote, Collectors.toList()))));
  }

  /** The usable quotes of one expiry. */
  SliceQuotes quotes(Instant expiry) {
    return SliceQuotes.of(
        listed.getOrDefault(expiry, List.of()),
        ExpiryText.years(Instant.ofEpochMilli(takenAtMillis), expiry));
  }

  /** How many quotes of an expiry have two sides, usable or not. */
  long twoSided(Instant expiry) {
    return SliceQuotes.countTwoSided(listed.getOrDefault(expiry, List.of()));
  }
}
