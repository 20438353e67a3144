package io.arb.cli.output;

import java.io.PrintWriter;
import java.util.List;

/** One line a column, an empty line between results; numbers end in the same place. */
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
    List<String> texts = columns.stream().map(column -> column.text(row)).toList();
    int width = texts.stream().mapToInt(String::length).max().orElse(0);
    for (int i = 0; i < columns.size(); i++) {
      out.print(line(columns.get(i), texts.get(i), width));
    }
    out.flush();
  }

  private String line(Column<T> column, String text, int width) {
    String heading = Padding.left(column.heading(), headingWidth);
    String line = heading + GAP + Padding.right(text, width) + GAP + column.unit();
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
