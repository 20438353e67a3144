package io.arb.cache.market;

import java.time.Instant;

/**
 * What a store keeps under a key. Immutable.
 *
 * @param expiresAt the first instant at which it does not count any more
 */
record Stored(String json, Instant storedAt, Instant expiresAt) {
  boolean isExpired(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
