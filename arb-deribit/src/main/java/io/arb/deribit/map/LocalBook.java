package io.arb.deribit.map;

import io.arb.deribit.wire.WireBook;
import io.arb.deribit.wire.WireBook.WireLevel;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * One book kept up to date from a snapshot and the changes chained to it. Levels are keyed by the
 * value of their price, whatever form it is written in. Owned by the session's thread. Source:
 * Deribit API, channel book.{instrument}.{interval}.
 */
public final class LocalBook {
  /** What became of a frame. */
  public enum Outcome {
    /** The book was replaced. */
    SNAPSHOT,
    /** The change was applied. */
    APPLIED,
    /** Already contained in the book: dropped. */
    STALE,
    /** A change is missing, or the book has come out crossed: it cannot be used. */
    GAP,
    /** Dropped while waiting for a snapshot. */
    IGNORED_NOT_SYNCED
  }

  private final NavigableMap<BigDecimal, BigDecimal> bids =
      new TreeMap<>(Comparator.reverseOrder());
  private final NavigableMap<BigDecimal, BigDecimal> asks = new TreeMap<>();
  private boolean synced;
  private long changeId;

  /** Takes the next frame of the channel. */
  public Outcome apply(WireBook frame) {
    if (frame.isSnapshot()) {
      bids.clear();
      asks.clear();
      return keep(frame, Outcome.SNAPSHOT);
    }
    if (!synced) {
      return Outcome.IGNORED_NOT_SYNCED;
    }
    if (frame.changeId() <= changeId) {
      return Outcome.STALE;
    }
    if (frame.prevChangeId().orElseThrow() != changeId) {
      synced = false;
      return Outcome.GAP;
    }
    return keep(frame, Outcome.APPLIED);
  }

  private Outcome keep(WireBook frame, Outcome outcome) {
    set(bids, frame.bids());
    set(asks, frame.asks());
    changeId = frame.changeId();
    synced = !isCrossed();
    return synced ? outcome : Outcome.GAP;
  }

  private static void set(NavigableMap<BigDecimal, BigDecimal> side, List<WireLevel> levels) {
    for (WireLevel level : levels) {
      side.remove(level.price());
      if (level.amount().signum() > 0) {
        side.put(level.price(), level.amount());
      }
    }
  }

  private boolean isCrossed() {
    return !bids.isEmpty() && !asks.isEmpty() && bids.firstKey().compareTo(asks.firstKey()) >= 0;
  }

  /** Whether the book is that of the venue. */
  public boolean isSynced() {
    return synced;
  }

  /** The number of the last frame that was applied. */
  public long changeId() {
    return changeId;
  }

  /** The best bids, best first. */
  public List<WireLevel> bids(int depth) {
    return best(bids, depth);
  }

  /** The best asks, best first. */
  public List<WireLevel> asks(int depth) {
    return best(asks, depth);
  }

  private static List<WireLevel> best(NavigableMap<BigDecimal, BigDecimal> side, int depth) {
    return side.entrySet().stream()
        .limit(depth)
        .map(level -> new WireLevel(level.getKey(), level.getValue()))
        .toList();
  }
}
