package io.arb.cli.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One block of the configuration. Every question names a key that is valid here; {@link
 * #refuseOthers} then reports the keys that nobody asked for. A wrong value is reported and
 * answered with the default, so that one run shows all problems.
 */
final class Section {
  private final String name;
  private final YamlNode.Mapping mapping;
  private final List<Problem> problems;
  private final Set<String> known = new LinkedHashSet<>();

  Section(String name, YamlNode.Mapping mapping, List<Problem> problems) {
    this.name = name;
    this.mapping = mapping;
    this.problems = problems;
  }

  /** The block under {@code key}; an empty one if it is absent. */
  Section section(String key) {
    return optionalSection(key)
        .orElseGet(
            () ->
                new Section(path(key), new YamlNode.Mapping(mapping.place(), Map.of()), problems));
  }

  Optional<Section> optionalSection(String key) {
    return switch (value(key).orElse(null)) {
      case null -> Optional.empty();
      case YamlNode.Nothing nothing -> Optional.empty();
      case YamlNode.Mapping block -> Optional.of(new Section(path(key), block, problems));
      case YamlNode other -> {
        wrong(key, other.place(), "expected a block of keys, got " + other.form());
        yield Optional.empty();
      }
    };
  }

  String text(String key, String defaultValue) {
    return optionalText(key).orElse(defaultValue);
  }

  Optional<String> optionalText(String key) {
    return scalar(key).map(YamlNode.Scalar::text);
  }

  boolean flag(String key, boolean defaultValue) {
    return parsed(key, "true or false", Section::bool).orElse(defaultValue);
  }

  int integer(String key, int defaultValue) {
    return parsed(key, "a whole number", Integer::valueOf).orElse(defaultValue);
  }

  BigDecimal decimal(String key, String defaultValue) {
    return parsed(key, "a decimal number", BigDecimal::new)
        .orElseGet(() -> new BigDecimal(defaultValue));
  }

  Duration millis(String key, Duration defaultValue) {
    return parsed(key, "a number of milliseconds", text -> Duration.ofMillis(Long.parseLong(text)))
        .orElse(defaultValue);
  }

  Duration seconds(String key, Duration defaultValue) {
    return parsed(key, "a number of seconds", text -> Duration.ofSeconds(Long.parseLong(text)))
        .orElse(defaultValue);
  }

  /** One of {@code allowed}. */
  String choice(String key, Set<String> allowed, String defaultValue) {
    Optional<YamlNode.Scalar> given = scalar(key);
    if (given.isPresent() && !allowed.contains(given.get().text())) {
      String typed = given.get().text();
      wrong(
          key,
          given.get().place(),
          "expected one of " + allowed + ", got '" + typed + "'" + didYouMean(typed, allowed));
      return defaultValue;
    }
    return given.map(YamlNode.Scalar::text).orElse(defaultValue);
  }

  /** All plain values and lists of this block under the given keys, as texts. */
  Map<String, List<String>> texts(Set<String> keys) {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    for (String key : keys) {
      switch (value(key).orElse(null)) {
        case null -> {}
        case YamlNode.Nothing nothing -> {}
        case YamlNode.Scalar scalar -> texts.put(key, List.of(scalar.text()));
        case YamlNode.Sequence list -> texts.put(key, items(key, list));
        case YamlNode.Mapping block ->
            wrong(key, block.place(), "expected a value or a list, got " + block.form());
      }
    }
    return texts;
  }

  private List<String> items(String key, YamlNode.Sequence list) {
    return list.items().stream()
        .flatMap(
            item ->
                switch (item) {
                  case YamlNode.Scalar scalar -> Stream.of(scalar.text());
                  case YamlNode other -> {
                    wrong(key, other.place(), "expected a plain value, got " + other.form());
                    yield Stream.<String>empty();
                  }
                })
        .toList();
  }

  /**
   * Makes a checked value out of this block; an {@link IllegalArgumentException} of its constructor
   * becomes a problem at this block.
   */
  <T> Optional<T> build(Supplier<T> constructor) {
    try {
      return Optional.of(constructor.get());
    } catch (IllegalArgumentException e) {
      report(placeNamedIn(String.valueOf(e.getMessage())), name + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  /** The place of the key that a message begins with, else the place of the block. */
  private Place placeNamedIn(String message) {
    return mapping.entries().entrySet().stream()
        .filter(entry -> message.startsWith(entry.getKey()))
        .map(entry -> entry.getValue().value().place())
        .findFirst()
        .orElse(mapping.place());
  }

  /** Reports every key that no question named. */
  void refuseOthers() {
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              if (!known.contains(key)) {
                report(
                    entry.keyPlace(), "unknown key '" + path(key) + "'" + didYouMean(key, known));
              }
            });
  }

  boolean has(String key) {
    return mapping.entries().containsKey(key);
  }

  /** Reports a problem with the value of {@code key}. */
  void problem(String key, String message) {
    Place place =
        Optional.ofNullable(mapping.entries().get(key))
            .map(entry -> entry.value().place())
            .orElse(mapping.place());
    wrong(key, place, message);
  }

  private Optional<YamlNode> value(String key) {
    known.add(key);
    return Optional.ofNullable(mapping.entries().get(key)).map(YamlNode.Entry::value);
  }

  private Optional<YamlNode.Scalar> scalar(String key) {
    return switch (value(key).orElse(null)) {
      case null -> Optional.empty();
      case YamlNode.Nothing nothing -> Optional.empty();
      case YamlNode.Scalar scalar -> Optional.of(scalar);
      case YamlNode other -> {
        wrong(key, other.place(), "expected a plain value, got " + other.form());
        yield Optional.empty();
      }
    };
  }

  private <T> Optional<T> parsed(String key, String expected, Function<String, T> parser) {
    return scalar(key)
        .flatMap(
            scalar -> {
              try {
                return Optional.of(parser.apply(scalar.text()));
              } catch (NumberFormatException e) {
                wrong(
                    key, scalar.place(), "expected " + expected + ", got '" + scalar.text() + "'");
                return Optional.empty();
              }
            });
  }

  private static Boolean bool(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new NumberFormatException(text);
    };
  }

  private static String didYouMean(String typed, Set<String> valid) {
    return NearestWord.of(typed, valid)
        .map(word -> ", did you mean '" + word + "'?")
        .orElse(", valid here: " + String.join(", ", valid));
  }

  private void wrong(String key, Place place, String message) {
    report(place, path(key) + ": " + message);
  }

  private void report(Place place, String message) {
    problems.add(new Problem(place, message));
  }

  private String path(String key) {
    return name.isEmpty() ? key : name + "." + key;
  }
}
