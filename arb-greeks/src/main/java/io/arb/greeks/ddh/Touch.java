package io.arb.greeks.ddh;

import io.arb.greeks.Arguments;
import java.util.OptionalDouble;

/**
 * Best prices of the perpetual's book once our own orders are taken out of it.
 *
 * @param bidUsd best bid, empty when nobody else bids
 * @param askUsd best ask, empty when nobody else offers; above the bid
 */
public record Touch(OptionalDouble bidUsd, OptionalDouble askUsd) {
  public Touch {
    bidUsd.ifPresent(bid -> Arguments.positive("bidUsd", bid));
    askUsd.ifPresent(ask -> Arguments.positive("askUsd", ask));
    if (bidUsd.isPresent() && askUsd.isPresent() && bidUsd.getAsDouble() >= askUsd.getAsDouble()) {
      throw new IllegalArgumentException(
          "bidUsd must be below askUsd, got "
              + bidUsd.getAsDouble()
              + " and "
              + askUsd.getAsDouble());
    }
  }

  /** Both sides present. */
  public static Touch of(double bidUsd, double askUsd) {
    return new Touch(OptionalDouble.of(bidUsd), OptionalDouble.of(askUsd));
  }

  /** The side an order on {@code side} would trade with: the ask for a buy. */
  OptionalDouble opposite(HedgeSide side) {
    return side == HedgeSide.BUY ? askUsd : bidUsd;
  }

  /** Best price of the side an order on {@code side} would join: the bid for a buy. */
  OptionalDouble own(HedgeSide side) {
    return side == HedgeSide.BUY ? bidUsd : askUsd;
  }

  /** Mid price, if both sides are there and closer together than {@code widestUsd}. */
  OptionalDouble mid(double widestUsd) {
    if (bidUsd.isEmpty() || askUsd.isEmpty()) {
      return OptionalDouble.empty();
    }
    double bid = bidUsd.getAsDouble();
    double ask = askUsd.getAsDouble();
    return ask - bid < widestUsd ? OptionalDouble.of((bid + ask) / 2) : OptionalDouble.empty();
  }
}
