package io.arb.deribit;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;

/** The vector files of this module. */
public final class Vectors {
  private Vectors() {}

  public static JsonNode read(String name) {
    String file = "deribit-" + name + ".json.gz";
    try (InputStream in =
        new GZIPInputStream(Objects.requireNonNull(Vectors.class.getResourceAsStream(file)))) {
      return Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
