package io.arb.greeks;

/** Size of the terms of opposite sign that a greek is the sum of, from exact values. */
final class Scales {
  private Scales() {}

  static double theta(ReferenceRow row) {
    double decay = row.get("vega") * row.vol() / (2 * row.years());
    double carry = Math.abs(row.rate() * row.get("price"));
    double cash = Math.abs(row.rate() * row.get("rho") / row.years());
    double asset = Math.abs(row.carryYield() * row.underlying() * row.get("delta"));
    return decay + carry + (row.isBlack76() ? 0 : cash + asset);
  }

  static double vanna(ReferenceRow row) {
    return row.get("vega") / (row.underlying() * row.deviation()) * row.spread();
  }

  static double volga(ReferenceRow row) {
    return row.get("vega") / row.vol() * square(row.spread());
  }

  static double charm(ReferenceRow row) {
    double density = row.get("vega") / (row.underlying() * Math.sqrt(row.years()));
    return Math.abs(row.carryYield() * row.get("delta")) + density * spreadPerYear(row);
  }

  static double speed(ReferenceRow row) {
    return row.get("gamma") / row.underlying() * (1 + row.spread() / row.deviation());
  }

  static double zomma(ReferenceRow row) {
    return row.get("gamma") * (square(row.spread()) + 1) / row.vol();
  }

  static double color(ReferenceRow row) {
    return row.get("gamma") * relativePerYear(row);
  }

  static double veta(ReferenceRow row) {
    return row.get("vega") * relativePerYear(row);
  }

  static double ultima(ReferenceRow row) {
    double product = square(row.spread());
    return row.get("vega") / square(row.vol()) * (product * (1 + product) + 2 * product);
  }

  private static double relativePerYear(ReferenceRow row) {
    double drift = row.spread() * spreadPerYear(row);
    return Math.abs(row.carryYield()) + drift + 1 / (2 * row.years());
  }

  private static double spreadPerYear(ReferenceRow row) {
    double carry = Math.abs(row.rate() - row.carryYield()) / row.deviation();
    return row.spread() / (2 * row.years()) + carry;
  }

  private static double square(double value) {
    return value * value;
  }
}
