package io.arb.core.wire;

/**
 * A message from outside does not have the form that was agreed. Says which message, which field,
 * what was found and what was expected; the value is cut short.
 */
public final class WireFormatException extends RuntimeException {
  private static final int SHOWN_CHARS = 80;

  private final String wireMessage;
  private final String field;

  /**
   * @param wireMessage the kind of message, such as {@code "order"}
   * @param field path of the field inside it, or {@code "$"} for the whole
   * @param value what was found; shown up to 80 characters
   * @param expected what should have been there
   */
  public WireFormatException(String wireMessage, String field, String value, String expected) {
    super(wireMessage + " " + field + " must be " + expected + ", got " + shown(value));
    this.wireMessage = wireMessage;
    this.field = field;
  }

  /** The kind of message. */
  public String wireMessage() {
    return wireMessage;
  }

  /** Path of the field inside the message, or {@code "$"} for the whole. */
  public String field() {
    return field;
  }

  private static String shown(String value) {
    return value.length() <= SHOWN_CHARS
        ? value
        : value.substring(0, SHOWN_CHARS) + "... (" + value.length() + " characters)";
  }
}
