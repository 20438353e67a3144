package io.arb.deribit.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;

/** Reads check values from the test resources. */
final class Vectors {
  private Vectors() {}

  static JsonNode read(String name) {
    try (InputStream packed =
            Vectors.class.getResourceAsStream("/io/arb/deribit/" + name + ".json.gz");
        InputStream text = new GZIPInputStream(Objects.requireNonNull(packed, name))) {
      return Json.parse(new String(text.readAllBytes(), UTF_8), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<JsonNode> all(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  static BigDecimal decimal(JsonNode node, String name) {
    return new BigDecimal(node.path(name).asText());
  }
}
