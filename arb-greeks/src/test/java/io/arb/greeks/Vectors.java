package io.arb.greeks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Reads the compressed tables of reference values. */
final class Vectors {
  static final double EPS = Math.ulp(1.0);

  private Vectors() {}

  static List<String[]> rows(String resource) {
    return lines(resource).stream().skip(1).toList();
  }

  /** The heading line and the rows. */
  static List<String[]> lines(String resource) {
    var bytes = Objects.requireNonNull(Vectors.class.getResourceAsStream(resource), resource);
    try (var lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(bytes), UTF_8))) {
      return lines.lines().map(line -> line.split(",", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
