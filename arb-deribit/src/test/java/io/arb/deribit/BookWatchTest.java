package io.arb.deribit;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.wire.Json;
import io.arb.deribit.wire.WireBook;
import io.arb.deribit.wire.WireTicker;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookWatchTest {
  private Instant now = Instant.EPOCH.plusSeconds(100);
  private final BookWatch watch = new BookWatch(() -> now);

  @Test
  void tickerThatAgreesConfirmsABookInWhichNothingMoves() {
    watch.apply(snapshot());
    watch.told();
    assertThat(watch.compare(ticker("10", "11"))).isEqualTo(BookWatch.Verdict.NOTHING_NEW);

    pass(Duration.ofMillis(501));

    assertThat(watch.compare(ticker("10.0", "1.1e1"))).isEqualTo(BookWatch.Verdict.CONFIRMED);
  }

  @ParameterizedTest
  @CsvSource({"10, 12", "9, 11", "null, 11", "10, 0"})
  void tickerThatDisagreesForLongDoubtsTheBook(String bid, String ask) {
    watch.apply(snapshot());
    assertThat(watch.compare(ticker(bid, ask))).isEqualTo(BookWatch.Verdict.NOTHING_NEW);

    pass(Duration.ofMillis(2_001));

    assertThat(watch.compare(ticker(bid, ask))).isEqualTo(BookWatch.Verdict.DOUBTED);
  }

  @Test
  void shortDisagreementIsOrdinary() {
    watch.apply(snapshot());
    watch.compare(ticker("9", "11"));
    pass(Duration.ofMillis(1_900));
    watch.compare(ticker("10", "11"));
    pass(Duration.ofMillis(1_900));

    assertThat(watch.compare(ticker("9", "11"))).isEqualTo(BookWatch.Verdict.NOTHING_NEW);
  }

  @Test
  void bookWithoutASnapshotIsDoubted() {
    watch.compare(ticker("10", "11"));
    pass(Duration.ofMillis(2_001));

    assertThat(watch.compare(ticker("10", "11"))).isEqualTo(BookWatch.Verdict.DOUBTED);
  }

  @Test
  void staleFramesThatDoNotEndAreOverdue() {
    watch.apply(snapshot());
    watch.apply(change(4, 5));
    assertThat(watch.isOverdue()).isFalse();

    pass(Duration.ofMillis(2_001));
    watch.apply(change(5, 6));

    assertThat(watch.isOverdue()).isTrue();
    watch.beginAnew();
    assertThat(watch.isOverdue()).isFalse();
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private static WireBook snapshot() {
    return WireBook.of(Json.parse(Sample.snapshot("X", 7, "10", "11"), "book"));
  }

  private static WireBook change(long previous, long id) {
    return WireBook.of(Json.parse(Sample.change(previous, id, "new", "9", "1"), "book"));
  }

  private static WireTicker ticker(String bid, String ask) {
    return WireTicker.of(Json.parse(Sample.perpTicker(bid, ask), "ticker"));
  }
}
