package io.arb.derive.map;

import io.arb.core.model.Rejection;
import io.arb.derive.profile.Generation;
import io.arb.derive.wire.DeriveError;
import java.util.Set;

/**
 * What an error in answer to a write proves. A code that is not listed proves nothing. Source:
 * Derive API, "Error codes".
 */
public sealed interface WriteOutcome {

  /** Nothing was done; the same intention may succeed later or at another price. */
  record Retryable(Rejection rejection) implements WriteOutcome {}

  /** Nothing was done, and the same request would be refused again. */
  record Refused(Rejection rejection) implements WriteOutcome {}

  /** It may or may not have been done: ask before acting. */
  record Unknown() implements WriteOutcome {}

  /** The trading rules of the instrument are not what we think they are. */
  Set<Integer> STALE_RULES = Set.of(11012, 11013);

  static WriteOutcome of(DeriveError error, Generation generation) {
    return switch (error.code()) {
      case -32000 -> new Retryable(Rejection.RATE_LIMITED);
      case 9002, 11002, 11015, 11022 -> new Retryable(Rejection.DROPPED);
      case 11007 -> new Retryable(Rejection.SELF_CROSS);
      case 11008 -> new Retryable(Rejection.WOULD_CROSS);
      case 11009, 11014 -> new Retryable(Rejection.NO_LIQUIDITY);
      case 11000 -> new Refused(Rejection.INSUFFICIENT_MARGIN);
      case 11012 -> new Refused(Rejection.INVALID_QUANTITY);
      case 11013 -> new Refused(Rejection.INVALID_PRICE);
      case 11021, 12001 -> new Refused(Rejection.INSTRUMENT_CLOSED);
      // The nonce was used before: by an earlier copy of this order, or to burn it.
      case 11017 -> new Unknown();
      // V3 is said to have swapped the two nonce errors.
      case 11018 -> generation == Generation.V3 ? new Unknown() : new Refused(Rejection.OTHER);
      case -32603, 9000, 9001 -> new Unknown();
      default -> byRange(error.code());
    };
  }

  private static WriteOutcome byRange(int code) {
    if (isAbout(code, 14000, 14002)
        || isAbout(code, 14008, 14034)
        || isAbout(code, 14038, 14039)
        || isAbout(code, 16000, 16002)
        || code == 16100
        || code == 11027) {
      return new Refused(Rejection.UNAUTHORISED);
    }
    boolean listed =
        isAbout(code, 10000, 10016)
            || isAbout(code, 11003, 11028)
            || isAbout(code, 11050, 11055)
            || isAbout(code, 11100, 11111)
            || isAbout(code, 11200, 11203)
            || isAbout(code, 12000, 12003)
            || isAbout(code, 18000, 18013)
            || isAbout(code, -32602, -32600)
            || Set.of(-32700, -32100, 13000, 19000).contains(code);
    return listed ? new Refused(Rejection.OTHER) : new Unknown();
  }

  private static boolean isAbout(int code, int from, int to) {
    return code >= from && code <= to;
  }
}
