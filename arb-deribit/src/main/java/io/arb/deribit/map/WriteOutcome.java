package io.arb.deribit.map;

import io.arb.core.model.Rejection;
import io.arb.deribit.wire.DeribitError;
import io.arb.deribit.wire.ErrorPolicy;

/**
 * What an error in answer to an order proves. A code that is not listed proves nothing. Source:
 * Deribit API, "RPC error codes".
 */
public sealed interface WriteOutcome {

  /** Nothing was done; the same intention may succeed later or at another price. */
  record Retryable(Rejection rejection) implements WriteOutcome {}

  /** Nothing was done, and the same request would be refused again. */
  record Refused(Rejection rejection) implements WriteOutcome {}

  /** It may or may not have been done: ask before acting. */
  record Unknown() implements WriteOutcome {}

  static WriteOutcome of(DeribitError error) {
    ErrorPolicy policy = ErrorPolicy.of(error.code());
    if (policy.action() == ErrorPolicy.Action.RECONCILE) {
      return new Unknown();
    }
    return switch (policy.kind()) {
      case FIX -> new Refused(fault(error));
      case AUTH -> auth(policy);
      case PERM -> new Refused(Rejection.UNAUTHORISED);
      case FUNDS -> new Refused(Rejection.INSUFFICIENT_MARGIN);
      case LIMIT, MMP -> new Refused(Rejection.OTHER);
      case MARKET -> market(error);
      case STATE -> new Refused(Rejection.INSTRUMENT_CLOSED);
      case STP -> new Retryable(Rejection.SELF_CROSS);
      case RATE -> new Retryable(Rejection.RATE_LIMITED);
      case TRANSIENT, VENUE -> new Retryable(Rejection.DROPPED);
      case UNKNOWN -> new Unknown();
    };
  }

  /** Whether the trading rules of the instrument are not what we think they are. */
  static boolean showsStaleRules(DeribitError error) {
    Rejection fault = fault(error);
    return ErrorPolicy.of(error.code()).kind() == ErrorPolicy.Kind.FIX
        && (fault == Rejection.INVALID_PRICE || fault == Rejection.INVALID_QUANTITY);
  }

  private static WriteOutcome auth(ErrorPolicy policy) {
    return policy.action() == ErrorPolicy.Action.REAUTH_ONCE
        ? new Retryable(Rejection.DROPPED)
        : new Refused(Rejection.UNAUTHORISED);
  }

  /** Beyond the price band nothing was done, and the next price may be inside it. */
  private static WriteOutcome market(DeribitError error) {
    return switch (error.code()) {
      case 11_054, 11_021 -> new Retryable(Rejection.WOULD_CROSS);
      default -> new Retryable(Rejection.DROPPED);
    };
  }

  private static Rejection fault(DeribitError error) {
    return switch (error.code()) {
      case 10_043, 10_023, 10_026 -> Rejection.INVALID_PRICE;
      case 10_002, 10_021, 10_022, 10_027 -> Rejection.INVALID_QUANTITY;
      case 10_020, 13_020 -> Rejection.INSTRUMENT_CLOSED;
      case DeribitError.INVALID_PARAMS ->
          switch (error.param()) {
            case "price" -> Rejection.INVALID_PRICE;
            case "amount", "contracts" -> Rejection.INVALID_QUANTITY;
            case "instrument_name" -> Rejection.INSTRUMENT_CLOSED;
            default -> Rejection.OTHER;
          };
      default -> Rejection.OTHER;
    };
  }
}
