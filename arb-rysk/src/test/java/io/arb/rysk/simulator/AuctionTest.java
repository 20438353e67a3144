package io.arb.rysk.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.evm.Address;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuctionTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_000);
  private static final Address ANN = TestMaker.FIRST.address();
  private static final Address BOB = TestMaker.SECOND.address();

  private final Auction auction = auction(false);

  private static Auction auction(boolean takerBuys) {
    return new Auction(
        "id",
        new RfqTerms(
            "0xb67bfa7b488df4f2efa874f4e59242e9130ae61f",
            Optional.empty(),
            84532,
            1798185600,
            false,
            Optional.of(takerBuys),
            "1",
            "1",
            ANN.hex(),
            Optional.empty(),
            Optional.empty(),
            Map.of()));
  }

  private static StandingQuote quote(Address maker, long price) {
    return quote(maker, price, 2_000);
  }

  private static StandingQuote quote(Address maker, long price, long validUntil) {
    return new StandingQuote(
        maker, BigInteger.valueOf(price), BigInteger.valueOf(price), validUntil, "0x");
  }

  @Test
  void highestBidIsBest() {
    auction.enter(quote(ANN, 10), NOW);
    auction.enter(quote(BOB, 11), NOW);

    assertThat(auction.close(NOW)).contains(quote(BOB, 11));
  }

  @Test
  void lowestAskIsBestIfTheTakerBuys() {
    Auction buying = auction(true);
    buying.enter(quote(ANN, 10), NOW);
    buying.enter(quote(BOB, 11), NOW);

    assertThat(buying.close(NOW)).contains(quote(ANN, 10));
  }

  @Test
  void firstOfEqualPricesStaysBest() {
    auction.enter(quote(ANN, 10), NOW);

    assertThat(auction.enter(quote(BOB, 10), NOW)).isEmpty();
    assertThat(auction.best(NOW)).contains(quote(ANN, 10));
  }

  @Test
  void betterQuoteDisplacesThatOfAnotherMaker() {
    auction.enter(quote(ANN, 10), NOW);

    assertThat(auction.enter(quote(BOB, 11), NOW)).contains(quote(ANN, 10));
  }

  @Test
  void ownImprovementDisplacesNobody() {
    auction.enter(quote(ANN, 10), NOW);

    assertThat(auction.enter(quote(ANN, 11), NOW)).isEmpty();
    assertThat(auction.best(NOW)).contains(quote(ANN, 11));
  }

  @Test
  void laterQuoteReplacesTheMakersEarlierOneAlsoIfWorse() {
    auction.enter(quote(ANN, 12), NOW);
    auction.enter(quote(BOB, 10), NOW);

    assertThat(auction.enter(quote(ANN, 9), NOW)).isEmpty();
    assertThat(auction.best(NOW)).contains(quote(BOB, 10));
  }

  @Test
  void repeatedPriceGoesBehindAnEqualOne() {
    auction.enter(quote(ANN, 10), NOW);
    auction.enter(quote(BOB, 10), NOW);

    auction.enter(quote(ANN, 10), NOW);

    assertThat(auction.best(NOW)).contains(quote(BOB, 10));
  }

  @Test
  void expiredBestGivesWayToTheNext() {
    auction.enter(quote(ANN, 12, 1_001), NOW);
    auction.enter(quote(BOB, 10), NOW);

    assertThat(auction.best(NOW)).contains(quote(ANN, 12, 1_001));
    assertThat(auction.close(Instant.ofEpochSecond(1_001))).contains(quote(BOB, 10));
  }

  @Test
  void closedWithoutQuotesItOffersNothing() {
    auction.enter(quote(ANN, 12, 1_001), NOW);

    assertThat(auction.close(Instant.ofEpochSecond(1_001))).isEmpty();
    assertThat(auction.isOpen()).isFalse();
  }
}
