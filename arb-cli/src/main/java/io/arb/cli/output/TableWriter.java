package io.arb.cli.output;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Holds all rows until the end to make columns fit. */
final class TableWriter<T> implements RowWriter<T> {
  private final PrintWriter out;
  private final Grid<T> grid;
  private final List<T> rows = new ArrayList<>();

  TableWriter(PrintWriter out, List<Column<T>> columns) {
    this.out = out;
    this.grid = new Grid<>(columns, 0);
  }

  @Override
  public void write(T row) {
    grid.measure(row);
    rows.add(row);
  }

  @Override
  public boolean isBroken() {
    return out.checkError();
  }

  @Override
  public void close() {
    if (!rows.isEmpty()) {
      out.print(grid.headings());
      rows.forEach(row -> out.print(grid.line(row)));
      rows.clear();
    }
    out.flush();
  }
}
