package io.arb.deribit.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.model.Rejection;
import io.arb.deribit.wire.DeribitError;

/** How a {@link Call} ended. Every call ends in exactly one of these ways. */
public sealed interface Answer {

  /** The venue did it. */
  record Result(JsonNode result) implements Answer {}

  /** The venue answered with an error; what that proves depends on the code. */
  record Refused(DeribitError error) implements Answer {}

  /** It was sent, or may have been, and nothing is known. */
  record NoAnswer(String reason) implements Answer {}

  /** It never left this process. */
  record NotSent(Cause cause, String reason) implements Answer {
    /** Why it did not leave. */
    public enum Cause {
      NO_CONNECTION(Rejection.NOT_SENT),
      RATE_LIMITED(Rejection.RATE_LIMITED),
      /** The request could not be written. */
      IMPOSSIBLE(Rejection.OTHER);

      private final Rejection rejection;

      Cause(Rejection rejection) {
        this.rejection = rejection;
      }
    }

    /** The word of the model for it. */
    public Rejection rejection() {
      return cause.rejection;
    }
  }

  /** What to tell people when this is not a result. */
  default String problem() {
    return switch (this) {
      case Result result -> "unexpected result";
      case Refused refused -> refused.error().toString();
      case NoAnswer none -> none.reason();
      case NotSent notSent -> notSent.reason();
    };
  }
}
