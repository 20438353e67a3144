package io.arb.cli.greeks.surface;

import io.arb.cli.input.ExpiryText;
import io.arb.cli.input.FieldException;
import io.arb.cli.input.Fields;
import io.arb.greeks.OptionType;
import io.arb.greeks.surface.OptionQuote;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One row of a chain. Immutable.
 *
 * <p>Two kinds of rows are understood. With {@code instrument} it is a venue's: {@code
 * ETH-27FEB26-2000-P} expires at 08:00 UTC, and {@code bid} and {@code ask} are in coins of {@code
 * fwd}. Without, {@code type}, {@code strike} and {@code expiry} say which option it is, and {@code
 * bid} and {@code ask} are in USD. {@code fwd} is the forward of the expiry and {@code index} the
 * price of the underlying, both in USD; without {@code index} it is the forward. An empty {@code
 * bid} or {@code ask} is a side nobody quotes. {@code ts_ms}, epoch milliseconds, says when.
 *
 * @param takenAtMillis when the quote was taken
 * @param indexUsd price of the underlying
 * @param expiry of the option
 * @param quote bid and offer in USD
 */
record ChainRow(long takenAtMillis, double indexUsd, Instant expiry, OptionQuote quote) {
  /** What a row may say; that of the last line is known, and not needed. */
  static final Set<String> NAMES =
      Set.of(
          "ts_ms",
          "instrument",
          "type",
          "strike",
          "expiry",
          "fwd",
          "index",
          "bid",
          "ask",
          "tick",
          "underlying",
          "mark",
          "mark_iv",
          "delta",
          "vega",
          "oi",
          "vol24h");

  private static final String INSTRUMENT = "a name such as ETH-27FEB26-2000-P";
  private static final Pattern NAME =
      Pattern.compile("[A-Z0-9_]{2,20}-(\\d{1,2}[A-Z]{3}\\d{2})-(\\d{1,9}(?:\\.\\d{1,9})?)-([CP])");
  private static final DateTimeFormatter EXPIRY =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("dMMMuu")
          .toFormatter(Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);
  private static final int EXPIRES_AT_HOUR = 8;

  /** Smallest step of Deribit's coin-settled options. */
  private static final double TICK_COINS = 0.0001;

  private static final double LATEST_MILLIS = 7e12;

  static ChainRow read(Fields fields) throws FieldException {
    double millis =
        fields.number(
            "ts_ms",
            "epoch milliseconds",
            value -> value >= 0 && value <= LATEST_MILLIS && value == Math.rint(value));
    double forward = fields.positive("fwd");
    double index = fields.has("index") ? fields.positive("index") : forward;
    return fields.has("instrument")
        ? named(fields, (long) millis, forward, index)
        : spelledOut(fields, (long) millis, forward, index);
  }

  private static ChainRow named(Fields fields, long millis, double forward, double index)
      throws FieldException {
    Matcher name = NAME.matcher(fields.text("instrument", INSTRUMENT));
    if (!name.matches()) {
      throw fields.problem("instrument", INSTRUMENT);
    }
    double strike = Double.parseDouble(name.group(2));
    if (strike <= 0) {
      throw fields.problem("instrument", INSTRUMENT);
    }
    return new ChainRow(
        millis,
        index,
        expiry(fields, name.group(1)),
        new OptionQuote(
            name.group(3).equals("C") ? OptionType.CALL : OptionType.PUT,
            strike,
            forward,
            side(fields, "bid") * forward,
            side(fields, "ask") * forward,
            TICK_COINS * forward));
  }

  private static Instant expiry(Fields fields, String date) throws FieldException {
    try {
      return LocalDate.parse(date, EXPIRY).atTime(EXPIRES_AT_HOUR, 0).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw fields.problem("instrument", INSTRUMENT);
    }
  }

  private static ChainRow spelledOut(Fields fields, long millis, double forward, double index)
      throws FieldException {
    return new ChainRow(
        millis,
        index,
        ExpiryText.read(fields, "expiry", Instant.ofEpochMilli(millis)),
        new OptionQuote(
            fields.word("type", OptionType.class),
            fields.positive("strike"),
            forward,
            side(fields, "bid"),
            side(fields, "ask"),
            fields.has("tick") ? fields.notNegative("tick") : 0));
  }

  private static double side(Fields fields, String name) throws FieldException {
    return fields.has(name) ? fields.notNegative(name) : Double.NaN;
  }
}
