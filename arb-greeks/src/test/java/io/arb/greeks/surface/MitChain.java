package io.arb.greeks.surface;

import io.arb.greeks.OptionType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** The Deribit ETH chain of 8 January 2024, 11:18 UTC; see NOTICE for where it comes from. */
final class MitChain {
  static final long TAKEN_AT_MILLIS = 1_704_712_781_414L;
  static final double INDEX_USD = 2222.19;

  private static final double MILLIS_PER_YEAR = 365 * 86_400_000.0;
  private static final double TICK_COINS = 0.0005;
  private static final DateTimeFormatter EXPIRY =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("dMMMuu")
          .toFormatter(Locale.ENGLISH);

  private MitChain() {}

  /** All options, grouped by years to expiry. */
  static Map<Double, List<OptionQuote>> listed() {
    var bytes =
        Objects.requireNonNull(
            MitChain.class.getResourceAsStream("book_summary_ETH_2024-01-08.csv.gz"));
    try (var lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(bytes), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .skip(1)
          .map(line -> line.split(",", -1))
          .collect(
              Collectors.groupingBy(
                  row -> years(row[20]),
                  TreeMap::new,
                  Collectors.mapping(MitChain::quote, Collectors.toList())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<SliceQuotes> slices() {
    return listed().entrySet().stream()
        .map(expiry -> SliceQuotes.of(expiry.getValue(), expiry.getKey()))
        .toList();
  }

  private static double years(String expiry) {
    LocalDate date = LocalDate.parse(expiry, EXPIRY);
    return (date.atTime(8, 0).toInstant(ZoneOffset.UTC).toEpochMilli() - TAKEN_AT_MILLIS)
        / MILLIS_PER_YEAR;
  }

  private static OptionQuote quote(String[] row) {
    double forward = Double.parseDouble(row[9]);
    return new OptionQuote(
        row[22].equals("C") ? OptionType.CALL : OptionType.PUT,
        Double.parseDouble(row[21]),
        forward,
        usd(row[14], forward),
        usd(row[13], forward),
        TICK_COINS * forward);
  }

  private static double usd(String coins, double forward) {
    return coins.isEmpty() ? Double.NaN : Double.parseDouble(coins) * forward;
  }
}
