package io.arb.greeks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;

/** Reads the compressed JSON files of reference values that lie beside this class. */
public final class JsonVectors {
  private JsonVectors() {}

  /** The whole file. */
  public static JsonNode read(String resource) {
    var bytes = Objects.requireNonNull(JsonVectors.class.getResourceAsStream(resource), resource);
    try (var json = new GZIPInputStream(bytes)) {
      return new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The elements of an array. */
  public static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  /** An array of numbers. */
  public static double[] doubles(JsonNode array) {
    return elements(array).mapToDouble(JsonNode::asDouble).toArray();
  }
}
