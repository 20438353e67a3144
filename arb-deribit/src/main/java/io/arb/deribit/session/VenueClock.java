package io.arb.deribit.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.wire.WireFormatException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The venue's clock as seen from here. Logins and {@code valid_until} are by the venue's clock, so
 * our times are translated; beyond ten seconds of difference nothing is ordered, because then one
 * of the clocks is wrong. Owned by the session's thread.
 */
final class VenueClock {
  private static final Logger LOG = LoggerFactory.getLogger(VenueClock.class);
  private static final Duration WARN_BEYOND = Duration.ofSeconds(1);
  private static final Duration STOP_BEYOND = Duration.ofSeconds(10);

  private final InstantSource clock;
  private Duration offset = Duration.ZERO;

  VenueClock(InstantSource clock) {
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /** Reads the answer of public/get_time. */
  static Instant read(JsonNode result) {
    if (!result.isIntegralNumber() || !result.canConvertToLong()) {
      throw new WireFormatException(
          "public/get_time", "$", result.toString(), "milliseconds since 1970");
    }
    return Instant.ofEpochMilli(result.longValue());
  }

  /**
   * Takes a reading of the venue's clock.
   *
   * @param askedAt our time when we asked; the venue read its clock between then and now
   */
  void onVenueTime(Instant venueTime, Instant askedAt) {
    Instant now = clock.instant();
    if (venueTime.isBefore(askedAt)) {
      offset = Duration.between(askedAt, venueTime);
    } else if (venueTime.isAfter(now)) {
      offset = Duration.between(now, venueTime);
    } else {
      offset = Duration.ZERO;
    }
    if (offset.abs().compareTo(WARN_BEYOND) > 0) {
      LOG.warn("The venue's clock is {} ahead of ours", offset);
    }
  }

  /** One of our times by the venue's clock. */
  Instant atVenue(Instant ours) {
    return ours.plus(offset);
  }

  /** Why nothing may be ordered now; empty if the clocks agree well enough. */
  String problem() {
    return offset.abs().compareTo(STOP_BEYOND) <= 0
        ? ""
        : "our clock differs from the venue's by " + offset.abs();
  }
}
