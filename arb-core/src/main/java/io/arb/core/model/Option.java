package io.arb.core.model;

import io.arb.greeks.OptionType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A European option on one unit of the underlying.
 *
 * @param strike USD, positive
 * @param expiry the instant of expiry; the venues use 08:00 UTC
 */
public record Option(Underlying underlying, Instant expiry, Price strike, OptionType type)
    implements Instrument {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);

  public Option {
    if (strike.isZero()) {
      throw new IllegalArgumentException("strike must be positive, got " + strike);
    }
  }

  public static Option call(String underlying, Instant expiry, String strike) {
    return new Option(new Underlying(underlying), expiry, Price.of(strike), OptionType.CALL);
  }

  public static Option put(String underlying, Instant expiry, String strike) {
    return new Option(new Underlying(underlying), expiry, Price.of(strike), OptionType.PUT);
  }

  public boolean isExpired(Instant now) {
    return !now.isBefore(expiry);
  }

  @Override
  public String symbol() {
    String kind = type == OptionType.CALL ? "C" : "P";
    return underlying + "-" + DAY.format(expiry) + "-" + strike + "-" + kind;
  }

  @Override
  public String toString() {
    return symbol();
  }
}
