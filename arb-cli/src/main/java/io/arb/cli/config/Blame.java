package io.arb.cli.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the value in the file that a constructor complains about. The constructors name their
 * fields; the keys of the file are the same words in lower_snake_case, some with a unit.
 */
final class Blame {
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  /** How a {@link Duration} prints itself; the file says milliseconds. */
  private static final Pattern DURATION = Pattern.compile("\\bPT[0-9HMS.-]*[HMS]\\b");

  private final Section main;
  private final List<Section> all;

  Blame(Section main, List<Section> others) {
    this.main = main;
    this.all = new ArrayList<>(others);
    this.all.addFirst(main);
  }

  /** A value of the file. */
  private record Suspect(Section section, String key) {}

  /**
   * Reports the complaint at the first value that it names and takes that value out. If it names
   * none, all values are suspect.
   *
   * @throws IllegalArgumentException the complaint itself, if even the defaults are refused
   */
  void assign(IllegalArgumentException complaint) {
    String message = String.valueOf(complaint.getMessage());
    String translated = translated(message);
    Optional<Suspect> named =
        WORD.matcher(message)
            .results()
            .flatMap(word -> suspects(word.group()).stream())
            .filter(suspect -> suspect.section().isUsed(suspect.key()))
            .findFirst();
    if (named.isPresent()) {
      named.get().section().refuse(named.get().key(), translated);
    } else if (!main.refuseAll(translated)) {
      throw complaint;
    }
  }

  private String translated(String message) {
    String withKeys = WORD.matcher(message).replaceAll(this::inWordsOfTheFile);
    return DURATION
        .matcher(withKeys)
        .replaceAll(duration -> Duration.parse(duration.group()).toMillis() + " ms");
  }

  private String inWordsOfTheFile(MatchResult word) {
    return Matcher.quoteReplacement(
        suspects(word.group()).stream().map(Suspect::key).findFirst().orElse(word.group()));
  }

  private List<Suspect> suspects(String word) {
    return all.stream()
        .flatMap(section -> section.keyOf(word).map(key -> new Suspect(section, key)).stream())
        .toList();
  }
}
