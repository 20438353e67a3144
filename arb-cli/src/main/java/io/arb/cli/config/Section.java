package io.arb.cli.config;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
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
  private final Set<Problem> problems;
  private final Set<String> known = new LinkedHashSet<>();
  private final Set<String> refused = new HashSet<>();

  Section(String name, YamlNode.Mapping mapping, Set<Problem> problems) {
    this.name = name;
    this.mapping = mapping;
    this.problems = problems;
  }

  /** The block under {@code key}; an empty one if it is absent. */
  Section section(String key) {
    return optionalSection(key)
        .orElseGet(() -> child(key, new YamlNode.Mapping(mapping.place(), Map.of())));
  }

  /** The block under {@code key}. A key with nothing behind it is an empty block. */
  Optional<Section> optionalSection(String key) {
    return switch (value(key).orElse(null)) {
      case null -> Optional.empty();
      case YamlNode.Nothing nothing ->
          Optional.of(child(key, new YamlNode.Mapping(nothing.place(), Map.of())));
      case YamlNode.Mapping block -> Optional.of(child(key, block));
      case YamlNode other -> {
        wrong(key, other.place(), "expected a block of keys, got " + other.form());
        yield Optional.empty();
      }
    };
  }

  private Section child(String key, YamlNode.Mapping block) {
    return new Section(path(key), block, problems);
  }

  String text(String key, String defaultValue) {
    return optionalText(key).orElse(defaultValue);
  }

  Optional<String> optionalText(String key) {
    return parsed(key, "some text", Values::text);
  }

  Optional<Path> optionalFile(String key) {
    return parsed(key, "a file name", Values::file);
  }

  Path file(String key, String defaultValue) {
    return optionalFile(key).orElseGet(() -> Path.of(defaultValue));
  }

  boolean flag(String key, boolean defaultValue) {
    return parsed(key, "true or false", Values::flag).orElse(defaultValue);
  }

  int integer(String key, int defaultValue) {
    return parsed(key, "a whole number", Integer::valueOf).orElse(defaultValue);
  }

  long longInteger(String key, long defaultValue) {
    return parsed(key, "a whole number", Long::valueOf).orElse(defaultValue);
  }

  BigDecimal decimal(String key, BigDecimal defaultValue) {
    return parsed(key, "a decimal number", Values::decimal).orElse(defaultValue);
  }

  Duration millis(String key, Duration defaultValue) {
    return optionalMillis(key).orElse(defaultValue);
  }

  Optional<Duration> optionalMillis(String key) {
    return parsed(key, Values.MILLIS, Values::millis);
  }

  Duration seconds(String key, Duration defaultValue) {
    return parsed(key, Values.SECONDS, Values::seconds).orElse(defaultValue);
  }

  /** One of {@code allowed}. */
  String choice(String key, Collection<String> allowed, String defaultValue) {
    Optional<YamlNode.Scalar> given = scalar(key);
    if (given.isPresent() && !allowed.contains(given.get().text())) {
      String typed = given.get().text();
      wrong(
          key,
          given.get().place(),
          "expected one of "
              + String.join(", ", allowed)
              + ", got "
              + Shown.quoted(typed)
              + NearestWord.of(typed, allowed).map(Section::didYouMean).orElse(""));
      return defaultValue;
    }
    return given.map(YamlNode.Scalar::text).orElse(defaultValue);
  }

  /** A plain value or a list under {@code key}, as it was written. */
  Optional<YamlNode> valueOrList(String key) {
    return switch (value(key).orElse(null)) {
      case null -> Optional.empty();
      case YamlNode.Mapping block -> {
        wrong(key, block.place(), "expected a value or a list, got " + block.form());
        yield Optional.empty();
      }
      case YamlNode.Nothing nothing -> {
        wrong(key, nothing.place(), "expected a value, got nothing");
        yield Optional.empty();
      }
      case YamlNode given -> Optional.of(given);
    };
  }

  /**
   * Makes a checked value out of this block and others. When the constructor refuses, its complaint
   * becomes a problem at the value that it names, and the constructor is asked again with the
   * default in its place: so every impossible value is found.
   *
   * @param constructor reads what it needs from the blocks each time it is called
   */
  <T> T build(Supplier<T> constructor, Section... others) {
    Blame blame = new Blame(this, List.of(others));
    while (true) {
      try {
        return constructor.get();
      } catch (IllegalArgumentException e) {
        blame.assign(e);
      }
    }
  }

  /** The key of this block that a Java field stands for: the same words, perhaps with its unit. */
  Optional<String> keyOf(String field) {
    String words = field.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    return Stream.of(words, words + "_ms").filter(known::contains).findFirst();
  }

  boolean isUsed(String key) {
    return has(key) && !refused.contains(key);
  }

  /** From now on the value of {@code key} counts as absent. */
  void refuse(String key, String message) {
    problem(key, message);
    refused.add(key);
  }

  /** From now on all values count as absent. False: they did already. */
  boolean refuseAll(String message) {
    report(mapping.place(), name + ": " + message);
    return refused.addAll(mapping.entries().keySet());
  }

  /** Reports every key that no question named. */
  void refuseOthers() {
    mapping.entries().keySet().stream()
        .filter(key -> !known.contains(key))
        .forEach(this::reportUnknown);
  }

  private void reportUnknown(String key) {
    String advice =
        NearestWord.of(key, known)
            .map(Section::didYouMean)
            .orElseGet(() -> ", valid here: " + String.join(", ", known));
    report(keyPlace(key), "unknown key " + Shown.quoted(path(key)) + advice);
  }

  boolean has(String key) {
    return mapping.entries().containsKey(key);
  }

  /** Reports a problem with the value of {@code key}, or with the block if there is none. */
  void problem(String key, String message) {
    wrong(key, placeOf(key), message);
  }

  /** Reports a problem at a place inside the value of {@code key}. */
  void wrong(String key, Place place, String message) {
    report(place, path(key) + ": " + message);
  }

  /** Where the block stands. */
  Place place() {
    return mapping.place();
  }

  /** Where the value of {@code key} stands, or the block if there is none. */
  Place placeOf(String key) {
    return Optional.ofNullable(mapping.entries().get(key))
        .map(entry -> entry.value().place())
        .orElse(mapping.place());
  }

  private Place keyPlace(String key) {
    return Optional.ofNullable(mapping.entries().get(key))
        .map(YamlNode.Entry::keyPlace)
        .orElse(mapping.place());
  }

  private Optional<YamlNode> value(String key) {
    known.add(key);
    return refused.contains(key)
        ? Optional.empty()
        : Optional.ofNullable(mapping.entries().get(key)).map(YamlNode.Entry::value);
  }

  private Optional<YamlNode.Scalar> scalar(String key) {
    return switch (value(key).orElse(null)) {
      case null -> Optional.empty();
      case YamlNode.Scalar scalar -> Optional.of(scalar);
      case YamlNode other -> {
        wrong(key, other.place(), "expected a plain value, got " + other.form());
        yield Optional.empty();
      }
    };
  }

  /**
   * What {@code parser} makes of the text under {@code key}.
   *
   * @param parser throws {@link IllegalArgumentException} for a text that is not {@code expected}
   */
  <T> Optional<T> parsed(String key, String expected, Function<String, T> parser) {
    return scalar(key)
        .flatMap(
            scalar -> {
              try {
                return Optional.of(parser.apply(scalar.text()));
              } catch (IllegalArgumentException e) {
                String got = Shown.quoted(scalar.text());
                wrong(key, scalar.place(), "expected " + expected + ", got " + got);
                return Optional.empty();
              }
            });
  }

  private static String didYouMean(String word) {
    return ", did you mean '" + word + "'?";
  }

  private void report(Place place, String message) {
    problems.add(new Problem(place, message));
  }

  private String path(String key) {
    return name.isEmpty() ? key : name + "." + key;
  }
}
