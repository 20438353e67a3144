package io.arb.greeks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Reads the compressed tables of reference values, the heading line left out. */
final class Vectors {
  static final double EPS = Math.ulp(1.0);

  private Vectors() {}

  static List<String[]> rows(String resource) {
    var bytes = Objects.requireNonNull(Vectors.class.getResourceAsStream(resource), resource);
    try (var lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(bytes), UTF_8))) {
      return lines.lines().skip(1).map(line -> line.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
