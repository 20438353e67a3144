package io.arb.cli.output;

import java.io.PrintWriter;
import java.util.List;

/** Prints each row at once; a cell that is too wide for its column shifts the rest of its line. */
final class StreamWriter<T> implements RowWriter<T> {
  /** Holds {@code -1234567.8} and {@code 2.46370e-5}. */
  private static final int LEAST_WIDTH = 10;

  private final PrintWriter out;
  private final Grid<T> grid;
  private boolean isFirst = true;

  StreamWriter(PrintWriter out, List<Column<T>> columns) {
    this.out = out;
    this.grid = new Grid<>(columns, LEAST_WIDTH);
  }

  @Override
  public void write(T row) {
    if (isFirst) {
      grid.measure(row);
      out.print(grid.headings());
      isFirst = false;
    }
    out.print(grid.line(row));
    out.flush();
  }

  @Override
  public boolean isBroken() {
    return out.checkError();
  }

  @Override
  public void close() {
    out.flush();
  }
}
