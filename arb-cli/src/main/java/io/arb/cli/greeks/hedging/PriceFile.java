package io.arb.cli.greeks.hedging;

import io.arb.cli.input.FieldException;
import io.arb.greeks.hedgesim.PricePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A price series in CSV: {@code time,price} or {@code time,price,vol}. Time is an instant ({@code
 * 2026-11-22T10:00:00Z}), a date (midnight UTC) or milliseconds since 1970; vol is the implied
 * volatility as a fraction. A first line without numbers is a heading; empty lines are passed over.
 */
final class PriceFile {
  private static final double MILLIS_PER_YEAR = 365 * 86_400_000.0;
  private static final String TIME =
      "an instant, a date or milliseconds, later than the line before";
  private static final String EXPECTED = "time,price or time,price,vol in every line";

  private final List<Double> years = new ArrayList<>();
  private final List<Double> prices = new ArrayList<>();
  private final List<Double> vols = new ArrayList<>();
  private long firstMillis;

  private PriceFile() {}

  /** The series of a file. */
  static PricePath read(Path file) throws FieldException {
    PriceFile series = new PriceFile();
    try {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        series.take(lines.get(i).strip(), i + 1);
      }
    } catch (IOException e) {
      throw new FieldException("--prices", "a file of UTF-8 text that can be read", file + "");
    }
    if (series.years.size() < 2) {
      throw new FieldException("--prices", "at least 2 lines of time,price", file + "");
    }
    return series.path();
  }

  private PricePath path() {
    double[] shifts = new double[vols.size()];
    for (int i = 0; i < shifts.length; i++) {
      shifts[i] = vols.get(i) - vols.getFirst();
    }
    return PricePath.of(array(years), array(prices), shifts);
  }

  private void take(String line, int number) throws FieldException {
    String[] cells = line.split(",", -1);
    boolean isHeading = years.isEmpty() && cells.length > 1 && number(cells[1]).isEmpty();
    if (line.isEmpty() || (isHeading && number == 1)) {
      return;
    }
    int columns = vols.isEmpty() ? 2 : 3;
    if (cells.length != columns && !(years.isEmpty() && cells.length == 3)) {
      throw problem(number, EXPECTED, line);
    }
    takeTime(cells[0].strip(), number);
    prices.add(positive(cells[1], number, "a price above 0"));
    if (cells.length == 3) {
      vols.add(positive(cells[2], number, "a volatility above 0"));
    }
  }

  private void takeTime(String text, int number) throws FieldException {
    long millis = millis(text, number);
    if (years.isEmpty()) {
      firstMillis = millis;
    }
    double elapsed = (millis - firstMillis) / MILLIS_PER_YEAR;
    if (!years.isEmpty() && elapsed <= years.getLast()) {
      throw problem(number, TIME, text);
    }
    years.add(elapsed);
  }

  private static long millis(String text, int number) throws FieldException {
    try {
      if (text.indexOf('T') > 0) {
        return Instant.parse(text).toEpochMilli();
      }
      return text.indexOf('-') > 0
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli()
          : Long.parseLong(text);
    } catch (DateTimeParseException | NumberFormatException e) {
      throw problem(number, TIME, text);
    }
  }

  private static double positive(String text, int number, String expected) throws FieldException {
    OptionalDouble value = number(text);
    if (value.isEmpty() || value.getAsDouble() <= 0) {
      throw problem(number, expected, text);
    }
    return value.getAsDouble();
  }

  private static OptionalDouble number(String text) {
    try {
      double value = Double.parseDouble(text.strip());
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  private static FieldException problem(int line, String expected, String value) {
    return new FieldException("--prices, line " + line, expected, value);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
