package io.arb.cli.input;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moments as people write them: {@code 2026-12-25} (08:00 UTC, when crypto options expire), {@code
 * 2026-12-25T08:00:00Z}, or counted from now: {@code 30d}, {@code 12h}, {@code 90m}, {@code 1.5d}.
 * Stateless; safe from any thread.
 */
public final class ExpiryText {
  /** What a message says was expected. */
  public static final String EXPECTED =
      "a date (08:00 UTC), an instant such as 2026-12-25T08:00:00Z, or a time from now such as 30d"
          + " or 12h, at most 100 years ahead and not in the past";

  private static final LocalTime EXPIRES_AT = LocalTime.of(8, 0);
  private static final Pattern FROM_NOW = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)([dhm])");
  private static final Duration FURTHEST = Duration.ofDays(36_500);
  private static final long MILLIS_PER_YEAR = Duration.ofDays(365).toMillis();

  private ExpiryText() {}

  /** The expiry in a field, from {@code now} on. */
  public static Instant read(Fields fields, String name, Instant now) throws FieldException {
    String text = fields.text(name, EXPECTED);
    return parse(text, now)
        .filter(expiry -> isAhead(expiry, now))
        .orElseThrow(() -> fields.problem(name, EXPECTED));
  }

  private static boolean isAhead(Instant expiry, Instant now) {
    return !expiry.isBefore(now) && !expiry.isAfter(now.plus(FURTHEST));
  }

  /** The moment a text means, if it means one. */
  public static Optional<Instant> parse(String text, Instant now) {
    Matcher fromNow = FROM_NOW.matcher(text);
    if (fromNow.matches()) {
      return Optional.of(now.plus(duration(fromNow.group(1), fromNow.group(2))));
    }
    return moment(text);
  }

  /** A date (08:00 UTC) or an instant. */
  static Optional<Instant> moment(String text) {
    try {
      return Optional.of(
          text.indexOf('T') < 0
              ? LocalDate.parse(text).atTime(EXPIRES_AT).toInstant(ZoneOffset.UTC)
              : OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Duration duration(String count, String unit) {
    Duration one =
        switch (unit) {
          case "d" -> Duration.ofDays(1);
          case "h" -> Duration.ofHours(1);
          default -> Duration.ofMinutes(1);
        };
    BigDecimal millis = new BigDecimal(count).multiply(BigDecimal.valueOf(one.toMillis()));
    return Duration.ofMillis(millis.setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  /** Years of 365 days between two moments, by milliseconds. */
  public static double years(Instant from, Instant until) {
    return (double) Duration.between(from, until).toMillis() / MILLIS_PER_YEAR;
  }
}
