package io.arb.core.paper;

import static io.arb.core.paper.Bench.ALICE;
import static io.arb.core.paper.Bench.BOB;
import static io.arb.core.paper.Bench.CALL;
import static io.arb.core.paper.Bench.CAROL;
import static io.arb.core.paper.Bench.PERPETUAL;
import static io.arb.core.paper.Bench.buy;
import static io.arb.core.paper.Bench.order;
import static io.arb.core.paper.Bench.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.Level;
import io.arb.core.model.Liquidity;
import io.arb.core.model.Money;
import io.arb.core.model.OrderBook;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MatchingTest {
  private final Bench bench = Bench.quiet();

  @Test
  void tradesAtTheRestingPrice() {
    bench.accepted(ALICE, sell(PERPETUAL, "1", "2000"));

    Placement.Accepted taker = bench.accepted(BOB, buy(PERPETUAL, "1", "2010"));

    assertThat(taker.fills()).extracting(VenueFill::price).containsExactly(Price.of("2000"));
    assertThat(taker.order().averagePrice()).isEqualTo(Price.of("2000"));
    assertThat(taker.order().status()).isEqualTo(OrderStatus.FILLED);
  }

  @Test
  void takesTheBestPriceFirst() {
    Placement.Accepted dear = bench.accepted(ALICE, sell(PERPETUAL, "1", "2002"));
    Placement.Accepted cheap = bench.accepted(CAROL, sell(PERPETUAL, "1", "2001"));

    bench.accepted(BOB, buy(PERPETUAL, "1.5", "2005"));

    assertThat(bench.filled(cheap)).isEqualTo(Quantity.of("1"));
    assertThat(bench.filled(dear)).isEqualTo(Quantity.of("0.5"));
  }

  @Test
  void servesPerpetualsByTimeInsideAPrice() {
    Placement.Accepted first = bench.accepted(ALICE, sell(PERPETUAL, "20", "2000"));
    Placement.Accepted second = bench.accepted(CAROL, sell(PERPETUAL, "20", "2000"));

    bench.accepted(BOB, buy(PERPETUAL, "25", "2000"));

    assertThat(bench.filled(first)).isEqualTo(Quantity.of("20"));
    assertThat(bench.filled(second)).isEqualTo(Quantity.of("5"));
  }

  @Test
  void sharesAnOptionLevelBySize() {
    Bench rich =
        new Bench(VenueRules.standard().withoutMargin(), LiquidityProfile.none(), Bench.still(), 1);
    Placement.Accepted first = rich.accepted(ALICE, sell(CALL, "20", "50"));
    Placement.Accepted second = rich.accepted(CAROL, sell(CALL, "30", "50"));

    rich.accepted(BOB, buy(CALL, "30", "50"));

    // 10 by time (the minimum), 20 over 10 and 30: 5 and 15
    assertThat(rich.filled(first)).isEqualTo(Quantity.of("15"));
    assertThat(rich.filled(second)).isEqualTo(Quantity.of("15"));
  }

  @Test
  void restsWhatIsLeft() {
    bench.accepted(ALICE, sell(PERPETUAL, "1", "2000"));

    Placement.Accepted taker = bench.accepted(BOB, buy(PERPETUAL, "3", "2000"));

    OrderBook book = bench.venue.book(PERPETUAL, 5);
    assertThat(taker.order().isOpen()).isTrue();
    assertThat(taker.order().remaining()).isEqualTo(Quantity.of("2"));
    assertThat(book.bids()).containsExactly(Level.of("2000", "2"));
    assertThat(book.asks()).isEmpty();
  }

  @Test
  void sumsALevelInTheBook() {
    bench.accepted(ALICE, buy(PERPETUAL, "1", "1990"));
    bench.accepted(BOB, buy(PERPETUAL, "2.5", "1990"));
    bench.accepted(BOB, buy(PERPETUAL, "1", "1980"));

    assertThat(bench.venue.book(PERPETUAL, 5).bids())
        .containsExactly(Level.of("1990", "3.5"), Level.of("1980", "1"));
    assertThat(bench.venue.book(PERPETUAL, 1).bids()).hasSize(1);
  }

  @Test
  void chargesTheTakerBaseOnceAnOrder() {
    bench.accepted(ALICE, sell(PERPETUAL, "1", "2000"));
    bench.accepted(CAROL, sell(PERPETUAL, "1", "2000"));

    Placement.Accepted taker = bench.accepted(BOB, buy(PERPETUAL, "2", "2000"));

    // 0.03 % of 2000 is 0.6 each, 0.1 once
    assertThat(taker.fills())
        .extracting(VenueFill::fee)
        .containsExactly(Money.of("0.7"), Money.of("0.6"));
    assertThat(taker.order().fees()).isEqualTo(Money.of("1.3"));
  }

  @Test
  void chargesTheMakerItsOwnRate() {
    Placement.Accepted maker = bench.accepted(ALICE, sell(PERPETUAL, "1", "2000"));

    bench.accepted(BOB, buy(PERPETUAL, "1", "2000"));

    VenueFill fill = bench.venue.fills(ALICE, FillFilter.ofOrder(maker.order().id())).getFirst();
    assertThat(fill.liquidity()).isEqualTo(Liquidity.MAKER);
    assertThat(fill.fee()).isEqualTo(Money.of("0.2"));
  }

  @Test
  void capsAnOptionFeeByItsPremium() {
    bench.accepted(ALICE, sell(CALL, "1", "1"));

    Placement.Accepted taker = bench.accepted(BOB, buy(CALL, "1", "1"));

    // an eighth of 1, not 0.03 % of 2000, and the base
    assertThat(taker.order().fees()).isEqualTo(Money.of("0.625"));
  }

  @Test
  void printsTheTradeForEverybody() {
    bench.accepted(ALICE, sell(PERPETUAL, "1", "2000"));

    Placement.Accepted taker = bench.accepted(BOB, buy(PERPETUAL, "1", "2000"));

    PublicTrade print = bench.venue.publicTrades(PERPETUAL).getFirst();
    assertThat(print.takerSide()).isEqualTo(Side.BUY);
    assertThat(print.tradeId()).isEqualTo(taker.fills().getFirst().tradeId());
  }

  @Test
  void cancelsWhatAnImmediateOrderCannotTrade() {
    bench.accepted(ALICE, sell(PERPETUAL, "1", "2000"));

    Placement.Accepted taker =
        bench.accepted(BOB, order(PERPETUAL, Side.BUY, "3", "2000", Lifetime.IMMEDIATE_OR_CANCEL));

    assertThat(taker.order().status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(taker.order().reason()).isEqualTo(EndReason.PARTIAL_FILL);
    assertThat(taker.order().filled()).isEqualTo(Quantity.of("1"));
    assertThat(bench.venue.openOrders(BOB)).isEmpty();
  }

  @Test
  void fillsOrKillsInFull() {
    bench.accepted(ALICE, sell(PERPETUAL, "3", "2000"));

    Placement.Accepted taker =
        bench.accepted(BOB, order(PERPETUAL, Side.BUY, "3", "2000", Lifetime.FILL_OR_KILL));

    assertThat(taker.order().status()).isEqualTo(OrderStatus.FILLED);
  }

  @Test
  void stopsAMarketOrderAtTheBand() {
    Price max = bench.venue.band(PERPETUAL).max();
    bench.accepted(ALICE, sell(PERPETUAL, "1", "2000"));
    bench.accepted(ALICE, sell(PERPETUAL, "1", max.plusClamped(new BigDecimal("1")).toString()));

    Placement.Accepted taker =
        bench.accepted(
            BOB, VenueOrderRequest.market(PERPETUAL, Side.BUY, Quantity.of("2"), Price.of("9000")));

    assertThat(taker.order().filled()).isEqualTo(Quantity.of("1"));
    assertThat(taker.order().status()).isEqualTo(OrderStatus.CANCELLED);
  }

  @Test
  void repricesAPostOnlyOrderOneTickOff() {
    bench.accepted(ALICE, sell(PERPETUAL, "1", "2000"));

    Placement.Accepted maker =
        bench.accepted(BOB, order(PERPETUAL, Side.BUY, "1", "2005", Lifetime.POST_ONLY_REPRICED));

    assertThat(maker.order().limit()).isEqualTo(Price.of("1999.99"));
    assertThat(maker.order().request().limit()).isEqualTo(Price.of("2005"));
    assertThat(maker.fills()).isEmpty();
  }

  @Test
  void lowersAPositionWithReduceOnly() {
    bench.accepted(ALICE, sell(PERPETUAL, "2", "2000"));
    bench.accepted(BOB, buy(PERPETUAL, "2", "2000"));
    bench.accepted(CAROL, buy(PERPETUAL, "1", "2000"));

    bench.accepted(
        BOB, order(PERPETUAL, Side.SELL, "1", "2000", Lifetime.IMMEDIATE_OR_CANCEL).reducing());

    assertThat(bench.venue.positions(BOB).values())
        .extracting(VenuePosition::quantity)
        .containsExactly(Quantity.of("1"));
  }
}
