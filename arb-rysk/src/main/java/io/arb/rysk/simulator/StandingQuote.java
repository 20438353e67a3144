package io.arb.rysk.simulator;

import io.arb.core.evm.Address;
import java.math.BigInteger;
import java.time.Instant;

/**
 * A maker's quote that passed all checks.
 *
 * @param price e18
 * @param validUntil seconds since 1970
 * @param signature as it was sent
 */
record StandingQuote(
    Address maker, BigInteger nonce, BigInteger price, long validUntil, String signature) {
  boolean isExpired(Instant now) {
    return !now.isBefore(Instant.ofEpochSecond(validUntil));
  }
}
