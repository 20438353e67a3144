package io.arb.cli.output;

import java.io.PrintWriter;
import java.util.List;

/**
 * One line a column, an empty line between results; numbers end in the same place, words begin in
 * the same place. Columns without a value are left out.
 */
final class CardWriter<T> implements RowWriter<T> {
  private static final String GAP = "  ";

  private final PrintWriter out;
  private final List<Column<T>> columns;
  private final int headingWidth;
  private boolean isFirst = true;

  CardWriter(PrintWriter out, List<Column<T>> columns) {
    this.out = out;
    this.columns = List.copyOf(columns);
    this.headingWidth = columns.stream().mapToInt(c -> c.heading().length()).max().orElse(0);
  }

  @Override
  public void write(T row) {
    if (!isFirst) {
      out.print('\n');
    }
    isFirst = false;
    List<Column<T>> present =
        columns.stream().filter(column -> !(column.of(row) instanceof Cell.Missing)).toList();
    int width = present.stream().mapToInt(column -> width(column, row)).max().orElse(0);
    present.forEach(column -> out.print(line(column, row, width)));
    out.flush();
  }

  private static <T> int width(Column<T> column, T row) {
    return column.isText() ? 0 : column.text(row).length();
  }

  private String line(Column<T> column, T row, int width) {
    String text = column.text(row);
    String value = column.isText() ? text : Padding.right(text, width);
    String line = Padding.left(column.heading(), headingWidth) + GAP + value + GAP + column.unit();
    return line.stripTrailing() + '\n';
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
