package io.arb.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Lines of cells under two lines of headings: what it is, and in which unit. Words are aligned to
 * the left, everything else to the right.
 */
final class Grid<T> {
  private static final String GAP = "  ";

  private final List<Column<T>> columns;
  private final int[] widths;

  /** Columns as wide as their headings, and at least {@code leastWidth}. */
  Grid(List<Column<T>> columns, int leastWidth) {
    this.columns = List.copyOf(columns);
    this.widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      widen(i, columns.get(i).heading());
      widen(i, columns.get(i).unit());
      widths[i] = Math.max(widths[i], leastWidth);
    }
  }

  /** Takes notice of a row that is going to be printed. */
  void measure(T row) {
    for (int i = 0; i < widths.length; i++) {
      widen(i, columns.get(i).text(row));
    }
  }

  private void widen(int column, String text) {
    widths[column] = Math.max(widths[column], text.length());
  }

  /** The lines over the first row. */
  String headings() {
    boolean hasUnits = columns.stream().anyMatch(column -> !column.unit().isEmpty());
    String names = line(columns.stream().map(Column::heading).toList());
    return hasUnits ? names + line(columns.stream().map(Column::unit).toList()) : names;
  }

  String line(T row) {
    return line(columns.stream().map(column -> column.text(row)).toList());
  }

  private String line(List<String> texts) {
    List<String> padded = new ArrayList<>();
    IntStream.range(0, widths.length)
        .forEach(
            i ->
                padded.add(
                    columns.get(i).isText()
                        ? Padding.left(texts.get(i), widths[i])
                        : Padding.right(texts.get(i), widths[i])));
    return String.join(GAP, padded).stripTrailing() + '\n';
  }
}
