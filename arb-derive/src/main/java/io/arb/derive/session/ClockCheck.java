package io.arb.derive.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares our clock with the venue's. Signatures and nonces carry our time: beyond ten seconds of
 * difference nothing is signed until the clocks agree. Owned by the session's thread.
 */
final class ClockCheck {
  private static final Logger LOG = LoggerFactory.getLogger(ClockCheck.class);
  private static final Duration WARN_BEYOND = Duration.ofSeconds(1);
  private static final Duration STOP_BEYOND = Duration.ofSeconds(10);

  private final InstantSource clock;
  private Duration difference = Duration.ZERO;

  ClockCheck(InstantSource clock) {
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /**
   * Takes a reading of the venue's clock.
   *
   * @param askedAt our time when we asked; the venue read its clock between then and now
   */
  void onVenueTime(Instant venueTime, Instant askedAt) {
    Instant now = clock.instant();
    if (venueTime.isBefore(askedAt)) {
      difference = Duration.between(venueTime, askedAt);
    } else if (venueTime.isAfter(now)) {
      difference = Duration.between(now, venueTime);
    } else {
      difference = Duration.ZERO;
    }
    if (difference.compareTo(WARN_BEYOND) > 0) {
      LOG.warn("Our clock differs from the venue's by {}", difference);
    }
  }

  /** Whether our time is good enough to sign with. */
  boolean isTrusted() {
    return difference.compareTo(STOP_BEYOND) <= 0;
  }

  Duration difference() {
    return difference;
  }
}
