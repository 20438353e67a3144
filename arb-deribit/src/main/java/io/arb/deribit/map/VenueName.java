package io.arb.deribit.map;

import io.arb.core.model.Price;
import io.arb.greeks.OptionType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name of the venue, taken apart. Names are case sensitive and never padded: days and strikes
 * have no leading zero, a decimal point in a strike is written {@code d}. Source: Deribit
 * documentation, "Instrument naming".
 *
 * @param base the coin: {@code ETH}, {@code 1000BONK}
 * @param quote the stablecoin of a linear product or the second currency of a spot pair; empty for
 *     inverse products
 */
public record VenueName(String base, Optional<String> quote, Product product) {

  /** What is named. */
  public sealed interface Product {
    /** A perpetual future. */
    record PerpetualFuture() implements Product {}

    /** A dated future. */
    record DatedFuture(LocalDate day) implements Product {}

    /** An option. */
    record OptionProduct(LocalDate day, Price strike, OptionType type) implements Product {}

    /** A currency pair. */
    record Spot() implements Product {}

    /**
     * Several legs under one name; the codes are open-ended.
     *
     * @param legs the rest of the name, as written
     */
    record Combo(String code, String legs) implements Product {}
  }

  private static final String CURRENCIES = "([A-Z0-9]{1,16})(?:_([A-Z0-9]{1,16}))?";
  private static final String DAY = "(?:[1-9]|[12][0-9]|3[01])[A-Z]{3}[0-9]{2}";
  private static final String STRIKE = "(?:0|[1-9][0-9]{0,11})(?:d[0-9]{1,8})?";
  private static final Pattern SPOT = Pattern.compile("([A-Z0-9]{1,16})_([A-Z0-9]{1,16})");
  private static final Pattern NAME = Pattern.compile(CURRENCIES + "-(.+)");
  private static final Pattern FUTURE = Pattern.compile("(" + DAY + ")");
  private static final Pattern OPTION = Pattern.compile("(" + DAY + ")-(" + STRIKE + ")-([CP])");
  private static final Pattern FUTURE_COMBO =
      Pattern.compile("([A-Z]{1,8}[0-9]{0,4})-(" + DAY + "_(?:" + DAY + "|PERP))");
  private static final Pattern OPTION_COMBO =
      Pattern.compile(
          "([A-Z]{1,8}[0-9]{0,4})-(%s(?:_%s)*-%s(?:_%s)*)".formatted(DAY, DAY, STRIKE, STRIKE));
  private static final Pattern DAY_PARTS = Pattern.compile("([0-9]{1,2})([A-Z]{3})([0-9]{2})");
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final String PERPETUAL = "PERPETUAL";
  private static final int CENTURY = 2_000;
  private static final int EXPIRY_HOUR_UTC = 8;

  /** The parts of a name; empty if it is none of the venue's. */
  public static Optional<VenueName> parse(String name) {
    Matcher spot = SPOT.matcher(name);
    if (spot.matches()) {
      return Optional.of(
          new VenueName(spot.group(1), Optional.of(spot.group(2)), new Product.Spot()));
    }
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    return product(matcher.group(3))
        .map(
            product ->
                new VenueName(matcher.group(1), Optional.ofNullable(matcher.group(2)), product));
  }

  private static Optional<Product> product(String text) {
    if (text.equals(PERPETUAL)) {
      return Optional.of(new Product.PerpetualFuture());
    }
    Matcher future = FUTURE.matcher(text);
    if (future.matches()) {
      return day(future.group(1)).map(Product.DatedFuture::new);
    }
    Matcher option = OPTION.matcher(text);
    if (option.matches()) {
      return option(option);
    }
    Matcher futures = FUTURE_COMBO.matcher(text);
    Matcher combo = futures.matches() ? futures : OPTION_COMBO.matcher(text);
    return combo.matches()
        ? Optional.of(new Product.Combo(combo.group(1), combo.group(2)))
        : Optional.empty();
  }

  private static Optional<Product> option(Matcher option) {
    Price strike = Price.of(option.group(2).replace('d', '.'));
    OptionType type = option.group(3).equals("C") ? OptionType.CALL : OptionType.PUT;
    return strike.isZero()
        ? Optional.empty()
        : day(option.group(1)).map(day -> new Product.OptionProduct(day, strike, type));
  }

  /** By hand: formatters of the JDK depend on the locale and misread capitals. */
  private static Optional<LocalDate> day(String text) {
    Matcher parts = DAY_PARTS.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int month = MONTHS.indexOf(parts.group(2)) + 1;
    try {
      return Optional.of(
          LocalDate.of(
              CENTURY + Integer.parseInt(parts.group(3)), month, Integer.parseInt(parts.group(1))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The instant at which products of a day end: 08:00 UTC. */
  public static Instant expiry(LocalDate day) {
    return day.atTime(EXPIRY_HOUR_UTC, 0).toInstant(ZoneOffset.UTC);
  }

  /** Whether it is settled in the coin. */
  public boolean isInverse() {
    return quote.isEmpty();
  }

  /** The name as the venue writes it. */
  @Override
  public String toString() {
    String currencies = quote.map(second -> base + "_" + second).orElse(base);
    return switch (product) {
      case Product.PerpetualFuture perpetual -> currencies + "-" + PERPETUAL;
      case Product.DatedFuture(LocalDate day) -> currencies + "-" + written(day);
      case Product.OptionProduct(LocalDate day, Price strike, OptionType type) ->
          currencies
              + "-"
              + written(day)
              + ("-" + strike.toString().replace('.', 'd'))
              + (type == OptionType.CALL ? "-C" : "-P");
      case Product.Spot spot -> currencies;
      case Product.Combo(String code, String legs) -> currencies + "-" + code + "-" + legs;
    };
  }

  private static String written(LocalDate day) {
    int year = day.getYear() - CENTURY;
    return day.getDayOfMonth()
        + MONTHS.get(day.getMonthValue() - 1)
        + (year < 10 ? "0" + year : Integer.toString(year));
  }
}
