package io.arb.rysk.simulator;

import io.arb.core.model.Quantity;

/**
 * How often synthetic takers ask for a price of a listed call, and for how much.
 *
 * @param perMinute requests a minute on average; arrivals are independent of each other; 0: none
 * @param minSize smallest size, at least that of the asset
 * @param maxSize largest size; small sizes are as likely as large ones on a logarithmic scale
 */
public record RfqFlow(double perMinute, Quantity minSize, Quantity maxSize) {
  public RfqFlow {
    if (!(perMinute >= 0 && perMinute <= 6_000)) {
      throw new IllegalArgumentException("perMinute must be from 0 to 6000, got " + perMinute);
    }
    if (!minSize.isPositive() || maxSize.compareTo(minSize) < 0) {
      throw new IllegalArgumentException(
          "sizes need 0 < minSize <= maxSize, got " + minSize + " to " + maxSize);
    }
  }

  /** Requests of 0.1 to 5 units. */
  public static RfqFlow perMinute(double perMinute) {
    return new RfqFlow(perMinute, Quantity.of("0.1"), Quantity.of("5"));
  }

  /** Nobody asks unless told to. */
  public static RfqFlow none() {
    return perMinute(0);
  }
}
