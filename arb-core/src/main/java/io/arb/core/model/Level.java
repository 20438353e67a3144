package io.arb.core.model;

/** One price of an order book with the quantity that rests there, both positive. */
public record Level(Price price, Quantity quantity) {
  public Level {
    if (!quantity.isPositive()) {
      throw new IllegalArgumentException("quantity must be positive, got " + quantity);
    }
    if (price.isZero()) {
      throw new IllegalArgumentException("price must be positive, got " + price);
    }
  }

  public static Level of(String price, String quantity) {
    return new Level(Price.of(price), Quantity.of(quantity));
  }
}
