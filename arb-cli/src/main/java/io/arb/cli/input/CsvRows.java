package io.arb.cli.input;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Rows under a heading, values between commas. Immutable. */
final class CsvRows implements RowFormat {
  private static final char QUOTE = '"';

  private final List<String> heading;

  private CsvRows(List<String> heading) {
    this.heading = List.copyOf(heading);
  }

  /** Reads the heading: names in any case, each once. */
  static CsvRows headed(String line, Set<String> names) throws FieldException {
    List<String> heading =
        values(line).stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    Set<String> seen = new HashSet<>();
    for (String name : heading) {
      if (!names.contains(name)) {
        throw new FieldException("heading", "names out of " + RowNames.listed(names), name);
      }
      if (!seen.add(name)) {
        throw new FieldException("heading", "each name once", name);
      }
    }
    return new CsvRows(heading);
  }

  @Override
  public Fields fields(String line) throws FieldException {
    List<String> values = values(line);
    if (values.size() != heading.size()) {
      throw new FieldException("row", heading.size() + " values, as in the heading", line);
    }
    Map<String, String> texts = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      texts.put(heading.get(i), values.get(i));
    }
    return Fields.ofRow(texts);
  }

  /** The values of a line; inside quotes a comma is text, and two quotes are one. */
  private static List<String> values(String line) throws FieldException {
    List<String> values = new ArrayList<>();
    int start = 0;
    while (start <= line.length()) {
      int end = end(line, start);
      values.add(unquoted(line, line.substring(start, end)));
      start = end + 1;
    }
    return values;
  }

  /** Where the value ends that begins at {@code start}: at a comma outside quotes. */
  private static int end(String line, int start) throws FieldException {
    boolean isQuoted = false;
    int at = start;
    for (; at < line.length() && (isQuoted || line.charAt(at) != ','); at++) {
      isQuoted ^= line.charAt(at) == QUOTE;
    }
    if (isQuoted) {
      throw new FieldException("row", "each quote to be closed on its line", line);
    }
    return at;
  }

  private static String unquoted(String line, String value) throws FieldException {
    String stripped = value.strip();
    if (stripped.indexOf(QUOTE) < 0) {
      return stripped;
    }
    String inner = stripped.substring(1, stripped.length() - 1); // two quotes at least
    String text = inner.replace("\"\"", "");
    if (stripped.charAt(0) != QUOTE || text.indexOf(QUOTE) >= 0) {
      throw new FieldException("row", "quotes around whole values only", line);
    }
    return inner.replace("\"\"", "\"");
  }
}
