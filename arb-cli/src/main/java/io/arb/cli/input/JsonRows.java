package io.arb.cli.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** One flat JSON object a line (RFC 8259); a key twice is refused. Immutable. */
final class JsonRows implements RowFormat {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final String ONE_OBJECT = "one JSON object";

  private final Set<String> names;

  JsonRows(Set<String> names) {
    this.names = Set.copyOf(names);
  }

  @Override
  public Fields fields(String line) throws FieldException {
    try (JsonParser json = JSON.createParser(line)) {
      return Fields.ofRow(object(json, line));
    } catch (JsonProcessingException e) {
      throw new FieldException("row", ONE_OBJECT, line);
    } catch (IOException e) {
      throw new UncheckedIOException("a line in memory cannot fail to be read", e);
    }
  }

  private Map<String, String> object(JsonParser json, String line)
      throws IOException, FieldException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new FieldException("row", ONE_OBJECT, line);
    }
    Map<String, String> texts = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      if (!names.contains(name)) {
        throw new FieldException("row", "keys out of " + RowNames.listed(names), name);
      }
      if (json.nextToken() != JsonToken.VALUE_NULL) {
        texts.put(name, scalar(json, name));
      }
    }
    if (json.nextToken() != null) {
      throw new FieldException("row", ONE_OBJECT, line);
    }
    return texts;
  }

  /** Numbers as they are written: no digit is lost on the way. */
  private static String scalar(JsonParser json, String name) throws IOException, FieldException {
    return switch (json.currentToken()) {
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.getText();
      default -> throw new FieldException(name, "a number or a text", json.getText());
    };
  }
}
