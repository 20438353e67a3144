package io.arb.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.MarketEvent.BookChanged;
import io.arb.core.model.MarketEvent.TickerChanged;
import io.arb.core.model.OrderBook;
import io.arb.core.model.Ticker;
import io.arb.core.spi.ContractVenue.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** T: whose time is on what. */
interface ClockRules extends ContractRules {
  /** Venues tell time in milliseconds. */
  Duration RESOLUTION = Duration.ofMillis(1);

  @Test
  @DisplayName("T1: books and tickers carry the venue's time")
  default void t1TellsTheVenuesTime() {
    ContractBench bench = bench();
    Instant before = bench.venue().now().minus(RESOLUTION);

    bench.live();
    bench.exchange().watch(Set.of(bench.perpetual()));

    OrderBook book = bench.log().await(BookChanged.class).book();
    Ticker ticker = bench.log().await(TickerChanged.class).ticker();
    assertThat(book.venueTime()).isBetween(before, bench.venue().now());
    assertThat(ticker.venueTime()).isBetween(before, bench.venue().now());
  }

  @Test
  @DisplayName("T2: with our clock ahead, venue times stay the venue's and arrivals are ours")
  default void t2KeepsTheClocksApart() {
    ContractBench bench = bench().with(Trouble.SKEWED_CLOCK);
    bench.venue().begin(Trouble.SKEWED_CLOCK);

    bench.live();
    bench.exchange().watch(Set.of(bench.perpetual()));

    OrderBook book = bench.log().await(BookChanged.class).book();
    assertThat(book.venueTime()).isBeforeOrEqualTo(bench.venue().now());
    assertThat(book.receivedAt()).isAfter(book.venueTime().plusSeconds(4));
    Ticker ticker = bench.log().await(TickerChanged.class).ticker();
    assertThat(ticker.venueTime()).isBeforeOrEqualTo(bench.venue().now());
    assertThat(ticker.receivedAt()).isAfter(ticker.venueTime().plusSeconds(4));
  }

  @Test
  @DisplayName("T3: a difference of some seconds does not stop orders")
  default void t3TradesWithSkew() {
    ContractBench bench = bench().with(Trouble.SKEWED_CLOCK);
    bench.venue().begin(Trouble.SKEWED_CLOCK);

    bench.live();

    bench.placed(bench.bid());
  }
}
