package io.arb.cli.output;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/**
 * The options {@code --json} and {@code --csv}, to be mixed into a command with {@link
 * picocli.CommandLine.Mixin}. Without either, results are text for people.
 */
public final class OutputOptions {
  @ArgGroup private Format format = new Format();

  /** At most one of them. */
  private static final class Format {
    @Option(
        names = "--json",
        description = "Print one JSON object a line, with every digit.",
        required = true)
    private boolean json;

    @Option(
        names = "--csv",
        description = "Print CSV with a heading, with every digit.",
        required = true)
    private boolean csv;
  }

  /** Whether people read it: then a command may add lines of its own. */
  public boolean isForPeople() {
    return !format.json && !format.csv;
  }

  /**
   * Starts to print.
   *
   * @param layout how it looks if people read it
   * @param columns at least one, with different names
   */
  public <T> RowWriter<T> open(PrintWriter out, Layout layout, List<Column<T>> columns) {
    requireDifferentNames(columns);
    if (format.json) {
      return new JsonWriter<>(out, columns);
    }
    if (format.csv) {
      return new CsvWriter<>(out, columns);
    }
    return switch (layout) {
      case CARD -> new CardWriter<>(out, columns);
      case TABLE -> new TableWriter<>(out, columns);
      case STREAM -> new StreamWriter<>(out, columns);
    };
  }

  private static <T> void requireDifferentNames(List<Column<T>> columns) {
    List<String> names = columns.stream().map(Column::name).toList();
    if (names.isEmpty() || names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException("columns must have different names, got " + names);
    }
  }
}
