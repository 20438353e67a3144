package io.arb.greeks.inverse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Reads the reference values of venues. */
final class InverseVectors {
  private InverseVectors() {}

  static JsonNode read(String resource) {
    var bytes =
        Objects.requireNonNull(InverseVectors.class.getResourceAsStream(resource), resource);
    try (var json = new GZIPInputStream(bytes)) {
      return new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cases of one section of the delta file. */
  static Stream<JsonNode> deltaCases(String section) {
    return stream(read("deribit-delta.json.gz").get(section).get("cases"));
  }

  static Stream<JsonNode> stream(JsonNode array) {
    return array.valueStream();
  }
}
