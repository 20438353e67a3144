package io.arb.cli.config;

import io.arb.core.evm.Address;
import io.arb.core.spi.SettingKey;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The block of one adapter: the settings that its provider declares, and where its key is. Each
 * value is checked by its kind here, so that the place is known; what only the adapter can judge is
 * left to it.
 */
final class AdapterSection {
  private static final String PASSWORD_VARIABLE = "ARB_KEY_PASSWORD";
  private static final String VARIABLE_NAME = "the name of an environment variable";

  private final Path file;
  private final Section section;

  AdapterSection(Path file, Section section) {
    this.file = file;
    this.section = section;
  }

  /**
   * Reads the block.
   *
   * @param isComplete whether required settings must be there
   * @param needsKey whether a key must be there
   */
  AdapterBlock read(String id, List<SettingKey> keys, boolean isComplete, boolean needsKey) {
    Map<String, List<String>> settings = new LinkedHashMap<>();
    Map<String, String> places = new LinkedHashMap<>();
    places.put(AdapterBlock.BLOCK, file + ":" + section.place());
    for (SettingKey key : keys) {
      texts(key)
          .ifPresent(
              texts -> {
                settings.put(key.name(), texts);
                places.put(key.name(), file + ":" + section.placeOf(key.name()));
              });
      if (isComplete && key.defaultValue().isEmpty() && !section.has(key.name())) {
        section.problem(key.name(), "is missing: " + key.description());
      }
    }
    KeySource source = key(needsKey);
    section.refuseOthers();
    return new AdapterBlock(id, settings, source, places);
  }

  private Optional<List<String>> texts(SettingKey key) {
    return switch (section.valueOrList(key.name()).orElse(null)) {
      case YamlNode.Scalar scalar -> {
        check(key, scalar);
        yield Optional.of(List.of(scalar.text()));
      }
      case YamlNode.Sequence list when key.kind() == SettingKey.Kind.TEXT_LIST ->
          Optional.of(list.items().stream().flatMap(item -> item(key, item).stream()).toList());
      case YamlNode.Sequence list -> {
        section.wrong(key.name(), list.place(), "expected " + expected(key) + ", got a list");
        yield Optional.empty();
      }
      case null, default -> Optional.empty();
    };
  }

  private Optional<String> item(SettingKey key, YamlNode item) {
    if (item instanceof YamlNode.Scalar scalar) {
      check(key, scalar);
      return Optional.of(scalar.text());
    }
    section.wrong(key.name(), item.place(), "expected a plain value, got " + item.form());
    return Optional.empty();
  }

  private void check(SettingKey key, YamlNode.Scalar scalar) {
    boolean isDefault = key.defaultValue().filter(scalar.text()::equals).isPresent();
    if (!isDefault && !isOfKind(key.kind(), scalar.text())) {
      // What stands where an address should be may be a key: it is not shown.
      String got =
          key.kind() == SettingKey.Kind.ADDRESS ? "" : ", got " + Shown.quoted(scalar.text());
      section.wrong(key.name(), scalar.place(), "expected " + expected(key) + got);
    }
  }

  private static boolean isOfKind(SettingKey.Kind kind, String text) {
    try {
      switch (kind) {
        case TEXT, TEXT_LIST -> Values.text(text);
        case INTEGER -> Long.parseLong(text);
        case DECIMAL -> Values.decimal(text);
        case BOOLEAN -> Values.flag(text);
        case URI -> Values.uri(text);
        case ADDRESS -> Address.of(text);
        case DURATION_MS -> Values.millis(text);
      }
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String expected(SettingKey key) {
    return switch (key.kind()) {
      case TEXT, TEXT_LIST -> "some text";
      case INTEGER -> "a whole number";
      case DECIMAL -> "a decimal number";
      case BOOLEAN -> "true or false";
      case URI -> "an address such as wss://host/path";
      case ADDRESS -> "0x and 40 hexadecimal digits";
      case DURATION_MS -> Values.MILLIS;
    };
  }

  private KeySource key(boolean isRequired) {
    Optional<Path> keyFile = section.optionalFile("key_file");
    Optional<String> variable = variable("key_env");
    String password = variable("key_password_env").orElse(PASSWORD_VARIABLE);
    if (section.has("key_file") && section.has("key_env")) {
      section.problem("key_env", "give key_file or key_env, not both");
    }
    if (isRequired && !section.has("key_file") && !section.has("key_env")) {
      section.problem("key_file", "is missing: a file with the signing key, or else key_env");
    }
    return keyFile
        .<KeySource>map(path -> new KeySource.KeyFile(path, password))
        .or(() -> variable.map(KeySource.KeyVariable::new))
        .orElseGet(KeySource.NoKey::new);
  }

  private Optional<String> variable(String key) {
    return section.parsed(key, VARIABLE_NAME, Values::variable);
  }
}
