package io.arb.core.spi;

/**
 * A setting is missing or impossible. The message names the setting, the value and what was
 * expected.
 */
public final class SettingsException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String key;

  public SettingsException(String key, String problem) {
    super(key + ": " + problem);
    this.key = key;
  }

  /** The setting in question, so that a caller can add the place in the file. */
  public String key() {
    return key;
  }
}
