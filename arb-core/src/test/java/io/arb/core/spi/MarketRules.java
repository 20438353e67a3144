package io.arb.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.Event;
import io.arb.core.model.ExchangeEvent.ExchangeStatusChanged;
import io.arb.core.model.Instrument;
import io.arb.core.model.Level;
import io.arb.core.model.MarketEvent;
import io.arb.core.model.MarketEvent.BookChanged;
import io.arb.core.model.MarketEvent.TickerChanged;
import io.arb.core.model.Option;
import io.arb.core.model.OrderBook;
import io.arb.core.model.Price;
import io.arb.core.spi.ContractVenue.Trouble;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** M: books and tickers. */
interface MarketRules extends ContractRules {

  @Test
  @DisplayName("M1: a watched instrument has a usable book and a ticker")
  default void m1ShowsBookAndTicker() {
    ContractBench bench = bench().live();

    bench.exchange().watch(Set.of(bench.perpetual()));

    BookChanged event = bench.log().await(BookChanged.class);
    assertThat(event.instrument()).isEqualTo(bench.perpetual());
    assertThat(event.book().isUsable()).isTrue();
    assertThat(top(event.book())).isEqualTo(truth(bench));
    TickerChanged ticker = bench.log().await(TickerChanged.class);
    assertThat(ticker.ticker().mark().isZero()).isFalse();
    assertThat(ticker.ticker().index().isZero()).isFalse();
  }

  @Test
  @DisplayName("M2: an option's ticker has greeks in the model's units")
  default void m2ShowsGreeks() {
    ContractBench bench = bench().live();
    Option option = bench.option();

    bench.exchange().watch(Set.of(option));

    TickerChanged ticker =
        bench.log().await(TickerChanged.class, e -> e.instrument().equals(option));
    assertThat(ticker.ticker().greeks()).isPresent();
    assertThat(ticker.ticker().greeks().orElseThrow().delta().abs())
        .isBetween(BigDecimal.ZERO, BigDecimal.ONE);
    assertThat(ticker.ticker().greeks().orElseThrow().volFraction())
        .isBetween(new BigDecimal("0.05"), new BigDecimal("5"));
  }

  @Test
  @DisplayName("M3: an instrument that is not listed is ignored")
  default void m3IgnoresUnlisted() {
    ContractBench bench = bench().live();
    Option listed = bench.option();
    Option unlisted =
        new Option(listed.underlying(), listed.expiry(), Price.of("1234567"), listed.type());

    bench.exchange().watch(Set.of(unlisted, bench.perpetual()));

    bench.log().await(BookChanged.class, e -> e.instrument().equals(bench.perpetual()));
    assertThat(bench.log().all(MarketEvent.class, e -> e.instrument().equals(unlisted))).isEmpty();
  }

  @Test
  @DisplayName("M4: market data is wanted for exactly the last set")
  default void m4ReplacesTheSet() {
    ContractBench bench = bench().live();
    EventLog log = bench.log();
    bench.exchange().watch(Set.of(bench.perpetual()));
    log.await(BookChanged.class, e -> e.instrument().equals(bench.perpetual()));

    bench.exchange().watch(Set.of(bench.option()));
    log.await(BookChanged.class, e -> e.instrument().equals(bench.option()));
    log.await(TickerChanged.class, e -> e.instrument().equals(bench.option()));
    int switched = log.size();
    move(bench, bench.option());

    assertThat(log.since(switched, MarketEvent.class))
        .extracting(MarketEvent::instrument)
        .containsOnly(bench.option());
  }

  @Test
  @DisplayName("M5: what is watched stays watched over a reconnect")
  default void m5WatchesAfterReconnect() {
    ContractBench bench = bench().live();
    bench.exchange().watch(Set.of(bench.perpetual()));
    bench.log().await(BookChanged.class);

    bench.venue().breakConnection();
    bench.awaitLive(2);
    int live = bench.lastIndexOf(ExchangeStatusChanged.class);
    bench.venue().refreshMarket();

    bench.log().await(BookChanged.class, event -> bench.log().all().lastIndexOf(event) > live);
  }

  @Test
  @DisplayName("M6: a crossed book is not made to look usable")
  default void m6DoesNotMendCrossedBooks() {
    showsOnlyTheTruthIn(Trouble.CROSSED_BOOK);
  }

  @Test
  @DisplayName("M7: a book with one side is not made to look usable")
  default void m7DoesNotMendOneSidedBooks() {
    showsOnlyTheTruthIn(Trouble.ONE_SIDED_BOOK);
  }

  @Test
  @DisplayName("M8: after a lost update no book is shown that the venue never had")
  default void m8DoesNotGuessOverGaps() {
    showsOnlyTheTruthIn(Trouble.BOOK_GAP);
  }

  @Test
  @DisplayName("M9: no market data is reported between DOWN and the next LIVE")
  default void m9IsBlindWhileDown() {
    ContractBench bench = bench().live();
    bench.exchange().watch(Set.of(bench.perpetual()));
    bench.log().await(TickerChanged.class);

    bench.down();
    bench.venue().refreshMarket();
    bench.venue().allowConnections();
    bench.awaitLive(2);

    List<Event> all = bench.log().all();
    int down = all.indexOf(bench.awaitDown());
    int live = bench.lastIndexOf(ExchangeStatusChanged.class);
    assertThat(all.subList(down, live)).noneMatch(MarketEvent.class::isInstance);
    assertThat(((ExchangeStatusChanged) all.get(live)).status()).isEqualTo(ConnectionStatus.LIVE);
  }

  private void showsOnlyTheTruthIn(Trouble trouble) {
    ContractBench bench = bench().with(trouble).live();
    bench.exchange().watch(Set.of(bench.perpetual()));
    bench.log().await(BookChanged.class);
    bench.log().await(TickerChanged.class);
    var first = truth(bench);

    bench.venue().begin(trouble);
    move(bench, bench.perpetual());
    var second = truth(bench);
    bench.venue().end(trouble);
    move(bench, bench.perpetual());
    var third = truth(bench);

    bench.log().await(BookChanged.class, e -> top(e.book()).equals(third));
    assertThat(bench.log().all(BookChanged.class, e -> e.book().isUsable()))
        .extracting(e -> top(e.book()))
        .isSubsetOf(List.of(first, second, third));
  }

  /** Moves the market and waits until the adapter has heard of it. */
  private static void move(ContractBench bench, Instrument instrument) {
    bench.venue().refreshMarket();
    Instant moved = bench.venue().now().truncatedTo(ChronoUnit.MILLIS);
    bench
        .log()
        .await(
            TickerChanged.class,
            e -> e.instrument().equals(instrument) && !e.ticker().venueTime().isBefore(moved));
  }

  private static List<Optional<Level>> truth(ContractBench bench) {
    return top(bench.venue().book(bench.perpetual()));
  }

  private static List<Optional<Level>> top(OrderBook book) {
    return List.of(book.bestBid(), book.bestAsk());
  }
}
