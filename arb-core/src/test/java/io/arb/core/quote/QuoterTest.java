package io.arb.core.quote;

import static io.arb.core.market.MarketFixture.CALL;
import static io.arb.core.market.MarketFixture.NOW;
import static io.arb.core.market.MarketFixture.OTHER_CALL;
import static io.arb.core.market.MarketFixture.STALE_AFTER;
import static io.arb.core.market.MarketFixture.book;
import static io.arb.core.market.MarketFixture.market;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.market.MarketView;
import io.arb.core.model.Money;
import io.arb.core.model.Option;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuoterTest {
  private static final QuoteConfig CONFIG =
      new QuoteConfig(
          BigDecimal.valueOf(200),
          Money.of("0.5"),
          new BigDecimal("0.125"),
          BigDecimal.valueOf(20),
          Duration.ofSeconds(15),
          5);

  private final Quoter quoter = new Quoter(CONFIG);
  private final MarketView market = market();

  private Pricing.Priced priced(String quantity) {
    return (Pricing.Priced) quoter.price(CALL, Quantity.of(quantity), market, NOW);
  }

  private Pricing.NoPrice none(Option option, String quantity, Instant at) {
    return (Pricing.NoPrice) quoter.price(option, Quantity.of(quantity), market, at);
  }

  @Test
  void theHedgeBidIsWhatTheBookPaysForTheSizeLessTheVenuesFee() {
    // 5 at 80 bring 400; fee 0.03 % of 2500 x 5 = 3.75, plus 0.50: 395.75 for 5
    assertThat(priced("5").hedgeBid()).isEqualTo(Price.of("79.15"));
    // 10 bring 400 + 395 = 795; fee 7.50 + 0.50: 787 for 10
    assertThat(priced("10").hedgeBid()).isEqualTo(Price.of("78.7"));
  }

  @Test
  void theBidLeavesTheTargetSpreadAfterTheSourcesFee() {
    // edge 2 % of 79.15 = 1.583; (79.15 - 1.583) / 1.125 = 68.9484.., rounded down
    assertThat(priced("5").target()).isEqualTo(Price.of("68.9484"));
  }

  @Test
  void theReservationPriceLeavesTheMinimumEdge() {
    // (79.15 - 0.5) / 1.125 = 69.9111.., rounded down
    assertThat(priced("5").reservation()).isEqualTo(Price.of("69.9111"));
  }

  @Test
  void theFloorInDollarsRulesForCheapOptions() {
    market.on(book(CALL, NOW.plusMillis(1), List.of("10x5"), List.of("10.2x5")));

    Pricing.Priced priced = priced("1");
    assertThat(priced.target()).isEqualTo(priced.reservation());
  }

  @Test
  void aLargerSizeIsBidLower() {
    assertThat(priced("15").target()).isLessThan(priced("5").target());
  }

  @Test
  void staleDataDoesNotPrice() {
    Pricing.NoPrice none = none(CALL, "1", NOW.plus(STALE_AFTER).plusMillis(1));

    assertThat(none.reason()).isEqualTo("no_fresh_price");
    assertThat(none.transientReason()).isTrue();
  }

  @Test
  void aThinBookDoesNotPrice() {
    assertThat(none(CALL, "15.01", NOW).reason()).isEqualTo("book_too_thin");
  }

  @Test
  void anUnlistedOptionDoesNotPriceAndWaitingDoesNotHelp() {
    Pricing.NoPrice none = none(OTHER_CALL, "1", NOW);

    assertThat(none.reason()).isEqualTo("not_listed");
    assertThat(none.transientReason()).isFalse();
  }

  @Test
  void anExpiredOptionDoesNotPrice() {
    assertThat(none(CALL, "1", CALL.expiry()).reason()).isEqualTo("expired");
  }

  @Test
  void anOptionThatBringsLessThanTheFeesIsWorthless() {
    market.on(book(CALL, NOW.plusMillis(1), List.of("0.1x5"), List.of("0.2x5")));

    assertThat(none(CALL, "1", NOW).reason()).isEqualTo("worthless");
  }

  @Test
  void aCompetitorIsBeatenByTheImprovement() {
    assertThat(quoter.improve(priced("5"), Price.of("69"))).contains(Price.of("69.138"));
  }

  @Test
  void nothingIsBidAboveTheReservationPrice() {
    assertThat(quoter.improve(priced("5"), Price.of("69.8"))).isEmpty();
  }

  @Test
  void anImprovementNeverGoesBelowTheTarget() {
    Pricing.Priced priced = priced("5");

    assertThat(quoter.improve(priced, Price.of("10"))).contains(priced.target());
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 77, 777})
  void aBidAtOrBelowTheReservationPriceNeverLosesAgainstTheBook(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 300; i++) {
      String bid = String.valueOf(random.nextInt(10, 4000) / 10.0);
      Instant at = NOW.plusNanos(i);
      market.on(book(CALL, at, List.of(bid + "x50"), List.of("900x1")));
      Quantity quantity = Quantity.of(String.valueOf(random.nextInt(1, 500) / 10.0));
      switch (quoter.price(CALL, quantity, market, at)) {
        case Pricing.NoPrice none -> assertThat(none.reason()).isIn("worthless", "edge_too_small");
        case Pricing.Priced priced -> {
          Money paid = quoter.cost(priced.reservation(), quantity);
          Money kept = priced.hedgeBid().times(quantity).minus(paid);
          assertThat(kept.per(quantity))
              .as("seed %s", seed)
              .isGreaterThanOrEqualTo(Price.of("0.49"));
          assertThat(priced.target()).as("seed %s", seed).isLessThanOrEqualTo(priced.reservation());
        }
      }
    }
  }
}
