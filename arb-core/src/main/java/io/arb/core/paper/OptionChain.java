package io.arb.core.paper;

import io.arb.greeks.OptionType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * All options of one underlying as a venue showed them at one instant. Immutable.
 *
 * @param recordedAt when
 * @param indexUsd the spot index then
 */
public record OptionChain(Instant recordedAt, double indexUsd, List<Row> rows) {
  private static final DateTimeFormatter DAY =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("dMMMyy")
          .toFormatter(Locale.ENGLISH);
  private static final LocalTime EXPIRY_TIME = LocalTime.of(8, 0);

  public OptionChain {
    rows = List.copyOf(rows);
  }

  /**
   * One option, in USD per unit.
   *
   * @param bidUsd empty: nobody quoted
   * @param askUsd empty: nobody quoted
   */
  public record Row(
      Instant expiry,
      double strikeUsd,
      OptionType type,
      double forwardUsd,
      double markUsd,
      OptionalDouble bidUsd,
      OptionalDouble askUsd) {}

  /** Deribit's ETH options of 8 January 2024, 11:19 UTC: 684 rows, 11 expiries. */
  public static OptionChain recordedEth() {
    List<Map<String, String>> table = RecordedTable.read("book_summary_ETH_2024-01-08.csv.gz");
    Map<String, String> any = table.getFirst();
    return new OptionChain(
        Instant.ofEpochMilli(Long.parseLong(cell(any, "creation_timestamp"))),
        Double.parseDouble(cell(any, "estimated_delivery_price")),
        table.stream().map(OptionChain::row).toList());
  }

  /** Deribit quotes ETH options in ETH; USD is that times the forward. */
  private static Row row(Map<String, String> row) {
    double forward = Double.parseDouble(cell(row, "underlying_price"));
    return new Row(
        LocalDate.parse(cell(row, "expire_date"), DAY)
            .atTime(EXPIRY_TIME)
            .toInstant(ZoneOffset.UTC),
        Double.parseDouble(cell(row, "strike_price")),
        cell(row, "option_type").equals("C") ? OptionType.CALL : OptionType.PUT,
        forward,
        Double.parseDouble(cell(row, "mark_price")) * forward,
        usd(cell(row, "bid_price"), forward),
        usd(cell(row, "ask_price"), forward));
  }

  private static OptionalDouble usd(String coins, double forward) {
    return coins.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Double.parseDouble(coins) * forward);
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }
}
