package io.arb.deribit.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a login may do: levels by area, and how it is bound. Source: Deribit API, "Access scope".
 * Immutable.
 *
 * @param levels such as {@code trade -> read_write}
 * @param session the name of a session that outlives its connection; empty: it does not
 * @param life a shorter life that was asked for
 */
record Scopes(Map<String, String> levels, Optional<String> session, Optional<Duration> life) {
  private static final List<String> ORDER = List.of("none", "read", "read_write");

  Scopes {
    levels = Collections.unmodifiableMap(new TreeMap<>(levels));
  }

  /** What is granted of the words asked for: never more than {@code key} allows. */
  static Scopes grant(String asked, Set<String> key) {
    Map<String, String> granted = levels(key);
    List<String> words = Arrays.stream(asked.split(" ", -1)).filter(w -> !w.isBlank()).toList();
    for (String word : words) {
      int colon = word.indexOf(':');
      String level = word.substring(colon + 1);
      if (colon > 0 && ORDER.contains(level)) {
        granted.computeIfPresent(word.substring(0, colon), (area, most) -> lower(most, level));
      }
    }
    return new Scopes(
        granted, argument(words, "session"), argument(words, "expires").flatMap(Scopes::seconds));
  }

  private static Map<String, String> levels(Set<String> key) {
    Map<String, String> levels = new TreeMap<>();
    for (String word : key) {
      int colon = word.indexOf(':');
      levels.put(word.substring(0, colon), word.substring(colon + 1));
    }
    return levels;
  }

  private static String lower(String one, String other) {
    return ORDER.indexOf(one) <= ORDER.indexOf(other) ? one : other;
  }

  private static Optional<String> argument(List<String> words, String name) {
    return words.stream()
        .filter(word -> word.startsWith(name + ":"))
        .map(word -> word.substring(name.length() + 1))
        .findFirst();
  }

  private static Optional<Duration> seconds(String text) {
    return text.matches("\\d{1,9}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
        : Optional.empty();
  }

  boolean covers(String area, String level) {
    return ORDER.indexOf(levels.getOrDefault(area, "none")) >= ORDER.indexOf(level);
  }

  /** As {@code scope} in an answer. */
  String text() {
    List<String> words = new ArrayList<>();
    levels.forEach((area, level) -> words.add(area + ":" + level));
    words.add("mainaccount");
    words.add(session.map(name -> "session:" + name).orElse("connection"));
    Collections.sort(words);
    return String.join(" ", words);
  }
}
