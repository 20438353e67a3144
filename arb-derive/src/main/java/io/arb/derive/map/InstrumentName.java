package io.arb.derive.map;

import io.arb.core.model.Instrument;
import io.arb.core.model.Option;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Price;
import io.arb.core.model.Underlying;
import io.arb.greeks.OptionType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The venue's names of instruments: {@code ETH-PERP}, {@code ETH-20261127-2500-C}; a decimal point
 * in a strike is written {@code _}. Source: Derive documentation, "Instrument names".
 */
public final class InstrumentName {
  private static final Pattern PERPETUAL = Pattern.compile("([A-Z0-9]{1,16})-PERP");
  private static final Pattern OPTION =
      Pattern.compile("([A-Z0-9]{1,16})-([0-9]{8})-([0-9]{1,12}(?:_[0-9]{1,8})?)-([CP])");
  private static final LocalTime EXPIRY_TIME = LocalTime.of(8, 0);
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  private InstrumentName() {}

  /** The instrument behind a name; empty for what the model does not know, such as spot. */
  public static Optional<Instrument> parse(String name) {
    Matcher perpetual = PERPETUAL.matcher(name);
    if (perpetual.matches()) {
      return Optional.of(Perpetual.of(perpetual.group(1)));
    }
    Matcher option = OPTION.matcher(name);
    return option.matches() ? option(option) : Optional.empty();
  }

  private static Optional<Instrument> option(Matcher name) {
    Price strike = Price.of(name.group(3).replace('_', '.'));
    Optional<Instant> expiry = expiry(name.group(2));
    if (strike.isZero() || expiry.isEmpty()) {
      return Optional.empty();
    }
    OptionType type = name.group(4).equals("C") ? OptionType.CALL : OptionType.PUT;
    return Optional.of(new Option(new Underlying(name.group(1)), expiry.get(), strike, type));
  }

  private static Optional<Instant> expiry(String day) {
    try {
      return Optional.of(LocalDate.parse(day, DAY).atTime(EXPIRY_TIME).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The venue's name of an instrument, whether the venue lists it or not. */
  public static String of(Instrument instrument) {
    return switch (instrument) {
      case Perpetual perpetual -> perpetual.underlying() + "-PERP";
      case Option option -> {
        String day = DAY.format(option.expiry().atZone(ZoneOffset.UTC).toLocalDate());
        String strike = option.strike().toString().replace('.', '_');
        String kind = option.type() == OptionType.CALL ? "C" : "P";
        yield option.underlying() + "-" + day + "-" + strike + "-" + kind;
      }
    };
  }
}
