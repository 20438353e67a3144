package io.arb.greeks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One option with its exact values, computed with 90 digits or more. */
record ReferenceRow(String text, String model, OptionType type, Map<String, Double> columns) {
  private static final double NEGLIGIBLE_SCALE = 1e-290;
  private static final double NEGLIGIBLE_ANSWER = 1e-280;
  private static final int FIRST_NUMBER = 3;

  static List<ReferenceRow> all(String resource) {
    List<String[]> lines = Vectors.lines(resource);
    String[] heading = lines.getFirst();
    return lines.stream().skip(1).map(fields -> of(heading, fields)).toList();
  }

  private static ReferenceRow of(String[] heading, String[] fields) {
    Map<String, Double> columns = new HashMap<>();
    for (int i = FIRST_NUMBER; i < fields.length; i++) {
      columns.put(heading[i], Double.parseDouble(fields[i]));
    }
    OptionType type = fields[2].equals("C") ? OptionType.CALL : OptionType.PUT;
    return new ReferenceRow(String.join(",", fields), fields[1], type, columns);
  }

  double get(String column) {
    return Objects.requireNonNull(columns.get(column), column);
  }

  boolean isBlack76() {
    return model.equals("B76");
  }

  void fill(GreeksBuffer buffer) {
    if (isBlack76()) {
      Black76.fill(buffer, type, underlying(), strike(), years(), vol(), rate());
    } else {
      BlackScholes.fill(buffer, type, underlying(), strike(), years(), vol(), rate(), carryYield());
    }
  }

  double priceUsd() {
    return isBlack76()
        ? Black76.priceUsd(type, underlying(), strike(), years(), vol(), rate())
        : BlackScholes.priceUsd(type, underlying(), strike(), years(), vol(), rate(), carryYield());
  }

  double underlying() {
    return get("underlying");
  }

  double strike() {
    return get("strike");
  }

  double years() {
    return get("T");
  }

  double vol() {
    return get("vol");
  }

  double rate() {
    return get("r");
  }

  /** In Black-76 nothing is gained or lost by holding the forward: the yield is the rate. */
  double carryYield() {
    return isBlack76() ? rate() : get("q");
  }

  double deviation() {
    return vol() * Math.sqrt(years());
  }

  /** The largest that d1 and d2 could be if their terms did not cancel. */
  double spread() {
    double drift = Math.abs((rate() - carryYield()) * years());
    double distance = Math.abs(Math.log(underlying() / strike())) + drift;
    return distance / deviation() + deviation() / 2;
  }

  /**
   * How many roundings a value is off, each worth one unit in the last place magnified as in
   * phi(d1).
   *
   * @param scale size of the largest term of the quantity, if that may exceed the quantity
   */
  double roundings(String column, double value, double scale) {
    double reference = get(column);
    double scaled = Math.max(Math.abs(reference), scale);
    double off = Math.abs(value - reference) / (Vectors.EPS * get("amp") * scaled);
    boolean negligible = scaled < NEGLIGIBLE_SCALE && Math.abs(value) < NEGLIGIBLE_ANSWER;
    return negligible ? 0 : Double.isNaN(off) ? Double.POSITIVE_INFINITY : off;
  }
}
