package io.arb.cli.greeks.surface;

import io.arb.cli.input.FieldException;
import io.arb.cli.input.InputRow;
import io.arb.cli.input.RowReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * A file of option chains: CSV with a heading or JSON lines, gzip if its name ends in {@code .gz},
 * rows as in {@link ChainRow}. Read whole, or not at all: a chain with a wrong row is not a chain.
 */
final class ChainFile {
  private ChainFile() {}

  /** A row that is wrong, or a file that cannot be read; the message says which and why. */
  static final class BadChainException extends Exception {
    private static final long serialVersionUID = 1;

    private final String problem;

    BadChainException(String problem) {
      super(problem);
      this.problem = problem;
    }

    /** The message. */
    String problem() {
      return problem;
    }
  }

  /** The snapshots of the file, in order of time; at least one. */
  static List<Snapshot> read(Path file) throws BadChainException {
    TreeMap<Long, List<ChainRow>> rows = new TreeMap<>();
    try (RowReader reader =
        new RowReader(new InputStreamReader(bytes(file), StandardCharsets.UTF_8), ChainRow.NAMES)) {
      for (Optional<InputRow> row = reader.next(); row.isPresent(); row = reader.next()) {
        ChainRow read = read(file, row.get());
        rows.computeIfAbsent(read.takenAtMillis(), millis -> new ArrayList<>()).add(read);
      }
    } catch (IOException e) {
      throw new BadChainException(
          "FILE: expected a file that can be read, got '" + file + "' (" + e.getMessage() + ")");
    }
    if (rows.isEmpty()) {
      throw new BadChainException(file + ": expected rows under a heading, got none");
    }
    return rows.entrySet().stream()
        .map(snapshot -> Snapshot.of(snapshot.getKey(), snapshot.getValue()))
        .toList();
  }

  private static InputStream bytes(Path file) throws IOException {
    InputStream bytes = Files.newInputStream(file);
    if (!file.toString().endsWith(".gz")) {
      return bytes;
    }
    try {
      return new GZIPInputStream(bytes);
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  private static ChainRow read(Path file, InputRow row) throws BadChainException {
    try {
      return switch (row) {
        case InputRow.Read(long line, var fields) -> ChainRow.read(fields);
        case InputRow.Refused(long line, String problem) ->
            throw new BadChainException(place(file, line) + problem);
      };
    } catch (FieldException e) {
      throw new BadChainException(place(file, row.line()) + e.problem());
    }
  }

  private static String place(Path file, long line) {
    return file + ", line " + line + ": ";
  }
}
