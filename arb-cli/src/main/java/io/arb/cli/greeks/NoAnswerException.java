package io.arb.cli.greeks;

/** A question was understood, but is beyond what the library computes. */
final class NoAnswerException extends Exception {
  private static final long serialVersionUID = 1;

  private final String problem;

  NoAnswerException(IllegalArgumentException refusal) {
    super("cannot be computed: " + refusal.getMessage(), refusal);
    this.problem = "cannot be computed: " + refusal.getMessage();
  }

  /** The message. */
  String problem() {
    return problem;
  }
}
