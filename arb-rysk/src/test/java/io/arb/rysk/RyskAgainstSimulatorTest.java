package io.arb.rysk;

import static io.arb.rysk.Fixtures.SIGNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.ClientOrderId;
import io.arb.core.model.Confirmation;
import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.Money;
import io.arb.core.model.Option;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Quote;
import io.arb.core.model.QuoteNonce;
import io.arb.core.model.Rfq;
import io.arb.core.model.Side;
import io.arb.core.model.SourceEvent.FundsReported;
import io.arb.core.model.SourceEvent.OptionsOffered;
import io.arb.core.model.SourceEvent.QuoteAccepted;
import io.arb.core.model.SourceEvent.QuoteOutbid;
import io.arb.core.model.SourceEvent.QuoteRejected;
import io.arb.core.model.SourceEvent.RfqReceived;
import io.arb.core.model.SourceEvent.RfqUnanswerable;
import io.arb.core.model.SourceEvent.SourceStatusChanged;
import io.arb.core.model.SourceEvent.TradeConfirmed;
import io.arb.core.spi.AdapterContext;
import io.arb.core.spi.IdSource;
import io.arb.core.wire.TyrusSocketFactory;
import io.arb.rysk.RyskStatistics.Count;
import io.arb.rysk.simulator.Competition;
import io.arb.rysk.simulator.DelayRange;
import io.arb.rysk.simulator.RyskBooks;
import io.arb.rysk.simulator.RyskFault;
import io.arb.rysk.simulator.RyskFaults;
import io.arb.rysk.simulator.RyskSimulator;
import io.arb.rysk.simulator.RyskSimulatorConfig;
import io.arb.rysk.simulator.RyskTrade;
import io.arb.rysk.simulator.TakerProfile;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The source against the strict server simulator, whose own books say what really happened. */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class RyskAgainstSimulatorTest {
  private static final Duration WINDOW = Duration.ofMillis(1_500);
  private static final Quantity SIZE = Quantity.of("0.5");

  private final InstantSource clock = InstantSource.system();
  private final Option call = Option.call("ETH", friday(clock.instant()), "3000");
  private final Inbox inbox = new Inbox();
  private final Ids ids = new Ids();
  private final RyskSimulator venue =
      RyskSimulator.start(
          config(), new OneOptionMarket(call, Price.of("2850"), Price.of("45")), clock);
  private final RyskTradeSource source = open();

  @BeforeEach
  void fund() {
    venue.fund(SIGNER.address(), Money.of("10000"));
  }

  @AfterEach
  void closeEverything() {
    source.close();
    venue.close();
  }

  @Test
  void tradesFromRequestToConfirmation() throws InterruptedException {
    source.start();
    assertThat(inbox.next(FundsReported.class).available()).isEqualTo(Money.of("10000"));
    Rfq rfq = ask();
    assertThat(rfq.option()).isEqualTo(call);
    assertThat(rfq.quantity()).isEqualTo(SIZE);
    assertThat(rfq.takerSide()).isEqualTo(Side.SELL);

    Quote quote = bid(rfq, "42.5");

    assertThat(inbox.next(QuoteAccepted.class).nonce()).isEqualTo(quote.nonce());
    Confirmation trade = inbox.next(TradeConfirmed.class).confirmation();
    RyskBooks books = venue.books();
    RyskTrade booked = books.tradesOf(SIGNER.address()).getFirst();
    assertThat(trade.nonce()).isEqualTo(quote.nonce());
    assertThat(trade.option()).isEqualTo(booked.option()).isEqualTo(call);
    assertThat(trade.quantity()).isEqualTo(booked.quantity()).isEqualTo(SIZE);
    assertThat(trade.price()).isEqualTo(booked.price()).isEqualTo(Price.of("42.5"));
    assertThat(trade.fee()).isEqualTo(booked.fee()).isEqualTo(Money.of("2.65625"));
    assertThat(trade.reference()).isEqualTo(booked.txHash());
    assertThat(books.quotesRefused()).isEmpty();
    assertThat(source.statistics().count(Count.TRADES_CONTRADICTING_QUOTES)).isZero();
    assertThat(source.statistics().count(Count.UNKNOWN_FRAMES)).isZero();
  }

  @Test
  void winsWithABetterBidAfterBeingOutbid() throws InterruptedException {
    venue.setCompetition(Competition.fixed("43"));
    source.start();
    inbox.next(FundsReported.class);
    Rfq rfq = ask();
    bid(rfq, "42.5");
    QuoteOutbid outbid = inbox.next(QuoteOutbid.class);
    assertThat(outbid.newBest()).isEqualTo(Price.of("43"));
    assertThat(outbid.ours()).isEqualTo(Price.of("42.5"));

    Quote better = bid(rfq, "43.5");

    assertThat(inbox.next(QuoteAccepted.class).nonce()).isEqualTo(better.nonce());
    assertThat(inbox.next(TradeConfirmed.class).confirmation().nonce()).isEqualTo(better.nonce());
  }

  @ParameterizedTest
  @EnumSource(
      value = RyskFault.class,
      names = {
        "RFQ_DUPLICATED",
        "RFQ_WITHOUT_TAKER_BUY",
        "RFQ_WITHOUT_ASSET_NAME",
        "RFQ_UNKNOWN_FIELDS",
        "RFQ_MIXED_CASE",
        "TRADE_DUPLICATED",
        "TRADE_AS_RFQ_CONFIRMATION",
        "QUOTE_ANSWER_LOST",
        "NUMBERS_FOR_TEXTS",
        "BLANK_FRAMES",
        "FRAGMENTED",
        "HUGE_FRAMES"
      })
  void tradesInSpiteOfOddities(RyskFault fault) throws InterruptedException {
    venue.setFaults(RyskFaults.of(fault));
    source.start();
    inbox.next(FundsReported.class);
    Rfq rfq = ask();

    Quote quote = bid(rfq, "42.5");

    Confirmation trade = inbox.next(TradeConfirmed.class).confirmation();
    assertThat(trade.nonce()).isEqualTo(quote.nonce());
    assertThat(trade.quantity()).isEqualTo(SIZE);
    assertThat(venue.books().quotesRefused()).isEmpty();
    assertThat(source.statistics().count(Count.TRADES_CONTRADICTING_QUOTES)).isZero();
    assertThat(inbox.taken.stream().filter(RfqReceived.class::isInstance)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "RFQ_TAKER_BUYS, taker_buys",
    "RFQ_OLD_FORM, missing_usd",
    "RFQ_WITHOUT_QUANTITY, unparsable"
  })
  void declinesRequestsThatItCannotAnswer(RyskFault fault, String reason)
      throws InterruptedException {
    source.start();
    inbox.next(FundsReported.class);
    venue.setFaults(RyskFaults.of(fault));

    String id = venue.createRfq(venue.terms(call, SIZE));

    RfqUnanswerable declined = inbox.next(RfqUnanswerable.class);
    assertThat(declined.rfq().value()).isEqualTo(id);
    assertThat(declined.reason()).isEqualTo(reason);
  }

  @Test
  void tellsARefusalThatGivesNoReason() throws InterruptedException {
    venue.setFaults(RyskFaults.of(RyskFault.QUOTE_REFUSED_WITHOUT_REASON));
    source.start();
    inbox.next(FundsReported.class);

    Quote quote = bid(ask(), "42.5");

    QuoteRejected rejected = inbox.next(QuoteRejected.class);
    assertThat(rejected.nonce()).isEqualTo(quote.nonce());
    assertThat(rejected.detail()).startsWith("-32003 ");
  }

  @Test
  void tellsThatTheVenuesClockIsFarAhead() throws InterruptedException {
    venue.setFaults(RyskFaults.none().withClockSkew(Duration.ofSeconds(60)));
    source.start();
    inbox.next(FundsReported.class);

    bid(ask(), "42.5");

    assertThat(inbox.next(QuoteRejected.class).detail()).startsWith("-32003 ");
  }

  @Test
  void booksATradeWhoseQuoteItCannotFind() throws InterruptedException {
    venue.setFaults(RyskFaults.of(RyskFault.TRADE_UNKNOWN_NONCE));
    source.start();
    inbox.next(FundsReported.class);

    Quote quote = bid(ask(), "42.5");

    Confirmation trade = inbox.next(TradeConfirmed.class).confirmation();
    assertThat(trade.nonce()).isNotEqualTo(quote.nonce());
    assertThat(trade.option()).isEqualTo(call);
    assertThat(trade.quantity()).isEqualTo(SIZE);
    assertThat(source.statistics().count(Count.TRADES_OF_UNKNOWN_QUOTES)).isOne();
  }

  @ParameterizedTest
  @EnumSource(
      value = RyskFault.class,
      names = {"ACCOUNT_EMPTY", "ACCOUNT_NULL"})
  void takesSilenceAboutTheAccountForNoAnswer(RyskFault fault) throws InterruptedException {
    venue.setFaults(RyskFaults.of(fault));
    source.start();

    bid(ask(), "42.5");

    inbox.next(TradeConfirmed.class);
    assertThat(inbox.taken).noneMatch(FundsReported.class::isInstance);
  }

  @Test
  void hearsOfATradeThatSettlesAfterTheConnectionWasLost() throws InterruptedException {
    venue.setFaults(RyskFaults.none().withTradeDelay(Duration.ofSeconds(5)));
    source.start();
    inbox.next(FundsReported.class);
    Quote quote = bid(ask(), "42.5");
    inbox.next(QuoteAccepted.class);

    venue.dropMakers();
    SourceStatusChanged status = inbox.next(SourceStatusChanged.class);
    assertThat(status.status()).isEqualTo(ConnectionStatus.DOWN);

    assertThat(inbox.next(TradeConfirmed.class).confirmation().nonce()).isEqualTo(quote.nonce());
  }

  @Test
  void hearsRequestsAgainAfterTheirConnectionWasLost() throws InterruptedException {
    source.start();
    inbox.next(FundsReported.class);
    awaitStreams();

    venue.dropRfqs();
    inbox.next(SourceStatusChanged.class);

    assertThat(ask().option()).isEqualTo(call);
  }

  @Test
  void depositsAndWithdraws() throws Exception {
    source.start();
    inbox.next(FundsReported.class);
    BigInteger amount = BigInteger.valueOf(250_000_000);

    TransferOutcome withdrawn =
        source
            .transfer(new Transfer(Transfer.Direction.WITHDRAW, Fixtures.USDC, amount))
            .get(20, TimeUnit.SECONDS);
    TransferOutcome deposited =
        source
            .transfer(new Transfer(Transfer.Direction.DEPOSIT, Fixtures.USDC, amount))
            .get(20, TimeUnit.SECONDS);

    assertThat(List.of(withdrawn, deposited)).allMatch(TransferOutcome.Accepted.class::isInstance);
    assertThat(venue.books().messagesRefused()).isEmpty();
  }

  @Test
  void offersWhatTheVenueLists() throws InterruptedException {
    source.start();

    assertThat(inbox.next(OptionsOffered.class).options()).isEqualTo(Set.of(call));
  }

  /** Lets a taker ask once our request stream is up. */
  private Rfq ask() throws InterruptedException {
    awaitStreams();
    String unused = venue.createRfq(venue.terms(call, SIZE));
    return inbox.next(RfqReceived.class).rfq();
  }

  /** Waits until the last word of the source is that all its connections are up. */
  private void awaitStreams() throws InterruptedException {
    boolean up =
        inbox.taken.reversed().stream()
            .filter(SourceStatusChanged.class::isInstance)
            .findFirst()
            .map(RyskAgainstSimulatorTest::streamsAreUp)
            .orElse(false);
    while (!up) {
      up = streamsAreUp(inbox.next(SourceStatusChanged.class));
    }
  }

  private static boolean streamsAreUp(Object event) {
    return event instanceof SourceStatusChanged changed
        && changed.reason().contains("1 of 1 request streams up");
  }

  private Quote bid(Rfq rfq, String price) {
    Instant now = clock.instant();
    Quote quote =
        new Quote(
            ids.nextQuoteNonce(now),
            rfq.id(),
            rfq.source(),
            rfq.option(),
            rfq.quantity(),
            Price.of(price),
            now.plusSeconds(30));
    source.send(quote);
    return quote;
  }

  private RyskTradeSource open() {
    AdapterContext context =
        new AdapterContext(clock, name -> new TyrusSocketFactory(), SIGNER, ids, 1);
    return new RyskTradeSourceProvider()
        .open(
            Fixtures.given(Map.of("websocket_url", List.of(venue.makerUri().toString()))),
            context,
            inbox);
  }

  private static RyskSimulatorConfig config() {
    RyskSimulatorConfig standard = RyskSimulatorConfig.standard(7);
    DelayRange soon = DelayRange.ofMillis(0, 50);
    return standard
        .with(standard.timing().with(WINDOW, soon))
        .with(Competition.none())
        .with(new TakerProfile(1, soon));
  }

  /** The second next Friday, 08:00 UTC: never within hours of now. */
  private static Instant friday(Instant now) {
    return now.atZone(ZoneOffset.UTC)
        .with(TemporalAdjusters.next(DayOfWeek.FRIDAY))
        .plusWeeks(1)
        .with(LocalTime.of(8, 0))
        .toInstant();
  }

  private static final class Ids implements IdSource {
    private final AtomicLong last = new AtomicLong();

    @Override
    public QuoteNonce nextQuoteNonce(Instant now) {
      return new QuoteNonce(last.updateAndGet(n -> Math.max(n + 1, now.toEpochMilli())));
    }

    @Override
    public ClientOrderId nextOrderId(Instant now) {
      return new ClientOrderId(last.incrementAndGet() * 1000);
    }
  }
}
