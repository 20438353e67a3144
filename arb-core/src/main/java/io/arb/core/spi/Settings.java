package io.arb.core.spi;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The settings of one adapter: texts by name, completed with the defaults of its {@link
 * SettingKey}s and read with checks. Immutable.
 */
public final class Settings {
  private final Map<String, List<String>> values;

  private Settings(Map<String, List<String>> values) {
    this.values = values;
  }

  /**
   * Completes and checks the names of what was given.
   *
   * @param given values by name; a plain setting has one element
   * @throws SettingsException if a required setting is missing or one is given that is not in
   *     {@code keys}
   */
  public static Settings of(List<SettingKey> keys, Map<String, List<String>> given) {
    Map<String, List<String>> complete = new LinkedHashMap<>();
    for (SettingKey key : keys) {
      List<String> value = given.get(key.name());
      complete.put(key.name(), value == null ? defaultOf(key) : List.copyOf(value));
    }
    for (String name : given.keySet()) {
      if (!complete.containsKey(name)) {
        throw new SettingsException(name, "unknown setting, expected one of " + complete.keySet());
      }
    }
    return new Settings(complete);
  }

  private static List<String> defaultOf(SettingKey key) {
    String value =
        key.defaultValue()
            .orElseThrow(
                () -> new SettingsException(key.name(), "is missing: " + key.description()));
    return key.kind() == SettingKey.Kind.TEXT_LIST && value.isEmpty() ? List.of() : List.of(value);
  }

  public String text(String key) {
    List<String> list = list(key);
    if (list.size() != 1) {
      throw new SettingsException(key, "expected one value, got " + list);
    }
    return list.getFirst();
  }

  public List<String> list(String key) {
    List<String> list = values.get(key);
    if (list == null) {
      throw new IllegalArgumentException("setting '" + key + "' is not declared");
    }
    return list;
  }

  public long integer(String key) {
    return parse(key, "a whole number", Long::parseLong);
  }

  public BigDecimal decimal(String key) {
    return parse(key, "a decimal number", BigDecimal::new);
  }

  public Duration millis(String key) {
    return parse(key, "a number of milliseconds", text -> Duration.ofMillis(Long.parseLong(text)));
  }

  public boolean flag(String key) {
    return switch (text(key)) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new SettingsException(key, "expected true or false, got '" + text(key) + "'");
    };
  }

  public URI uri(String key) {
    String text = text(key);
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new SettingsException(key, "expected a URI, got '" + text + "'");
    }
  }

  private <T> T parse(String key, String expected, Function<String, T> parser) {
    String text = text(key);
    try {
      return parser.apply(text);
    } catch (NumberFormatException e) {
      throw new SettingsException(key, "expected " + expected + ", got '" + text + "'");
    }
  }
}
