package io.arb.derive.simulator;

import io.arb.core.wire.Fields;
import io.arb.derive.profile.Generation;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Which nonces are well formed, timely and new. A refused order does not use its nonce up. Source:
 * Derive API, "Nonces". Owned by the simulator's thread.
 */
final class Nonces {
  private static final int SECOND_DIGITS = 10;
  private static final int FEWEST_V2_DIGITS = 13;
  private static final int MOST_DIGITS = 78;
  private static final long HOUR_SECONDS = Duration.ofHours(1).toSeconds();
  private static final long OLDEST_V3_SECONDS = Duration.ofDays(90).toSeconds();
  private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);

  private final Generation generation;
  private final Set<Used> used = new HashSet<>();
  private final Set<Used> burned = new HashSet<>();

  Nonces(Generation generation) {
    this.generation = generation;
  }

  private record Used(long subaccountId, BigInteger nonce) {}

  /** The nonce of a signed request: V2 a JSON integer, V3 a JSON string of digits. */
  BigInteger read(Fields params) {
    boolean rightKind =
        generation.nonceIsText()
            ? params.node().path("nonce").isTextual()
            : params.node().path("nonce").isIntegralNumber();
    if (!rightKind) {
      throw params.wrong("nonce", generation.nonceIsText() ? "a string" : "an integer");
    }
    return readAnyForm(params, "nonce");
  }

  /** A nonce that only names an order: either form will do. */
  BigInteger readAnyForm(Fields params, String name) {
    String text = params.node().path(name).asText();
    if (text.length() > MOST_DIGITS || !text.matches("[0-9]+")) {
      throw params.wrong(name, "digits");
    }
    return new BigInteger(text);
  }

  /** Refuses a nonce out of time (11018) or used before (11017). */
  void check(long subaccountId, BigInteger nonce, Instant now) {
    if (!isTimely(nonce, now.getEpochSecond())) {
      throw RpcError.of(ErrorCode.NONCE_DATE);
    }
    Used key = new Used(subaccountId, nonce);
    if (used.contains(key) || burned.contains(key)) {
      throw RpcError.of(ErrorCode.NONCE_USED);
    }
  }

  private boolean isTimely(BigInteger nonce, long nowSeconds) {
    return switch (generation) {
      case V2 -> {
        String digits = nonce.toString();
        yield digits.length() >= FEWEST_V2_DIGITS
            && Math.abs(Long.parseLong(digits.substring(0, SECOND_DIGITS)) - nowSeconds)
                <= HOUR_SECONDS;
      }
      case V3 -> {
        BigInteger ahead = nonce.divide(NANOS).subtract(BigInteger.valueOf(nowSeconds));
        yield ahead.compareTo(BigInteger.valueOf(HOUR_SECONDS)) <= 0
            && ahead.compareTo(BigInteger.valueOf(-OLDEST_V3_SECONDS)) >= 0;
      }
    };
  }

  void use(long subaccountId, BigInteger nonce) {
    used.add(new Used(subaccountId, nonce));
  }

  /** The order that was to use the nonce was refused. */
  void giveBack(long subaccountId, BigInteger nonce) {
    used.remove(new Used(subaccountId, nonce));
  }

  /** No order with this nonce may come any more, also none that is being held back. */
  void burn(long subaccountId, BigInteger nonce) {
    burned.add(new Used(subaccountId, nonce));
  }

  boolean isBurned(long subaccountId, BigInteger nonce) {
    return burned.contains(new Used(subaccountId, nonce));
  }
}
