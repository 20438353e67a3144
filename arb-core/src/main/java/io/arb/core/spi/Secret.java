package io.arb.core.spi;

/**
 * A text that must not be shown, such as a client secret of an API key. It is revealed where it is
 * used and nowhere else: {@link #toString} shows nothing of it. Immutable.
 */
public final class Secret {
  /** No secret is configured. */
  public static final Secret NONE = new Secret("");

  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  /**
   * Keeps a secret.
   *
   * @throws IllegalArgumentException if it is blank or has more than one line; the message does not
   *     show it
   */
  public static Secret of(String text) {
    String stripped = text.strip();
    if (stripped.isEmpty() || stripped.lines().count() != 1) {
      throw new IllegalArgumentException("a secret must be one line of text");
    }
    return new Secret(stripped);
  }

  public boolean isPresent() {
    return !text.isEmpty();
  }

  /** The text itself: for the computation that needs it, never for a log or a message. */
  public String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return "***";
  }
}
