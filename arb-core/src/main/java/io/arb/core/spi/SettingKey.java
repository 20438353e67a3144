package io.arb.core.spi;

import java.util.Optional;

/**
 * One setting that a provider understands.
 *
 * @param name as written in the configuration, lower_snake_case
 * @param kind what text is accepted
 * @param defaultValue empty: the setting is required
 * @param description one line for people
 */
public record SettingKey(
    String name, Kind kind, Optional<String> defaultValue, String description) {
  /** The form of a setting's value. */
  public enum Kind {
    TEXT,
    INTEGER,
    DECIMAL,
    BOOLEAN,
    URI,
    ADDRESS,
    DURATION_MS,
    TEXT_LIST
  }

  public static SettingKey required(String name, Kind kind, String description) {
    return new SettingKey(name, kind, Optional.empty(), description);
  }

  public static SettingKey optional(
      String name, Kind kind, String defaultValue, String description) {
    return new SettingKey(name, kind, Optional.of(defaultValue), description);
  }
}
