package io.arb.cli.output;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** CSV after RFC 4180, but lines end with a plain line feed, as other tools of a shell expect. */
final class CsvWriter<T> implements RowWriter<T> {
  private final PrintWriter out;
  private final List<Column<T>> columns;

  CsvWriter(PrintWriter out, List<Column<T>> columns) {
    this.out = out;
    this.columns = List.copyOf(columns);
    line(Column::name);
  }

  @Override
  public void write(T row) {
    line(column -> value(column.of(row)));
  }

  private void line(Function<Column<T>, String> cell) {
    out.print(columns.stream().map(cell).map(CsvWriter::quoted).collect(Collectors.joining(",")));
    out.print('\n');
    out.flush();
  }

  private static String value(Cell cell) {
    return switch (cell) {
      case Cell.Figure(double value) -> NumberText.exact(value);
      case Cell.Figures(var values) ->
          values.stream().map(NumberText::exact).collect(Collectors.joining(" "));
      case Cell.Word(String text) -> text;
      case Cell.Flag(boolean value) -> Boolean.toString(value);
      case Cell.Missing() -> "";
    };
  }

  private static String quoted(String text) {
    boolean isPlain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
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
