package io.arb.rysk.simulator;

/** Ends the treatment of one message with an error for its sender. Carries no stack trace. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final RyskError error;

  Refused(RyskError error, String message) {
    super(message, null, false, false);
    this.error = error;
  }

  RyskError error() {
    return error;
  }

  /** The venue's answer where it gives no reason. */
  static Refused withoutReason() {
    return new Refused(RyskError.INTERNAL, "Internal Error");
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
