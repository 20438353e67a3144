package io.arb.cli.greeks.hedging;

import io.arb.cli.input.ExpiryText;
import io.arb.cli.input.FieldException;
import io.arb.cli.input.Fields;
import io.arb.greeks.OptionType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One option of a book as it is written on the command line: {@code 10,C,100000,7d,55%}.
 *
 * @param quantity units of the underlying, negative is short, not 0
 * @param strikeUsd above 0
 * @param years to expiry, above 0
 * @param volFraction above 0
 */
record LegText(
    double quantity, OptionType type, double strikeUsd, double years, double volFraction) {
  static final String EXPECTED =
      "QUANTITY,C or P,STRIKE,EXPIRY,VOL such as 10,C,100000,7d,55% or -1,P,3000,2026-12-25,0.6";

  private static final int PARTS = 5;
  private static final double GREATEST_VOL = 100;
  private static final double SECONDS_PER_YEAR = 365 * 86_400;

  /** All legs, at least one. */
  static List<LegText> readAll(List<String> texts, Instant now) throws FieldException {
    if (texts.isEmpty()) {
      throw FieldException.missing("--leg", EXPECTED);
    }
    List<LegText> legs = new ArrayList<>();
    for (String text : texts) {
      legs.add(read(text, now));
    }
    return legs;
  }

  private static LegText read(String text, Instant now) throws FieldException {
    String[] parts = text.split(",", -1);
    if (parts.length != PARTS) {
      throw new FieldException("--leg", EXPECTED, text);
    }
    try {
      Fields fields =
          Fields.ofRow(
              Map.of(
                  "quantity", parts[0].strip(),
                  "strike", parts[2].strip(),
                  "expiry", parts[3].strip(),
                  "vol", parts[4].strip()));
      double years = ExpiryText.years(now, ExpiryText.read(fields, "expiry", now));
      if (years <= 0) {
        throw fields.problem("expiry", "a moment after now");
      }
      return new LegText(
          fields.number("quantity", "a number other than 0", value -> value != 0),
          type(parts[1].strip()),
          fields.positive("strike"),
          years,
          fields.number(
              "vol", "a volatility above 0 such as 0.55 or 55%", v -> v > 0 && v <= GREATEST_VOL));
    } catch (FieldException e) {
      throw new FieldException("--leg", EXPECTED + " (" + e.problem() + ")", text);
    }
  }

  private static OptionType type(String text) throws FieldException {
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "C", "CALL" -> OptionType.CALL;
      case "P", "PUT" -> OptionType.PUT;
      default -> throw new FieldException("type", "C or P", text);
    };
  }

  double secondsToExpiry() {
    return years * SECONDS_PER_YEAR;
  }
}
