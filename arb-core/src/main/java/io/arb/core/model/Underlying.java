package io.arb.core.model;

/** What an instrument is written on, by its short name in capitals: {@code ETH}, {@code BTC}. */
public record Underlying(String symbol) {
  public Underlying {
    if (!symbol.matches("[A-Z0-9]{1,16}")) {
      throw new IllegalArgumentException(
          "Underlying must be 1 to 16 capital letters or digits, got '" + symbol + "'");
    }
  }

  @Override
  public String toString() {
    return symbol;
  }
}
