package io.arb.core.hedge;

/**
 * How far an {@link Execution} is. Immutable.
 *
 * @param reason for people; empty while it works
 */
record Progress(Kind kind, String reason) {
  static final Progress WORKING = new Progress(Kind.WORKING, "");
  static final Progress DONE = new Progress(Kind.DONE, "");

  /** What follows from it. */
  enum Kind {
    /** Orders are out, or will be. */
    WORKING,
    /** Fills prove that nothing is left which could be ordered. */
    DONE,
    /** Tried as often as allowed; other means may help. */
    EXHAUSTED,
    /** The instrument is not traded, or cannot be seen, for too long. */
    UNAVAILABLE,
    /** The venue refuses for a reason that no repetition helps. */
    REFUSED
  }

  static Progress of(Kind kind, String reason) {
    return new Progress(kind, reason);
  }
}
