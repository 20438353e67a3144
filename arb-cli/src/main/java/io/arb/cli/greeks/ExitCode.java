package io.arb.cli.greeks;

/** What the commands of this package end with; the worst of several wins. */
final class ExitCode {
  /** Everything was answered. */
  static final int FINE = 0;

  /** Understood, but there is no answer. */
  static final int UNANSWERED = 1;

  /** The command line or a row is wrong. */
  static final int MISUSED = 2;

  private ExitCode() {}
}
