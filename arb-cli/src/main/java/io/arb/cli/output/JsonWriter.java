package io.arb.cli.output;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** One JSON object (RFC 8259) a line, keys in the order of the columns. */
final class JsonWriter<T> implements RowWriter<T> {
  private static final int FIRST_PRINTABLE = 0x20;
  private static final int LAST_ASCII = 0x7e;

  private final PrintWriter out;
  private final List<Column<T>> columns;

  JsonWriter(PrintWriter out, List<Column<T>> columns) {
    this.out = out;
    this.columns = List.copyOf(columns);
  }

  @Override
  public void write(T row) {
    StringBuilder json = new StringBuilder();
    for (Column<T> column : columns) {
      json.append(json.isEmpty() ? '{' : ',');
      json.append(quoted(column.name())).append(':').append(value(column.of(row)));
    }
    out.print(json.append("}\n"));
    out.flush();
  }

  private static String value(Cell cell) {
    return switch (cell) {
      case Cell.Figure(double value) -> NumberText.exact(value);
      case Cell.Figures(var values) ->
          values.stream().map(NumberText::exact).collect(Collectors.joining(",", "[", "]"));
      case Cell.Word(String text) -> quoted(text);
      case Cell.Flag(boolean value) -> Boolean.toString(value);
      case Cell.Missing() -> "null";
    };
  }

  /** ASCII whatever the text and the terminal: everything else as a Unicode escape. */
  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars().forEach(c -> append(json, (char) c));
    return json.append('"').toString();
  }

  private static void append(StringBuilder json, char c) {
    if (c == '"' || c == '\\') {
      json.append('\\').append(c);
    } else if (c < FIRST_PRINTABLE || c > LAST_ASCII) {
      json.append("\\u%04x".formatted((int) c));
    } else {
      json.append(c);
    }
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
