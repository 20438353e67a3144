package io.arb.cli.input;

/** A field does not hold what it should. The message names field, expectation and value. */
public final class FieldException extends Exception {
  private static final long serialVersionUID = 1;
  private static final int SHOWN = 60;

  private final String problem;

  /**
   * For a value that cannot be used.
   *
   * @param field as the user knows it: {@code vol} or {@code --vol}
   * @param expected completes "expected ..."
   * @param value what was there
   */
  public FieldException(String field, String expected, String value) {
    this(field + ": expected " + expected + ", got '" + shown(value) + "'");
  }

  private FieldException(String message) {
    super(message);
    this.problem = message;
  }

  /** The message. */
  public String problem() {
    return problem;
  }

  /** For a field that is not there. */
  public static FieldException missing(String field, String expected) {
    return new FieldException(field + ": expected " + expected + ", got nothing");
  }

  /** Short, on one line, and harmless to a terminal. */
  private static String shown(String value) {
    String cut = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "...";
    return cut.replaceAll("[\\p{Cc}\\p{Cf}]", "?");
  }
}
