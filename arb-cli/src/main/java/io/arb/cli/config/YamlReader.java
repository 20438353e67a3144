package io.arb.cli.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a YAML file into nodes that know their places. Values stay text until somebody asks for
 * more.
 */
final class YamlReader {
  private static final YAMLFactory YAML = new YAMLFactory();

  private final Path file;
  private final List<Problem> problems;

  private YamlReader(Path file, List<Problem> problems) {
    this.file = file;
    this.problems = problems;
  }

  /**
   * Reads {@code file}; a key that stands twice is added to {@code problems}.
   *
   * @throws ConfigException if the file cannot be read or is not YAML
   */
  static YamlNode.Mapping read(Path file, List<Problem> problems) throws ConfigException {
    return new YamlReader(file, problems).root();
  }

  private YamlNode.Mapping root() throws ConfigException {
    try (JsonParser parser = YAML.createParser(Files.readString(file))) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new ConfigException(file, "expected a block of keys such as 'arbitrage:'");
      }
      return mapping(parser);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      Place place = at == null ? new Place(1, 1) : place(at);
      throw new ConfigException(file, List.of(new Problem(place, e.getOriginalMessage())));
    } catch (IOException e) {
      throw new ConfigException(file, "cannot be read: " + e.getMessage());
    }
  }

  private YamlNode.Mapping mapping(JsonParser parser) throws IOException {
    Place start = place(parser.currentTokenLocation());
    Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      Place keyPlace = place(parser.currentTokenLocation());
      parser.nextToken();
      YamlNode.Entry entry = new YamlNode.Entry(keyPlace, node(parser));
      YamlNode.Entry earlier = entries.putIfAbsent(key, entry);
      if (earlier != null) {
        problems.add(
            new Problem(keyPlace, "'" + key + "' stands twice, first at " + earlier.keyPlace()));
      }
    }
    return new YamlNode.Mapping(start, entries);
  }

  private YamlNode node(JsonParser parser) throws IOException {
    Place place = place(parser.currentTokenLocation());
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(parser);
      case START_ARRAY -> sequence(parser, place);
      case VALUE_NULL -> new YamlNode.Nothing(place);
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
          new YamlNode.Scalar(place, parser.getText());
      case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
          throw new IOException("unexpected " + parser.currentToken() + " at " + place);
    };
  }

  private YamlNode sequence(JsonParser parser, Place place) throws IOException {
    List<YamlNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(parser));
    }
    return new YamlNode.Sequence(place, items);
  }

  private static Place place(JsonLocation location) {
    return new Place(location.getLineNr(), location.getColumnNr());
  }
}
