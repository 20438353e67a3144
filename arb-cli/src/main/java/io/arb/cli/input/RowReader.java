package io.arb.cli.input;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import java.util.Set;

/**
 * Reads rows one at a time from CSV with a heading or from JSON lines; the first line that is not
 * blank decides which. It holds one line in memory, of at most 65,536 characters. Blank lines are
 * skipped. Owned by one thread.
 *
 * <p>CSV is that of RFC 4180, but a value ends on its line. A JSON line is one flat object with
 * numbers or texts; {@code null} is as good as nothing. A name that is not known is refused: it
 * could be a known one, misspelt.
 *
 * <p>A bad line does not stop the next one from being read, but after a bad heading there is
 * nothing more.
 */
public final class RowReader implements Closeable {
  private final LineReader lines;
  private final Set<String> names;
  private Optional<RowFormat> format = Optional.empty();
  private boolean isOver;

  /**
   * Reads from the start.
   *
   * @param in is closed with this reader
   * @param names columns or keys that a row may have
   */
  public RowReader(Reader in, Set<String> names) {
    this.lines = new LineReader(in);
    this.names = Set.copyOf(names);
  }

  /** The next row; empty at the end. Waits for a whole line. */
  public Optional<InputRow> next() throws IOException {
    while (!isOver) {
      Optional<LineReader.Line> line = lines.next();
      isOver = line.isEmpty();
      Optional<InputRow> row = line.filter(some -> !some.isBlank()).flatMap(this::row);
      if (row.isPresent()) {
        return row;
      }
    }
    return Optional.empty();
  }

  /** Nothing for a good heading. */
  private Optional<InputRow> row(LineReader.Line line) {
    try {
      requireShort(line);
      if (format.isEmpty()) {
        boolean isJson = line.text().stripLeading().startsWith("{");
        format = Optional.of(isJson ? new JsonRows(names) : CsvRows.headed(line.text(), names));
        if (!isJson) {
          return Optional.empty();
        }
      }
      return Optional.of(
          new InputRow.Read(line.number(), format.orElseThrow().fields(line.text())));
    } catch (FieldException e) {
      isOver = format.isEmpty();
      return Optional.of(new InputRow.Refused(line.number(), e.problem()));
    }
  }

  private static void requireShort(LineReader.Line line) throws FieldException {
    if (line.isTooLong()) {
      throw new FieldException(
          "row", "at most " + LineReader.MOST_CHARS + " characters", line.text());
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
