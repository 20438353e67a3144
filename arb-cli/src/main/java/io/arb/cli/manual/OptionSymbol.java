package io.arb.cli.manual;

import io.arb.core.model.Option;
import io.arb.core.model.Price;
import io.arb.core.model.Underlying;
import io.arb.greeks.OptionType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Options as people write them: {@code ETH-20261127-2500-C}, expiring at 08:00 UTC. */
final class OptionSymbol {
  static final String FORM = "an option such as ETH-20261127-2500-C";

  private static final Pattern SYMBOL =
      Pattern.compile("([A-Z0-9]{1,16})-(\\d{8})-(\\d{1,12}(?:\\.\\d{1,8})?)-([CP])");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
  private static final LocalTime EXPIRY = LocalTime.of(8, 0);

  private OptionSymbol() {}

  /** The option; empty if the text names none. */
  static Optional<Option> parse(String symbol) {
    Matcher parts = SYMBOL.matcher(symbol);
    return parts.matches() ? option(parts) : Optional.empty();
  }

  private static Optional<Option> option(Matcher parts) {
    Price strike = Price.of(parts.group(3));
    OptionType type = parts.group(4).equals("C") ? OptionType.CALL : OptionType.PUT;
    return strike.isZero()
        ? Optional.empty()
        : expiry(parts.group(2))
            .map(expiry -> new Option(new Underlying(parts.group(1)), expiry, strike, type));
  }

  private static Optional<Instant> expiry(String day) {
    try {
      return Optional.of(LocalDate.parse(day, DAY).atTime(EXPIRY).toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
