package io.arb.core.hedge;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.Level;
import io.arb.core.model.OrderBook;
import io.arb.core.model.Price;
import io.arb.core.model.Side;
import io.arb.core.model.TimeInForce;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prices of hedge orders. Tick 0.1, reference 50, 100 bps: the band is 49.5 to 50.5. */
class ExecutionAlgorithmTest {
  private static final CrossOnly CROSS = new CrossOnly(300);
  private static final PostOnlyThenCross REST = new PostOnlyThenCross(100, CROSS);

  @Test
  void improvesTheBestAskByATick() {
    assertThat(resting(Side.SELL, "49.8", "50.4")).isEqualTo(Price.of("50.3"));
  }

  @Test
  void improvesTheBestBidByATick() {
    assertThat(resting(Side.BUY, "49.6", "50.2")).isEqualTo(Price.of("49.7"));
  }

  @Test
  void doesNotAskMoreThanTheBand() {
    assertThat(resting(Side.SELL, "49", "55")).isEqualTo(Price.of("50.5"));
  }

  @Test
  void doesNotSellBelowTheBand() {
    assertThat(resting(Side.SELL, "40", "45")).isEqualTo(Price.of("49.5"));
  }

  @Test
  void doesNotBuyAboveTheBand() {
    assertThat(resting(Side.BUY, "55", "56")).isEqualTo(Price.of("50.5"));
  }

  @Test
  void neverSellsThroughTheBid() {
    assertThat(resting(Side.SELL, "50", "50.1")).isEqualTo(Price.of("50.1"));
    assertThat(resting(Side.SELL, "52", "53")).isEqualTo(Price.of("52.1"));
  }

  @Test
  void neverBuysThroughTheAsk() {
    assertThat(resting(Side.BUY, "49.9", "50")).isEqualTo(Price.of("49.9"));
    assertThat(resting(Side.BUY, "47", "48")).isEqualTo(Price.of("47.9"));
  }

  @Test
  void roundsAwayFromTheMarket() {
    LegMarket coarse = market("40", "60", "50.03");

    assertThat(REST.wish(coarse, Side.SELL, false).orElseThrow().limit())
        .isEqualTo(Price.of("50.6"));
    assertThat(REST.wish(coarse, Side.BUY, false).orElseThrow().limit())
        .isEqualTo(Price.of("49.5"));
  }

  @Test
  void restsPostOnlyAndCrossesImmediately() {
    LegMarket market = market("49", "51", "50");

    assertThat(REST.wish(market, Side.SELL, false).orElseThrow().timeInForce())
        .isEqualTo(TimeInForce.POST_ONLY);
    assertThat(REST.wish(market, Side.SELL, true)).isEqualTo(CROSS.wish(market, Side.SELL, false));
  }

  @Test
  void aSaleIsBoundedBelowTheBestBid() {
    assertThat(crossing(Side.SELL, "49", "51", "50")).isEqualTo(Price.of("47.5"));
  }

  @Test
  void aPurchaseIsBoundedAboveTheBestAsk() {
    assertThat(crossing(Side.BUY, "49", "51", "50")).isEqualTo(Price.of("52.5"));
  }

  @Test
  void theBoundIsRoundedSoThatItIsNeverPassed() {
    assertThat(crossing(Side.SELL, "49", "51", "50.5")).isEqualTo(Price.of("47.5"));
    assertThat(crossing(Side.BUY, "49", "51", "50.5")).isEqualTo(Price.of("52.5"));
  }

  @Test
  void aSaleIsNeverForNothing() {
    assertThat(crossing(Side.SELL, "0.1", "0.3", "50")).isEqualTo(Price.of("0.1"));
  }

  @Test
  void withoutAnybodyToTradeWithThereIsNothingToCross() {
    OrderBook bidsOnly =
        new OrderBook(Rig.CALL, List.of(Level.of("49", "1")), List.of(), Rig.START, Rig.START);
    LegMarket market = new LegMarket(Rig.CALL_SPEC, bidsOnly, Price.of("50"));

    assertThat(CROSS.wish(market, Side.BUY, true)).isEmpty();
    assertThat(CROSS.wish(market, Side.SELL, true)).isPresent();
  }

  @Test
  void withoutOtherAsksItRestsAtTheEndOfTheBand() {
    OrderBook bidsOnly =
        new OrderBook(Rig.CALL, List.of(Level.of("49", "1")), List.of(), Rig.START, Rig.START);
    LegMarket market = new LegMarket(Rig.CALL_SPEC, bidsOnly, Price.of("50"));

    assertThat(REST.wish(market, Side.SELL, false).orElseThrow().limit())
        .isEqualTo(Price.of("50.5"));
  }

  @Test
  void doesNotImproveOnItself() {
    Rig rig = Rig.live();
    rig.callBook("49", "50.4");
    rig.place(Side.SELL, "20", "50.4", TimeInForce.POST_ONLY);

    LegMarket market = LegMarket.look(rig.market, rig.intents, Rig.CALL, rig.now).orElseThrow();

    assertThat(market.best(Side.SELL)).isEmpty();
  }

  @Test
  void takesTheMidForTheReferenceWithoutAMark() {
    Rig rig = Rig.live();
    rig.market.forgetPrices();
    rig.callBook("48", "51");

    assertThat(LegMarket.look(rig.market, rig.intents, Rig.CALL, rig.now).orElseThrow().reference())
        .isEqualTo(Price.of("49.5"));
  }

  private static Price resting(Side side, String bid, String ask) {
    return REST.wish(market(bid, ask, "50"), side, false).orElseThrow().limit();
  }

  private static Price crossing(Side side, String bid, String ask, String reference) {
    return CROSS.wish(market(bid, ask, reference), side, true).orElseThrow().limit();
  }

  private static LegMarket market(String bid, String ask, String reference) {
    OrderBook book =
        new OrderBook(
            Rig.CALL,
            List.of(Level.of(bid, "5")),
            List.of(Level.of(ask, "5")),
            Rig.START,
            Rig.START);
    return new LegMarket(Rig.CALL_SPEC, book, Price.of(reference));
  }
}
