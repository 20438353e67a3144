package io.arb.core.paper;

import static io.arb.core.paper.Bench.ALICE;
import static io.arb.core.paper.Bench.BOB;
import static io.arb.core.paper.Bench.CALL;
import static io.arb.core.paper.Bench.PERPETUAL;
import static io.arb.core.paper.Bench.buy;
import static io.arb.core.paper.Bench.order;
import static io.arb.core.paper.Bench.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.Level;
import io.arb.core.model.Liquidity;
import io.arb.core.model.OrderBook;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import io.arb.core.model.VenueOrderId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LiquidityTest {

  private static Bench falling() {
    return new Bench(
        VenueRules.standard(), LiquidityProfile.makersOnly(), Bench.through(1980, 1960), 1);
  }

  @Test
  void quotesBothSidesOfEverything() {
    Bench bench = Bench.withMakers();

    bench.market.options(bench.clock.instant()).stream()
        .map(option -> bench.venue.book(option, 10))
        .forEach(book -> assertThat(book.isUsable()).as("%s", book).isTrue());
    assertThat(bench.venue.book(PERPETUAL, 10).bids()).hasSize(8);
  }

  @Test
  void quotesAroundTheFairValueAsWideAsRecorded() {
    Bench bench = Bench.withMakers();
    Price mark = bench.venue.ticker(CALL).mark();

    OrderBook book = bench.venue.book(CALL, 1);

    assertThat(book.bestBid().orElseThrow().price())
        .isEqualTo(mark.movedBps(new BigDecimal("-200")).floorTo(Price.of("0.1")));
    assertThat(book.bestAsk().orElseThrow().price())
        .isEqualTo(mark.movedBps(new BigDecimal("200")).ceilTo(Price.of("0.1")));
  }

  @Test
  void followsTheMarket() {
    Bench bench = falling();
    Price before = bench.venue.book(PERPETUAL, 1).bestAsk().orElseThrow().price();

    bench.advance(Duration.ofMinutes(2));

    Price after = bench.venue.book(PERPETUAL, 1).bestAsk().orElseThrow().price();
    assertThat(before.usd().doubleValue() - after.usd().doubleValue()).isBetween(38.0, 42.0);
  }

  @Test
  void fillsAClientsOrderThatTheMarketPasses() {
    Bench bench = falling();
    VenueOrderId order = bench.accepted(ALICE, buy(PERPETUAL, "3", "1990")).order().id();

    bench.advance(Duration.ofMinutes(1));

    assertThat(bench.venue.order(order).orElseThrow().status()).isEqualTo(OrderStatus.FILLED);
    assertThat(bench.venue.fills(ALICE, FillFilter.ALL))
        .allSatisfy(
            fill -> {
              assertThat(fill.price()).isEqualTo(Price.of("1990"));
              assertThat(fill.liquidity()).isEqualTo(Liquidity.MAKER);
            });
    assertThat(bench.venue.book(PERPETUAL, 5).isUsable()).isTrue();
  }

  @Test
  void leavesAClientsOrderThatTheMarketDoesNotReach() {
    Bench bench = falling();
    VenueOrderId order = bench.accepted(ALICE, buy(PERPETUAL, "3", "1950")).order().id();

    bench.advance(Duration.ofMinutes(2));

    assertThat(bench.venue.order(order).orElseThrow().filled()).isEqualTo(Quantity.ZERO);
  }

  @Test
  void keepsAClientInsideTheSpreadAtTheTop() {
    Bench bench = Bench.withMakers();
    Price ask = bench.venue.book(PERPETUAL, 1).bestAsk().orElseThrow().price();
    Price inside = ask.plusClamped(new BigDecimal("-0.01"));

    bench.accepted(ALICE, buy(PERPETUAL, "3", inside.toString()));
    bench.advance(Duration.ofMillis(50));

    assertThat(bench.venue.book(PERPETUAL, 1).bestBid())
        .contains(new Level(inside, Quantity.of("3")));
  }

  @Test
  void refillsASecondAfterItWasHit() {
    Bench bench = Bench.withMakers();
    Level best = bench.venue.book(PERPETUAL, 1).bestAsk().orElseThrow();
    bench.accepted(
        BOB,
        VenueOrderRequest.limit(
            PERPETUAL, Side.BUY, best.quantity(), best.price(), Lifetime.IMMEDIATE_OR_CANCEL));
    Price emptied = bench.venue.book(PERPETUAL, 1).bestAsk().orElseThrow().price();

    bench.advance(Duration.ofSeconds(2));

    assertThat(emptied).isGreaterThan(best.price());
    assertThat(bench.venue.book(PERPETUAL, 1).bestAsk().orElseThrow().price().usd().doubleValue())
        .isCloseTo(best.price().usd().doubleValue(), Offset.offset(0.1));
  }

  @Test
  void letsTakersTradeWithClients() {
    Bench bench =
        new Bench(
            VenueRules.standard(),
            new LiquidityProfile(1, BigDecimal.ONE, BigDecimal.ONE, 5, 0),
            Bench.still(),
            3);
    Price ask = bench.venue.book(PERPETUAL, 1).bestAsk().orElseThrow().price();
    VenueOrderRequest top =
        buy(PERPETUAL, "50", ask.plusClamped(new BigDecimal("-0.05")).toString());
    VenueOrderId order = bench.accepted(ALICE, top).order().id();

    bench.advance(Duration.ofSeconds(10));

    assertThat(bench.venue.order(order).orElseThrow().filled().isPositive()).isTrue();
    assertThat(bench.venue.publicTrades(PERPETUAL))
        .extracting(PublicTrade::takerSide)
        .contains(Side.BUY, Side.SELL);
  }

  @Test
  void tradesAsOftenAsItsProfileSays() {
    Bench bench =
        new Bench(
            VenueRules.standard(),
            new LiquidityProfile(8, new BigDecimal("20"), BigDecimal.TEN, 1, 0.5),
            Bench.still(),
            3);
    for (int i = 0; i < 400; i++) {
      bench.advance(Duration.ofMillis(500));
    }

    // 200 expected in 200 s, five standard deviations are 70; a print is at least one taker
    assertThat(bench.venue.publicTrades(PERPETUAL).size()).isBetween(130, 300);
    assertThat(
            bench.market.options(bench.clock.instant()).stream()
                .mapToInt(option -> bench.venue.publicTrades(option).size())
                .sum())
        .isBetween(50, 200);
  }

  @Test
  void repeatsADayFromItsSeed() {
    assertThat(day(7)).isEqualTo(day(7));
    assertThat(day(7)).isNotEqualTo(day(8));
  }

  private static List<PublicTrade> day(long seed) {
    Bench bench =
        new Bench(
            VenueRules.standard(),
            LiquidityProfile.standard(),
            Bench.through(1990, 2010, 1985, 2020),
            seed);
    bench.accepted(ALICE, buy(PERPETUAL, "3", "1990"));
    bench.accepted(ALICE, sell(PERPETUAL, "3", "2015"));
    bench.accepted(BOB, order(CALL, Side.BUY, "2", "70", Lifetime.IMMEDIATE_OR_CANCEL));
    for (int i = 0; i < 240; i++) {
      bench.advance(Duration.ofSeconds(1));
    }
    return bench.venue.publicTrades(PERPETUAL);
  }

  @Test
  void neverGoesBack() {
    Bench bench = falling();
    bench.advance(Duration.ofMinutes(2));
    OrderBook before = bench.venue.book(PERPETUAL, 3);

    bench.venue.advance(bench.clock.instant().minus(Duration.ofMinutes(2)));

    assertThat(bench.venue.book(PERPETUAL, 3)).isEqualTo(before);
  }
}
