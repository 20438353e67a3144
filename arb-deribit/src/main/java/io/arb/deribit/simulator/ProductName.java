package io.arb.deribit.simulator;

import io.arb.core.model.Instrument;
import io.arb.core.model.Option;
import io.arb.core.model.Perpetual;
import io.arb.greeks.OptionType;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Names such as {@code ETH-PERPETUAL}, {@code ETH_USDC-PERPETUAL}, {@code ETH-5AUG26-2500-C}: no
 * zero before the day, a {@code d} for the point of a strike. Source: Deribit API, "Naming".
 */
final class ProductName {
  private static final List<String> MONTHS =
      List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
  private static final int CENTURY = 100;

  private ProductName() {}

  static String of(Instrument instrument, Flavour flavour) {
    String first = instrument.underlying() + (flavour == Flavour.LINEAR ? "_USDC" : "");
    return switch (instrument) {
      case Perpetual perpetual -> first + "-PERPETUAL";
      case Option option ->
          String.join(
              "-",
              first,
              date(option),
              strike(option),
              option.type() == OptionType.CALL ? "C" : "P");
    };
  }

  /** The day of expiry, such as {@code 5AUG26}. */
  static String date(Option option) {
    LocalDate day = option.expiry().atZone(ZoneOffset.UTC).toLocalDate();
    int year = day.getYear() % CENTURY;
    return day.getDayOfMonth()
        + MONTHS.get(day.getMonthValue() - 1)
        + (year < 10 ? "0" : "")
        + year;
  }

  private static String strike(Option option) {
    return option.strike().toString().replace('.', 'd');
  }
}
