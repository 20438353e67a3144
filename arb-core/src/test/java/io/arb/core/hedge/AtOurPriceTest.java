package io.arb.core.hedge;

import static io.arb.core.market.MarketFixture.CALL;
import static io.arb.core.market.MarketFixture.NOW;
import static io.arb.core.market.MarketFixture.book;
import static io.arb.core.market.MarketFixture.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.engine.CountingIds;
import io.arb.core.market.MarketView;
import io.arb.core.model.Price;
import io.arb.core.model.Side;
import io.arb.core.model.TimeInForce;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/**
 * Mark 81, bid 80, ask 82, tick 0.1; resting at most 1 % from the mark, crossing at most 1 % deep.
 */
class AtOurPriceTest {
  private static final LegMarket MARKET =
      new LegMarket(
          spec(CALL), book(CALL, NOW, List.of("80x5"), List.of("82x5")).book(), Price.of("81"));
  private static final ExecutionAlgorithm MARKET_PRICE =
      new PostOnlyThenCross(100, new CrossOnly(100));

  private static ExecutionAlgorithm.Wish wish(String reserve, Side side, boolean impatient) {
    return new AtOurPrice(MARKET_PRICE, Price.of(reserve))
        .wish(MARKET, side, impatient)
        .orElseThrow();
  }

  @Test
  void aBetterMarketIsTakenAsItIs() {
    assertThat(wish("70", Side.SELL, false))
        .isEqualTo(MARKET_PRICE.wish(MARKET, Side.SELL, false).orElseThrow());
    assertThat(wish("70", Side.SELL, true))
        .isEqualTo(MARKET_PRICE.wish(MARKET, Side.SELL, true).orElseThrow());
  }

  @Test
  void nothingIsSoldBelowOurPrice() {
    assertThat(wish("83.01", Side.SELL, true))
        .isEqualTo(new ExecutionAlgorithm.Wish(Price.of("83.1"), TimeInForce.IMMEDIATE_OR_CANCEL));
    assertThat(wish("83.01", Side.SELL, false))
        .isEqualTo(new ExecutionAlgorithm.Wish(Price.of("83.1"), TimeInForce.POST_ONLY));
  }

  @Test
  void nothingIsBoughtAboveOurPrice() {
    assertThat(wish("78.99", Side.BUY, true).limit()).isEqualTo(Price.of("78.9"));
  }

  @Test
  void aPriceBelowOneTickIsNoOrder() {
    assertThat(new AtOurPrice(MARKET_PRICE, Price.of("0.05")).wish(MARKET, Side.BUY, true))
        .isEmpty();
  }

  @Test
  void theReserveFollowsFromTheCostAndTheLossThatMayBeTaken() {
    HedgeConfig d = HedgeConfig.DEFAULTS;
    HedgeConfig careful =
        new HedgeConfig(
            d.orderType(),
            d.maxSpreadBps(),
            d.retryAttempts(),
            d.retryPause(),
            d.repegInterval(),
            d.repegToleranceTicks(),
            d.escalateAfter(),
            d.crossingBoundBps(),
            d.perpetualBoundBps(),
            200,
            d.giveUpAfter());
    HedgeDesk desk =
        new HedgeDesk(
            careful,
            true,
            new OrderIntents(OrderTiming.DEFAULTS, new CountingIds()),
            new MarketView(Duration.ofSeconds(2)),
            (option, at) -> OptionalDouble.empty());

    assertThat(desk.optionAlgorithm(Side.SELL, Price.of("100")))
        .isInstanceOfSatisfying(
            AtOurPrice.class, ours -> assertThat(ours.reserve()).isEqualTo(Price.of("98")));
    assertThat(desk.optionAlgorithm(Side.BUY, Price.of("100")))
        .isInstanceOfSatisfying(
            AtOurPrice.class, ours -> assertThat(ours.reserve()).isEqualTo(Price.of("102")));
  }
}
