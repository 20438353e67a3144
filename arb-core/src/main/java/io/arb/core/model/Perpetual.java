package io.arb.core.model;

/** A linear perpetual: one contract is one unit of the underlying, settled in USD. */
public record Perpetual(Underlying underlying) implements Instrument {
  public static Perpetual of(String underlying) {
    return new Perpetual(new Underlying(underlying));
  }

  @Override
  public String symbol() {
    return underlying + "-PERP";
  }

  @Override
  public String toString() {
    return symbol();
  }
}
