package io.arb.core.quote;

import static io.arb.core.market.MarketFixture.CALL;
import static io.arb.core.market.MarketFixture.NOW;
import static io.arb.core.market.MarketFixture.OTHER_CALL;
import static io.arb.core.market.MarketFixture.book;
import static io.arb.core.market.MarketFixture.market;
import static io.arb.core.market.MarketFixture.optionTicker;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.engine.CountingIds;
import io.arb.core.market.MarketView;
import io.arb.core.model.Command;
import io.arb.core.model.LedgerEntry;
import io.arb.core.model.Money;
import io.arb.core.model.Notice;
import io.arb.core.model.Option;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Quote;
import io.arb.core.model.Rfq;
import io.arb.core.model.RfqId;
import io.arb.core.model.Side;
import io.arb.core.model.SourceId;
import io.arb.core.portfolio.Portfolio;
import io.arb.core.risk.RiskLimits;
import io.arb.core.risk.RiskManager;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuctionsTest {
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final Optional<String> OPEN = Optional.empty();
  private static final RfqId RFQ = new RfqId("rfq-1");

  private final MarketView market = market();
  private final RiskManager risk =
      new RiskManager(
          new RiskLimits(
              Quantity.of("100"), Quantity.of("50"), Money.of("100000"), BigDecimal.TEN, GRACE));
  private final Auctions auctions =
      new Auctions(QuoteConfig.DEFAULTS, market, new Portfolio(), risk, new CountingIds(), GRACE);

  private static Rfq rfq(Option option, String quantity, Side takerSide) {
    return new Rfq(
        RFQ,
        new SourceId("rysk"),
        option,
        Quantity.of(quantity),
        takerSide,
        NOW,
        NOW.plusSeconds(2));
  }

  private static Rfq rfq(String quantity) {
    return rfq(CALL, quantity, Side.SELL);
  }

  private static List<Quote> quotes(List<Command> commands) {
    return commands.stream()
        .filter(Command.SendQuote.class::isInstance)
        .map(c -> ((Command.SendQuote) c).quote())
        .toList();
  }

  private static List<String> reasons(List<Command> commands) {
    return commands.stream()
        .filter(Command.Announce.class::isInstance)
        .map(c -> ((Command.Announce) c).notice())
        .map(AuctionsTest::reason)
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> reason(Notice notice) {
    return notice instanceof Notice.RfqDeclined declined
        ? Optional.of(declined.reason())
        : notice instanceof Notice.QuoteLost lost ? Optional.of(lost.reason()) : Optional.empty();
  }

  @Test
  void aQuoteIsRecordedBeforeItIsSent() {
    List<Command> commands = auctions.onRfq(rfq("1"), OPEN, NOW);

    Quote quote = quotes(commands).getFirst();
    assertThat(commands)
        .containsSubsequence(
            new Command.WriteLedger(new LedgerEntry.QuoteRecorded(quote)),
            new Command.SendQuote(quote));
  }

  @Test
  void aQuoteIsReservedUntilItCannotBeTaken() {
    auctions.onRfq(rfq("1"), OPEN, NOW);

    assertThat(risk.reserved(CALL)).isEqualTo(Quantity.of("1"));
  }

  @Test
  void aRepeatedRequestIsAnsweredOnce() {
    auctions.onRfq(rfq("1"), OPEN, NOW);

    assertThat(auctions.onRfq(rfq("1"), OPEN, NOW)).isEmpty();
  }

  @Test
  void theSameIdWithOtherTermsIsANewRequest() {
    auctions.onRfq(rfq("1"), OPEN, NOW);

    assertThat(quotes(auctions.onRfq(rfq("2"), OPEN, NOW))).hasSize(1);
  }

  @Test
  void aTakerWhoBuysIsDeclined() {
    assertThat(reasons(auctions.onRfq(rfq(CALL, "1", Side.BUY), OPEN, NOW)))
        .containsExactly("taker_buys");
  }

  @Test
  void nothingIsQuotedWhileQuotingIsClosed() {
    List<Command> commands = auctions.onRfq(rfq("1"), Optional.of("exchange_down"), NOW);

    assertThat(quotes(commands)).isEmpty();
    assertThat(reasons(commands)).containsExactly("exchange_down");
  }

  @Test
  void aRequestWaitsForAPriceWhileItsAuctionLasts() {
    market.forgetPrices();
    assertThat(quotes(auctions.onRfq(rfq("1"), OPEN, NOW))).isEmpty();

    Instant later = NOW.plusMillis(500);
    market.on(book(CALL, later, List.of("80x5"), List.of("82x5")));
    market.on(optionTicker(CALL, later, "81", "0.5"));

    assertThat(quotes(auctions.onMarket(CALL, OPEN, later))).hasSize(1);
    assertThat(quotes(auctions.onMarket(CALL, OPEN, later))).isEmpty();
  }

  @Test
  void aRequestThatNeverGetsAPriceIsDeclinedAtItsEnd() {
    market.forgetPrices();
    auctions.onRfq(rfq("1"), OPEN, NOW);

    assertThat(auctions.onTick(NOW.plusMillis(1999))).isEmpty();
    assertThat(reasons(auctions.onTick(NOW.plusSeconds(2)))).containsExactly("no_fresh_price");
    assertThat(auctions.open()).isZero();
  }

  @Test
  void anUnlistedOptionIsDeclinedAtOnce() {
    assertThat(reasons(auctions.onRfq(rfq(OTHER_CALL, "1", Side.SELL), OPEN, NOW)))
        .containsExactly("not_listed");
  }

  @Test
  void aRefusalOfTheRiskManagerIsTheReason() {
    risk.halt();

    assertThat(reasons(auctions.onRfq(rfq("1"), OPEN, NOW))).containsExactly("risk_halted");
  }

  @Test
  void aBeatenBidIsImprovedWithANewNonceAndBothStayReserved() {
    Quote first = quotes(auctions.onRfq(rfq("1"), OPEN, NOW)).getFirst();
    Price rival = first.bid().movedBps(BigDecimal.valueOf(10));

    Quote second = quotes(auctions.onOutbid(RFQ, rival, OPEN, NOW)).getFirst();

    assertThat(second.bid()).isGreaterThan(rival);
    assertThat(second.nonce()).isNotEqualTo(first.nonce());
    assertThat(risk.reserved(CALL)).isEqualTo(Quantity.of("2"));
  }

  @Test
  void aBidAboveTheReservationPriceIsNotFollowed() {
    auctions.onRfq(rfq("1"), OPEN, NOW);

    List<Command> commands = auctions.onOutbid(RFQ, Price.of("79"), OPEN, NOW);

    assertThat(quotes(commands)).isEmpty();
    assertThat(reasons(commands)).containsExactly("above_reservation");
  }

  @Test
  void theNumberOfBidsInOneAuctionIsBounded() {
    Quote quote = quotes(auctions.onRfq(rfq("1"), OPEN, NOW)).getFirst();
    int sent = 1;
    List<Command> last = List.of();
    for (int i = 0; i < 10; i++) {
      last = auctions.onOutbid(RFQ, quote.bid(), OPEN, NOW);
      sent += quotes(last).size();
    }

    assertThat(sent).isEqualTo(QuoteConfig.DEFAULTS.maxQuotesPerRfq());
    assertThat(reasons(last)).containsExactly("max_quotes");
  }

  @Test
  void afterTheAuctionNothingIsImproved() {
    auctions.onRfq(rfq("1"), OPEN, NOW);

    List<Command> commands = auctions.onOutbid(RFQ, Price.of("1"), OPEN, NOW.plusSeconds(2));

    assertThat(reasons(commands)).containsExactly("auction_over");
  }

  @Test
  void aRejectedQuoteReservesNothing() {
    Quote quote = quotes(auctions.onRfq(rfq("1"), OPEN, NOW)).getFirst();

    auctions.onQuoteDead(RFQ, quote.nonce(), "rejected");

    assertThat(risk.liveReservations()).isZero();
  }

  @Test
  void aTakenQuoteReservesNothingButItsSistersDo() {
    Quote first = quotes(auctions.onRfq(rfq("1"), OPEN, NOW)).getFirst();
    Quote second = quotes(auctions.onOutbid(RFQ, first.bid(), OPEN, NOW)).getFirst();

    auctions.onTaken(second.nonce());

    assertThat(risk.liveReservations()).isEqualTo(1);
    assertThat(auctions.open()).isZero();
  }

  @Test
  void anAuctionIsRememberedUntilItsQuotesCannotBeTaken() {
    Quote quote = quotes(auctions.onRfq(rfq("1"), OPEN, NOW)).getFirst();

    auctions.onTick(quote.validUntil().plus(GRACE).minusMillis(1));
    assertThat(auctions.open()).isEqualTo(1);
    auctions.onTick(quote.validUntil().plus(GRACE));
    assertThat(auctions.open()).isZero();
  }

  @Test
  void unknownRequestsAreIgnored() {
    assertThat(auctions.onOutbid(new RfqId("other"), Price.of("1"), OPEN, NOW)).isEmpty();
  }
}
