package io.arb.greeks.surface;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;

/** The reference smiles, computed with 50 digits. */
final class SviVectors {
  private static final JsonNode ROOT = read();

  private SviVectors() {}

  static JsonNode of(String section) {
    return Objects.requireNonNull(ROOT.get(section), section);
  }

  static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  static RawSvi slice(String name) {
    return each(of("slices"))
        .filter(slice -> slice.get("name").asText().equals(name))
        .map(slice -> raw(slice.get("raw")))
        .findFirst()
        .orElseThrow();
  }

  /** From an object, or an array in the order a, b, rho, m, sigma. */
  static RawSvi raw(JsonNode raw) {
    Iterator<JsonNode> values = raw.elements();
    return new RawSvi(next(values), next(values), next(values), next(values), next(values));
  }

  private static double next(Iterator<JsonNode> values) {
    return values.next().asDouble();
  }

  static double[] doubles(JsonNode array) {
    return each(array).mapToDouble(JsonNode::asDouble).toArray();
  }

  private static JsonNode read() {
    try (var bytes =
        new GZIPInputStream(
            Objects.requireNonNull(SviVectors.class.getResourceAsStream("svi.json.gz")))) {
      return new ObjectMapper().readTree(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
