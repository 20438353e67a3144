package io.arb.core.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A snapshot of the resting orders of one instrument, best first. A side may be empty; a book may
 * be crossed if the venue says so, which {@link #isUsable} reveals.
 *
 * @param venueTime the venue's own time of the snapshot
 * @param receivedAt our time when it arrived
 */
public record OrderBook(
    Instrument instrument,
    List<Level> bids,
    List<Level> asks,
    Instant venueTime,
    Instant receivedAt) {
  public OrderBook {
    bids = List.copyOf(bids);
    asks = List.copyOf(asks);
    requireOrdered(bids, -1, "bids");
    requireOrdered(asks, 1, "asks");
  }

  private static void requireOrdered(List<Level> levels, int direction, String side) {
    for (int i = 1; i < levels.size(); i++) {
      if (Integer.signum(levels.get(i).price().compareTo(levels.get(i - 1).price())) != direction) {
        throw new IllegalArgumentException(
            side + " must be ordered from the best price, got " + levels);
      }
    }
  }

  public Optional<Level> bestBid() {
    return bids.stream().findFirst();
  }

  public Optional<Level> bestAsk() {
    return asks.stream().findFirst();
  }

  /** True if both sides are there and the bid is below the ask. */
  public boolean isUsable() {
    return !bids.isEmpty()
        && !asks.isEmpty()
        && bids.getFirst().price().compareTo(asks.getFirst().price()) < 0;
  }

  /** The levels that an incoming order of {@code side} would trade with. */
  public List<Level> against(Side side) {
    return side == Side.BUY ? asks : bids;
  }

  /**
   * Walks the book with an order that takes liquidity.
   *
   * @param quantity positive
   * @return what {@code quantity} would be traded at in total; empty if the book is too thin
   */
  public Optional<Money> cost(Side side, Quantity quantity) {
    Quantity left = quantity;
    Money total = Money.ZERO;
    for (Level level : against(side)) {
      Quantity taken = left.min(level.quantity());
      total = total.plus(level.price().times(taken));
      left = left.minus(taken);
      if (left.isZero()) {
        return Optional.of(total);
      }
    }
    return Optional.empty();
  }

  /**
   * This book with {@code quantity} less on the level of {@code side} that stands at {@code price}.
   */
  public OrderBook without(Side side, Price price, Quantity quantity) {
    return side == Side.BUY
        ? new OrderBook(instrument, reduce(bids, price, quantity), asks, venueTime, receivedAt)
        : new OrderBook(instrument, bids, reduce(asks, price, quantity), venueTime, receivedAt);
  }

  private static List<Level> reduce(List<Level> levels, Price price, Quantity quantity) {
    List<Level> reduced = new ArrayList<>(levels.size());
    for (Level level : levels) {
      if (!level.price().equals(price)) {
        reduced.add(level);
      } else if (level.quantity().compareTo(quantity) > 0) {
        reduced.add(new Level(price, level.quantity().minus(quantity)));
      }
    }
    return reduced;
  }
}
