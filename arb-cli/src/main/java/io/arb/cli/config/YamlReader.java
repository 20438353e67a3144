package io.arb.cli.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.AnchorNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads a YAML file into nodes that know their places. Values stay text until somebody asks for
 * more. Anchors, aliases and tags are refused: they let a file say something else than it shows.
 */
final class YamlReader {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final Set<Tag> PLAIN_TAGS =
      Set.of(
          Tag.STR,
          Tag.INT,
          Tag.FLOAT,
          Tag.BOOL,
          Tag.NULL,
          Tag.TIMESTAMP,
          Tag.MERGE,
          Tag.MAP,
          Tag.SEQ);

  private final Path file;
  private final Set<Problem> problems;

  private YamlReader(Path file, Set<Problem> problems) {
    this.file = file;
    this.problems = problems;
  }

  /**
   * Reads {@code file}; a key that stands twice is added to {@code problems}.
   *
   * @throws ConfigException if the file cannot be read or is not one YAML document of keys
   */
  static YamlNode.Mapping read(Path file, Set<Problem> problems) throws ConfigException {
    return new YamlReader(file, problems).root();
  }

  private YamlNode.Mapping root() throws ConfigException {
    if (compose(text()) instanceof MappingNode mapping) {
      return mapping(checked(mapping));
    }
    throw refused(Place.START, "expected a block of keys that begins with 'arbitrage:'");
  }

  private String text() throws ConfigException {
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

  private @Nullable Node compose(String text) throws ConfigException {
    try {
      return new Yaml(new SafeConstructor(new LoaderOptions())).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      Place place = Optional.ofNullable(e.getProblemMark()).map(YamlReader::at).orElse(Place.START);
      throw refused(place, "is not YAML: " + Shown.plain(e.getProblem()));
    } catch (ReaderException e) {
      throw refused(
          placeOf(e.getPosition(), text), "is not YAML: a character that may not stand in text");
    } catch (YAMLException e) {
      throw refused(Place.START, "is not YAML: " + Shown.plain(String.valueOf(e.getMessage())));
    }
  }

  private YamlNode.Mapping mapping(MappingNode mapping) throws ConfigException {
    Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = key(tuple.getKeyNode());
      Place keyPlace = at(tuple.getKeyNode().getStartMark());
      YamlNode.Entry entry = new YamlNode.Entry(keyPlace, node(tuple.getValueNode(), keyPlace));
      YamlNode.Entry earlier = entries.putIfAbsent(key, entry);
      if (earlier != null) {
        problems.add(
            new Problem(
                keyPlace, Shown.quoted(key) + " stands twice, first at " + earlier.keyPlace()));
      }
    }
    return new YamlNode.Mapping(at(mapping.getStartMark()), entries);
  }

  private String key(Node node) throws ConfigException {
    if (checked(node) instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw refused(at(node.getStartMark()), "expected a plain key");
  }

  private YamlNode node(Node node, Place keyPlace) throws ConfigException {
    return switch (checked(node)) {
      // A block begins with its key: there is where people look.
      case MappingNode mapping -> new YamlNode.Mapping(keyPlace, mapping(mapping).entries());
      case SequenceNode sequence -> sequence(sequence);
      case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) ->
          new YamlNode.Nothing(keyPlace);
      case ScalarNode scalar -> new YamlNode.Scalar(at(scalar.getStartMark()), scalar.getValue());
      default -> throw refused(keyPlace, "expected a value, a list or a block of keys");
    };
  }

  private YamlNode sequence(SequenceNode sequence) throws ConfigException {
    List<YamlNode> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(node(item, at(item.getStartMark())));
    }
    return new YamlNode.Sequence(at(sequence.getStartMark()), items);
  }

  /** The node, if it says what it shows. An anchor is met before its aliases can make a circle. */
  private <T extends Node> T checked(T node) throws ConfigException {
    if (node instanceof AnchorNode || node.getAnchor() != null) {
      throw refused(at(node.getStartMark()), "anchors (&) and aliases (*) are not allowed here");
    }
    if (!PLAIN_TAGS.contains(node.getTag())) {
      throw refused(at(node.getStartMark()), "tags (!) are not allowed here");
    }
    return node;
  }

  private ConfigException refused(Place place, String message) {
    problems.add(new Problem(place, message));
    return new ConfigException(file, problems);
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
