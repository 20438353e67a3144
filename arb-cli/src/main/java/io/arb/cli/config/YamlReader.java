package io.arb.cli.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads a YAML file into nodes that know their places. Values stay text until somebody asks for
 * more. Anchors, aliases and tags are refused: they let a file say something else than it shows.
 */
final class YamlReader {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Path file;
  private final Set<Problem> problems;
  private final YAMLParser parser;

  private YamlReader(Path file, Set<Problem> problems, YAMLParser parser) {
    this.file = file;
    this.problems = problems;
    this.parser = parser;
  }

  /**
   * Reads {@code file}; a key that stands twice is added to {@code problems}.
   *
   * @throws ConfigException if the file cannot be read or is not one YAML document of keys
   */
  static YamlNode.Mapping read(Path file, Set<Problem> problems) throws ConfigException {
    String text = text(file);
    try (YAMLParser parser = new YAMLFactory().createParser(text)) {
      return new YamlReader(file, problems, parser).document(text);
    } catch (IOException e) {
      throw new ConfigException(file + ": cannot be read: " + e.getMessage());
    }
  }

  private static String text(Path file) throws ConfigException {
    try {
      String text = Files.readString(file);
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (NoSuchFileException e) {
      throw new ConfigException(file + ": there is no such file");
    } catch (CharacterCodingException e) {
      throw new ConfigException(file + ": is not UTF-8 text");
    } catch (IOException e) {
      throw new ConfigException(file + ": cannot be read: " + e.getMessage());
    }
  }

  private YamlNode.Mapping document(String text) throws IOException, ConfigException {
    try {
      return root();
    } catch (JsonProcessingException e) {
      problems.add(explained(e, text));
      throw new ConfigException(file, problems);
    }
  }

  private YamlNode.Mapping root() throws IOException, ConfigException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw refused(Place.START, "expected a block of keys that begins with 'arbitrage:'");
    }
    YamlNode.Mapping root = mapping(here());
    if (parser.nextToken() != null) {
      throw refused(here(), "expected the end of the file, found another document");
    }
    return root;
  }

  private YamlNode.Mapping mapping(Place place) throws IOException, ConfigException {
    refuseHiddenMeaning();
    Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      Place keyPlace = here();
      refuseHiddenMeaning();
      parser.nextToken();
      YamlNode.Entry entry = new YamlNode.Entry(keyPlace, value(keyPlace));
      YamlNode.Entry earlier = entries.putIfAbsent(key, entry);
      if (earlier != null) {
        problems.add(
            new Problem(
                keyPlace, Shown.quoted(key) + " stands twice, first at " + earlier.keyPlace()));
      }
    }
    return new YamlNode.Mapping(place, entries);
  }

  /** The node that the current token begins. A block begins with its key: people look there. */
  private YamlNode value(Place keyPlace) throws IOException, ConfigException {
    refuseHiddenMeaning();
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(keyPlace);
      case START_ARRAY -> sequence();
      case VALUE_NULL -> new YamlNode.Nothing(keyPlace);
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
          new YamlNode.Scalar(here(), parser.getText());
      case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw refused(keyPlace, "expected a value, a list or a block of keys");
    };
  }

  private YamlNode sequence() throws IOException, ConfigException {
    Place place = here();
    List<YamlNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(here()));
    }
    return new YamlNode.Sequence(place, items);
  }

  private void refuseHiddenMeaning() throws IOException, ConfigException {
    if (parser.isCurrentAlias() || parser.getObjectId() != null) {
      throw refused(here(), "anchors (&) and aliases (*) are not allowed here");
    }
    if (parser.getTypeId() != null) {
      throw refused(here(), "tags (!) are not allowed here");
    }
  }

  private ConfigException refused(Place place, String message) {
    problems.add(new Problem(place, message));
    return new ConfigException(file, problems);
  }

  private Place here() {
    return at(parser.currentTokenLocation());
  }

  private static Place at(@Nullable JsonLocation location) {
    return location == null || location.getLineNr() < 1
        ? Place.START
        : new Place(location.getLineNr(), location.getColumnNr());
  }

  private Problem explained(JsonProcessingException failure, String text) {
    return switch (failure.getCause()) {
      case MarkedYAMLException e when e.getProblemMark() != null ->
          notYaml(at(e.getProblemMark()), Shown.plain(e.getProblem()));
      case ReaderException e ->
          notYaml(placeOf(e.getPosition(), text), "a character that may not stand in text");
      case null, default ->
          isJacksonsOwn(failure)
              ? new Problem(here(), "expected a plain key")
              : notYaml(here(), Shown.plain(failure.getOriginalMessage()));
    };
  }

  /** Not the scanner's complaint: a list or a block stands where a key belongs. */
  private static boolean isJacksonsOwn(JsonProcessingException failure) {
    return failure instanceof JsonParseException && failure.getCause() == null;
  }

  private static Problem notYaml(Place place, String why) {
    return new Problem(place, "is not YAML: " + why);
  }

  private static Place at(Mark mark) {
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static Place placeOf(int codePoints, String text) {
    int end =
        text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
    int lineStart = text.lastIndexOf('\n', end - 1) + 1;
    int line = (int) text.substring(0, lineStart).lines().count() + 1;
    return new Place(line, text.codePointCount(lineStart, end) + 1);
  }
}
