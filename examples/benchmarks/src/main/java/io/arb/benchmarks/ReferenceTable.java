package io.arb.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.arb.greeks.Black76;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** A table of reference values from the tests of arb-greeks; its columns by name. Immutable. */
final class ReferenceTable {
  private final List<String> heading;
  private final List<String[]> rows;

  private ReferenceTable(List<String> heading, List<String[]> rows) {
    this.heading = heading;
    this.rows = rows;
  }

  static ReferenceTable read(String name) {
    String resource = "/io/arb/greeks/" + name;
    var bytes = Objects.requireNonNull(Black76.class.getResourceAsStream(resource), resource);
    try (var lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(bytes), UTF_8))) {
      var all = new ArrayList<>(lines.lines().map(line -> line.split(",", -1)).toList());
      return new ReferenceTable(Arrays.asList(all.removeFirst()), List.copyOf(all));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows that hold these texts, given as column, text, column, text and so on. */
  ReferenceTable where(String... columnsAndTexts) {
    List<String[]> kept = rows;
    for (int i = 0; i < columnsAndTexts.length; i += 2) {
      int column = column(columnsAndTexts[i]);
      String text = columnsAndTexts[i + 1];
      kept = kept.stream().filter(row -> row[column].equals(text)).toList();
    }
    return new ReferenceTable(heading, kept);
  }

  /** {@code count} rows, spread evenly over the table. */
  ReferenceTable sample(int count) {
    var sampled = new ArrayList<String[]>();
    for (int i = 0; i < count; i++) {
      sampled.add(rows.get((int) ((long) i * rows.size() / count)));
    }
    return new ReferenceTable(heading, sampled);
  }

  /** {@code count} rows: those at these places, again and again. */
  ReferenceTable cycle(int[] places, int count) {
    var cycled = new ArrayList<String[]>();
    for (int i = 0; i < count; i++) {
      cycled.add(rows.get(places[i % places.length]));
    }
    return new ReferenceTable(heading, cycled);
  }

  int size() {
    return rows.size();
  }

  double[] numbers(String name) {
    int column = column(name);
    return rows.stream()
        .mapToDouble(row -> Double.parseDouble(row[column].replace("inf", "Infinity")))
        .toArray();
  }

  boolean[] areCalls() {
    int column = column("cp");
    boolean[] calls = new boolean[rows.size()];
    for (int i = 0; i < calls.length; i++) {
      calls[i] = rows.get(i)[column].equals("C");
    }
    return calls;
  }

  private int column(String name) {
    int column = heading.indexOf(name);
    if (column < 0) {
      throw new IllegalArgumentException("no column " + name + " in " + heading);
    }
    return column;
  }
}
