package io.arb.cli.greeks;

import io.arb.cli.input.ExpiryText;
import io.arb.cli.input.FieldException;
import io.arb.cli.input.Fields;
import io.arb.greeks.OptionType;
import java.time.Instant;

/**
 * One option and its market. Immutable.
 *
 * @param strikeUsd above 0
 * @param years of 365 days to expiry, at least 0
 * @param quantity units of the underlying, negative is short, 1e-15 to 1e15 in size
 */
record Contract(
    OptionType type,
    double strikeUsd,
    Instant expiry,
    double years,
    Market market,
    double quantity) {
  private static final double MOST_QUANTITY = 1e15;
  private static final String QUANTITY_EXPECTED = "a number from 1e-15 to 1e15, or that below 0";
  private static final double DAYS_PER_YEAR = 365;

  static Contract read(Fields fields, Instant now) throws FieldException {
    OptionType type = fields.word("type", OptionType.class);
    double strike = fields.positive("strike");
    Instant expiry = ExpiryText.read(fields, "expiry", now);
    double years = ExpiryText.years(now, expiry);
    return new Contract(type, strike, expiry, years, Market.read(fields, years), quantity(fields));
  }

  /** The field {@code quantity}; 1 if it says nothing. */
  static double quantity(Fields fields) throws FieldException {
    return fields.has("quantity")
        ? fields.number("quantity", QUANTITY_EXPECTED, Contract::isQuantity)
        : 1;
  }

  private static boolean isQuantity(double value) {
    double size = Math.abs(value);
    return size >= 1 / MOST_QUANTITY && size <= MOST_QUANTITY;
  }

  double days() {
    return years * DAYS_PER_YEAR;
  }
}
