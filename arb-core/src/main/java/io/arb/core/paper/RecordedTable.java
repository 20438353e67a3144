package io.arb.core.paper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Reads the compressed tables that travel beside this package: a header, then plain rows. */
final class RecordedTable {
  private RecordedTable() {}

  /** The rows, each by column name. */
  static List<Map<String, String>> read(String resource) {
    try (InputStream packed = RecordedTable.class.getResourceAsStream(resource)) {
      if (packed == null) {
        throw new IllegalStateException("resource '" + resource + "' is missing");
      }
      return read(packed);
    } catch (IOException e) {
      throw new UncheckedIOException("resource '" + resource + "' cannot be read", e);
    }
  }

  private static List<Map<String, String>> read(InputStream packed) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8));
    List<String> lines = reader.lines().toList();
    String[] header = lines.getFirst().split(",", -1);
    return lines.stream().skip(1).map(line -> row(header, line.split(",", -1))).toList();
  }

  private static Map<String, String> row(String[] header, String[] cells) {
    if (cells.length != header.length) {
      throw new IllegalStateException(
          "expected " + header.length + " cells, got " + String.join(",", cells));
    }
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < header.length; i++) {
      row.put(header[i], cells[i]);
    }
    return row;
  }
}
