package io.arb.deribit;

import io.arb.deribit.map.LocalBook;
import io.arb.deribit.wire.WireBook;
import io.arb.deribit.wire.WireBook.WireLevel;
import io.arb.deribit.wire.WireTicker;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One book and how far it can be trusted: since when its frames have been of no use, and whether
 * the ticker agrees with it. Owned by the session's thread.
 */
final class BookWatch {
  /** What a ticker says about the book. */
  enum Verdict {
    /** The best prices agree, and the book was not told for a while. */
    CONFIRMED,
    /** They have not agreed for too long, or no snapshot has come. */
    DOUBTED,
    NOTHING_NEW
  }

  private static final Duration LONGEST_DOUBT = Duration.ofSeconds(2);
  private static final Duration TELL_AGAIN_AFTER = Duration.ofMillis(500);

  private final InstantSource ticks;
  private final LocalBook book = new LocalBook();
  private Instant toldAt = Instant.EPOCH.minusSeconds(1);
  private @Nullable Instant uselessSince;
  private @Nullable Instant differsSince;

  BookWatch(InstantSource ticks) {
    this.ticks = ticks;
  }

  LocalBook book() {
    return book;
  }

  LocalBook.Outcome apply(WireBook frame) {
    LocalBook.Outcome outcome = book.apply(frame);
    switch (outcome) {
      case SNAPSHOT, APPLIED -> uselessSince = null;
      case STALE, IGNORED_NOT_SYNCED, GAP ->
          uselessSince = uselessSince == null ? ticks.instant() : uselessSince;
    }
    return outcome;
  }

  /** Whether the channel has brought nothing of use for so long that it must begin anew. */
  boolean isOverdue() {
    return isLong(uselessSince);
  }

  /** The channel begins anew: its next frames are given time. */
  void beginAnew() {
    uselessSince = ticks.instant();
    differsSince = null;
  }

  /** The book has just been told of. */
  void told() {
    toldAt = ticks.instant();
  }

  Verdict compare(WireTicker ticker) {
    if (agrees(ticker)) {
      differsSince = null;
      boolean isOld = Duration.between(toldAt, ticks.instant()).compareTo(TELL_AGAIN_AFTER) > 0;
      return isOld ? Verdict.CONFIRMED : Verdict.NOTHING_NEW;
    }
    differsSince = differsSince == null ? ticks.instant() : differsSince;
    return isLong(differsSince) ? Verdict.DOUBTED : Verdict.NOTHING_NEW;
  }

  private boolean agrees(WireTicker ticker) {
    return book.isSynced()
        && isSame(book.bids(1), ticker.bestBid())
        && isSame(book.asks(1), ticker.bestAsk());
  }

  private static boolean isSame(List<WireLevel> best, Optional<BigDecimal> price) {
    return best.isEmpty()
        ? price.isEmpty()
        : price.filter(shown -> shown.compareTo(best.getFirst().price()) == 0).isPresent();
  }

  private boolean isLong(@Nullable Instant since) {
    return since != null && Duration.between(since, ticks.instant()).compareTo(LONGEST_DOUBT) > 0;
  }
}
