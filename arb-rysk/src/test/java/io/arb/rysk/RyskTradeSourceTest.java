package io.arb.rysk;

import static io.arb.rysk.Fixtures.CALL_3000;
import static io.arb.rysk.Fixtures.NONCE;
import static io.arb.rysk.Fixtures.NOW;
import static io.arb.rysk.Fixtures.RFQ_ID;
import static io.arb.rysk.Fixtures.RYSK;
import static io.arb.rysk.Fixtures.USDC;
import static io.arb.rysk.Fixtures.quote;
import static io.arb.rysk.Inbox.poll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.model.ClientOrderId;
import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.Money;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Quote;
import io.arb.core.model.QuoteNonce;
import io.arb.core.model.SourceEvent.FundsReported;
import io.arb.core.model.SourceEvent.OptionsOffered;
import io.arb.core.model.SourceEvent.QuoteAccepted;
import io.arb.core.model.SourceEvent.QuoteNotSent;
import io.arb.core.model.SourceEvent.QuoteOutbid;
import io.arb.core.model.SourceEvent.QuoteRejected;
import io.arb.core.model.SourceEvent.RfqReceived;
import io.arb.core.model.SourceEvent.RfqUnanswerable;
import io.arb.core.model.SourceEvent.SourceStatusChanged;
import io.arb.core.model.SourceEvent.TradeConfirmed;
import io.arb.core.spi.AdapterContext;
import io.arb.core.spi.IdSource;
import io.arb.core.wire.HttpReply;
import io.arb.core.wire.Json;
import io.arb.core.wire.ServerConnection;
import io.arb.core.wire.TyrusSocketFactory;
import io.arb.rysk.RyskStatistics.Count;
import io.arb.rysk.wire.SpecFrames;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole source against a server on loopback that does what the test says. */
@Timeout(60)
class RyskTradeSourceTest {
  private static final String LONG_RFQ =
      SpecFrames.RFQ.replace("\"assetName\"", "\"auctionDeadline\": 1798000025000, \"assetName\"");

  /** Begins at NOW. */
  private final InstantSource ticking =
      InstantSource.offset(InstantSource.system(), Duration.between(Instant.now(), NOW));

  private final ScriptedRysk venue = new ScriptedRysk();
  private final Inbox inbox = new Inbox();
  private RyskTradeSource source = open(Map.of(), ticking);

  @AfterEach
  void closeEverything() {
    source.close();
    venue.close();
  }

  @Test
  void opensOneConnectionForQuotesAndOneForEachAssetInLowerCase() throws InterruptedException {
    String capitals = "0x" + SpecFrames.WETH.substring(2).toUpperCase(Locale.ROOT);
    reopen(Map.of("assets", List.of(capitals, SpecFrames.WBTC)));

    source.start();

    assertThat(poll(venue.makers).path()).isEqualTo("/maker");
    assertThat(List.of(poll(venue.streams).path(), poll(venue.streams).path()))
        .containsExactlyInAnyOrder("/rfqs/" + SpecFrames.WETH, "/rfqs/" + SpecFrames.WBTC);
  }

  @Test
  void asksForTheAccountOnceConnectedAndReportsTheFunds() throws InterruptedException {
    source.start();
    ServerConnection maker = poll(venue.makers);

    assertThat(json(poll(venue.makerTexts)).get("method").textValue()).isEqualTo("balances");
    assertThat(json(poll(venue.makerTexts)).get("method").textValue()).isEqualTo("positions");
    maker.send(SpecFrames.BALANCES);
    maker.send(SpecFrames.POSITIONS);
    maker.send(SpecFrames.TRADE);

    assertThat(inbox.next(FundsReported.class).available()).isEqualTo(Money.of("2500"));
    inbox.next(TradeConfirmed.class);
    assertThat(source.positions()).contains(Map.of(CALL_3000, Quantity.of("1")));
  }

  @Test
  void answersARequestWithTheSignedQuoteOfTheVectors() throws InterruptedException {
    Session session = connect();
    session.stream.send(SpecFrames.RFQ);
    assertThat(inbox.next(RfqReceived.class).rfq().option()).isEqualTo(CALL_3000);

    source.send(quote(NONCE, "42.5"));

    assertThat(json(poll(venue.makerTexts))).isEqualTo(json(SpecFrames.QUOTE));
    session.maker.send(SpecFrames.OK);
    assertThat(inbox.next(QuoteAccepted.class)).isEqualTo(new QuoteAccepted(RYSK, RFQ_ID, NONCE));
  }

  @Test
  void echoesAMixedCaseAddressUnchangedAndWritesItsOwnInLowerCase() throws InterruptedException {
    Session session = connect();
    String mixedCase = "0xB67bFA7b488dF4f2EFA874f4e59242e9130ae61f";
    session.stream.send(SpecFrames.RFQ.replace(SpecFrames.WETH, mixedCase));
    inbox.next(RfqReceived.class);

    source.send(quote(NONCE, "42.5"));

    JsonNode params = json(poll(venue.makerTexts)).get("params");
    assertThat(params.get("assetAddress").textValue()).isEqualTo(mixedCase);
    assertThat(params.get("maker").textValue()).isEqualTo(SpecFrames.MAKER);
    assertThat(params.get("signature").textValue()).isEqualTo(SpecFrames.SIGNATURE);
  }

  @Test
  void matchesAnswersOfABiddingContest() throws InterruptedException {
    Session session = connect();
    session.stream.send(SpecFrames.RFQ);
    inbox.next(RfqReceived.class);

    source.send(quote(NONCE, "42.5"));
    poll(venue.makerTexts);
    session.maker.send(SpecFrames.OUTBID);
    assertThat(inbox.next(QuoteOutbid.class))
        .isEqualTo(new QuoteOutbid(RYSK, RFQ_ID, Price.of("43.1"), Price.of("42.5")));
    source.send(quote(next(1), "43.2"));
    poll(venue.makerTexts);
    session.maker.send(SpecFrames.OK);

    assertThat(inbox.next(QuoteAccepted.class).nonce()).isEqualTo(next(1));
  }

  @Test
  void tellsARefusalWithItsCode() throws InterruptedException {
    Session session = connect();
    session.stream.send(SpecFrames.RFQ);
    inbox.next(RfqReceived.class);

    source.send(quote(NONCE, "42.5"));
    poll(venue.makerTexts);
    session.maker.send(SpecFrames.ERROR);

    assertThat(inbox.next(QuoteRejected.class).detail()).isEqualTo("-32011 asset mismatch");
  }

  @Test
  void matchesATradeOnTheNonceOfTheQuote() throws InterruptedException {
    Session session = connect();
    session.stream.send(SpecFrames.RFQ);
    inbox.next(RfqReceived.class);
    source.send(quote(NONCE, "42.5"));
    poll(venue.makerTexts);

    session.maker.send(SpecFrames.TRADE);

    TradeConfirmed trade = inbox.next(TradeConfirmed.class);
    assertThat(trade.confirmation().nonce()).isEqualTo(NONCE);
    assertThat(trade.confirmation().fee()).isEqualTo(Money.of("5.3125"));
    assertThat(source.statistics().count(Count.TRADES_OF_UNKNOWN_QUOTES)).isZero();
  }

  @Test
  void dialsOneLostStreamAgainAndLeavesTheRestAlone() throws InterruptedException {
    reopen(Map.of("assets", List.of(SpecFrames.WETH, SpecFrames.WBTC)));
    source.start();
    ServerConnection maker = poll(venue.makers);
    ServerConnection one = poll(venue.streams);
    ServerConnection other = poll(venue.streams);

    one.kill();
    ServerConnection again = poll(venue.streams);

    assertThat(again.path()).isEqualTo(one.path());
    assertThat(other.isOpen()).isTrue();
    assertThat(maker.isOpen()).isTrue();
    assertThat(venue.makers).isEmpty();
    String weth =
        Stream.of(again, other)
            .filter(stream -> stream.path().endsWith(SpecFrames.WETH))
            .map(ServerConnection::path)
            .findFirst()
            .orElseThrow();
    Stream.of(again, other)
        .filter(stream -> stream.path().equals(weth))
        .forEach(stream -> stream.send(SpecFrames.RFQ));
    inbox.next(RfqReceived.class);
    assertThat(statuses()).doesNotContain(ConnectionStatus.DOWN);
  }

  @Test
  void neverSendsOnARequestStream() throws InterruptedException {
    Session session = connect();
    session.stream.send(SpecFrames.RFQ);
    inbox.next(RfqReceived.class);
    source.send(quote(NONCE, "42.5"));
    poll(venue.makerTexts);

    assertThat(venue.streamTexts).isEmpty();
  }

  @Test
  void signsNothingWhileTheMakerConnectionIsDown() throws InterruptedException {
    Session session = connect();
    session.stream.send(LONG_RFQ);
    inbox.next(RfqReceived.class);
    venue.server().refuseWebSockets(true);
    session.maker.close(1012, "restart");
    assertThat(nextStatus(ConnectionStatus.DOWN).reason()).contains("restart");

    source.send(quote(NONCE, "42.5"));

    assertThat(inbox.next(QuoteNotSent.class))
        .isEqualTo(new QuoteNotSent(RYSK, RFQ_ID, NONCE, "not connected"));
    assertThat(venue.makerTexts).isEmpty();
    venue.server().refuseWebSockets(false);
    nextStatus(ConnectionStatus.LIVE);
    assertThat(json(poll(venue.makerTexts)).get("method").textValue()).isEqualTo("balances");
  }

  @Test
  void saysNothingOfAQuoteWhoseConnectionBrokeAfterwards() throws InterruptedException {
    Session session = connect();
    session.stream.send(LONG_RFQ);
    inbox.next(RfqReceived.class);
    source.send(quote(NONCE, "42.5"));
    poll(venue.makerTexts);

    session.maker.kill();
    nextStatus(ConnectionStatus.DOWN);
    nextStatus(ConnectionStatus.LIVE);
    poll(venue.makers).send(SpecFrames.TRADE);

    assertThat(inbox.next(TradeConfirmed.class).confirmation().nonce()).isEqualTo(NONCE);
    assertThat(inbox.taken)
        .noneMatch(QuoteNotSent.class::isInstance)
        .noneMatch(QuoteRejected.class::isInstance);
  }

  @Test
  void doesNotQuoteForARequestItDoesNotKnow() throws InterruptedException {
    connect();

    source.send(quote(NONCE, "42.5"));

    assertThat(inbox.next(QuoteNotSent.class).detail()).isEqualTo("the request is not known here");
  }

  @Test
  void doesNotQuoteForTermsThatWereReplaced() throws InterruptedException {
    Session session = connect();
    session.stream.send(SpecFrames.RFQ);
    inbox.next(RfqReceived.class);
    session.stream.send(SpecFrames.RFQ.replace("300000000000", "310000000000"));
    inbox.next(RfqReceived.class);

    source.send(quote(NONCE, "42.5"));

    assertThat(inbox.next(QuoteNotSent.class).detail())
        .isEqualTo("the request has other terms by now");
  }

  @Test
  void doesNotSendAQuoteThatHasExpired() throws InterruptedException {
    Session session = connect();
    session.stream.send(SpecFrames.RFQ);
    inbox.next(RfqReceived.class);

    source.send(validUntil(NONCE, NOW));

    assertThat(inbox.next(QuoteNotSent.class).detail()).isEqualTo("it has expired");
  }

  @Test
  void dropsASecondQuoteWithTheSameNonceWithoutReleasingTheFirst() throws InterruptedException {
    Session session = connect();
    session.stream.send(LONG_RFQ);
    inbox.next(RfqReceived.class);

    source.send(quote(NONCE, "42.5"));
    source.send(quote(NONCE, "43.5"));
    source.send(quote(next(1), "44.5"));

    assertThat(price(poll(venue.makerTexts))).isEqualTo("42500000000000000000");
    assertThat(price(poll(venue.makerTexts))).isEqualTo("44500000000000000000");
    session.maker.send(SpecFrames.OK);
    inbox.next(QuoteAccepted.class);
    assertThat(inbox.taken).noneMatch(QuoteNotSent.class::isInstance);
  }

  @Test
  void keepsToThirtyRequestsASecondOfAllKinds() throws InterruptedException {
    InstantSource frozen = () -> NOW;
    source.close();
    source = open(Map.of(), frozen);
    Session session = connect();
    inbox.next(OptionsOffered.class); // with the asset list, balances and positions: four requests
    session.stream.send(SpecFrames.RFQ);
    inbox.next(RfqReceived.class);

    IntStream.range(0, 40).forEach(i -> source.send(validUntil(next(i), NOW.plusSeconds(1))));

    assertThat(IntStream.range(0, 14).mapToObj(i -> nextNotSent().detail()).distinct().toList())
        .containsExactly("too many requests");
    assertThat(source.statistics().count(Count.QUOTES_SENT)).isEqualTo(26);
    assertThat(source.statistics().count(Count.QUOTES_NOT_SENT)).isEqualTo(14);
  }

  @Test
  void aBurstWaitsForItsTurnInOrder() throws InterruptedException {
    Session session = connect();
    session.stream.send(LONG_RFQ);
    inbox.next(RfqReceived.class);

    IntStream.range(0, 40).forEach(i -> source.send(quote(next(i), "42.5")));

    for (int i = 0; i < 40; i++) {
      assertThat(json(poll(venue.makerTexts)).get("params").get("nonce").textValue())
          .isEqualTo(next(i).toString());
    }
  }

  @Test
  void depositsWithASignedTransfer() throws Exception {
    Session session = connect();
    Transfer deposit =
        new Transfer(Transfer.Direction.DEPOSIT, USDC, BigInteger.valueOf(2_500_000_000L));

    CompletableFuture<TransferOutcome> outcome = source.transfer(deposit);

    assertThat(json(poll(venue.makerTexts))).isEqualTo(json(SpecFrames.DEPOSIT));
    session.maker.send("{\"id\":\"deposit-1798000000010\",\"result\":\"OK\"}");
    assertThat(outcome.get(20, TimeUnit.SECONDS)).isEqualTo(new TransferOutcome.Accepted());
  }

  @Test
  void doesNotTransferWithoutAConnection() throws Exception {
    Transfer withdrawal = new Transfer(Transfer.Direction.WITHDRAW, USDC, BigInteger.ONE);

    assertThat(source.transfer(withdrawal).get(20, TimeUnit.SECONDS))
        .isInstanceOf(TransferOutcome.NotSent.class);
  }

  @Test
  void reportsWhatTakersMayAskFor() throws InterruptedException {
    reopen(Map.of("asset_underlyings", List.of(SpecFrames.WBTC + "=BTC")));
    String put =
        """
        "2600.000000-1798185600": {"expiration_timestamp": 1798185600, "strike": 2600,
          "isPut": true, "products": [{"asset": "%1$s"}]},
        "3100.000000-1797580800": {"expiration_timestamp": 1797580800, "strike": 3100,
          "isPut": false, "products": [{"asset": "%1$s"}]},
        "70000.000000-1798185600": {"expiration_timestamp": 1798185600, "strike": 70000,
          "isPut": false, "products": [{"asset": "%2$s"}]},
        "3000.000000-1798185600"
        """
            .formatted(SpecFrames.WETH, SpecFrames.WBTC);
    venue.inventory =
        HttpReply.json(SpecFrames.INVENTORY.replace("\"3000.000000-1798185600\"", put));

    source.start();

    assertThat(inbox.next(OptionsOffered.class).options()).isEqualTo(Set.of(CALL_3000));
  }

  @Test
  void worksWithoutTheListsIfTheSettingsNameTheAssets() throws InterruptedException {
    venue.assets = HttpReply.text(429, "cc");
    venue.inventory = HttpReply.text(500, "");
    reopen(Map.of("asset_underlyings", List.of(SpecFrames.WETH + "=ETH")));
    Session session = connect();

    session.stream.send(SpecFrames.RFQ);

    assertThat(inbox.next(RfqReceived.class).rfq().option()).isEqualTo(CALL_3000);
    assertThat(source.statistics().count(Count.HTTP_FAILURES)).isPositive();
  }

  @Test
  void readsTheListsAgainAndAgain() throws InterruptedException {
    reopen(Map.of("assets_refresh_ms", List.of("50"), "inventory_refresh_ms", List.of("50")));
    venue.assets = HttpReply.json("{}");
    Session session = connect();
    session.stream.send(SpecFrames.RFQ);
    assertThat(inbox.next(RfqUnanswerable.class).reason()).isEqualTo("unknown_asset");

    venue.assets = HttpReply.json(SpecFrames.ASSETS);
    inbox.next(OptionsOffered.class);
    session.stream.send(SpecFrames.RFQ);

    inbox.next(RfqReceived.class);
  }

  @Test
  void hearsARequestBetweenAllKindsOfNoise() throws InterruptedException {
    Session session = connect();

    session.stream.send("");
    session.stream.send("cc");
    session.stream.send("{\"padding\":\"" + "x".repeat(1 << 20) + "\"}");
    session.stream.sendFragments(
        SpecFrames.RFQ.substring(0, 40),
        SpecFrames.RFQ.substring(40, 90),
        SpecFrames.RFQ.substring(90));

    assertThat(inbox.next(RfqReceived.class).rfq().id()).isEqualTo(RFQ_ID);
  }

  @Test
  void answersPings() throws InterruptedException {
    Session session = connect();

    session.maker.ping();

    assertThat(poll(venue.pongs)).isSameAs(session.maker);
  }

  @Test
  void connectsToNothingBeforeItsStart() {
    assertThat(venue.makers).isEmpty();
    assertThat(venue.calls).isEmpty();
  }

  @Test
  void startsOnce() {
    source.start();

    assertThatThrownBy(source::start).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void closesTwiceAndSendsNothingAfterwards() throws InterruptedException {
    Session session = connect();
    session.stream.send(LONG_RFQ);
    inbox.next(RfqReceived.class);

    source.close();
    source.close();
    source.send(quote(NONCE, "42.5"));
    source.refreshAccount();

    assertThat(inbox.next(QuoteNotSent.class).detail()).isEqualTo("the source is closed");
    assertThat(venue.makerTexts).isEmpty();
  }

  /** Both connections of a source that is up and has asked for its account. */
  private record Session(ServerConnection maker, ServerConnection stream) {}

  private Session connect() throws InterruptedException {
    source.start();
    Session session = new Session(poll(venue.makers), poll(venue.streams));
    poll(venue.makerTexts);
    poll(venue.makerTexts);
    return session;
  }

  private void reopen(Map<String, List<String>> changes) {
    source.close();
    source = open(changes, ticking);
  }

  private RyskTradeSource open(Map<String, List<String>> changes, InstantSource clock) {
    Map<String, List<String>> settings = new LinkedHashMap<>(changes);
    settings.put("websocket_url", List.of(venue.server().webSocketUri("/maker").toString()));
    AdapterContext context =
        new AdapterContext(clock, name -> new TyrusSocketFactory(), Fixtures.SIGNER, new Ids(), 1);
    return new RyskTradeSourceProvider().open(Fixtures.given(settings), context, inbox);
  }

  private SourceStatusChanged nextStatus(ConnectionStatus status) throws InterruptedException {
    SourceStatusChanged changed = inbox.next(SourceStatusChanged.class);
    while (changed.status() != status) {
      changed = inbox.next(SourceStatusChanged.class);
    }
    return changed;
  }

  private List<ConnectionStatus> statuses() {
    return inbox.taken.stream()
        .filter(SourceStatusChanged.class::isInstance)
        .map(event -> ((SourceStatusChanged) event).status())
        .toList();
  }

  private QuoteNotSent nextNotSent() {
    try {
      return inbox.next(QuoteNotSent.class);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static QuoteNonce next(int steps) {
    return new QuoteNonce(NONCE.bits() + steps);
  }

  private static Quote validUntil(QuoteNonce nonce, Instant end) {
    Quote quote = quote(nonce, "42.5");
    return new Quote(
        quote.nonce(),
        quote.rfq(),
        quote.source(),
        quote.option(),
        quote.quantity(),
        quote.bid(),
        end);
  }

  private static String price(String text) {
    return json(text).get("params").get("price").textValue();
  }

  private static JsonNode json(String text) {
    return Json.parse(text, "test");
  }

  /** Begins with the nonce of the deposit in the protocol description. */
  private static final class Ids implements IdSource {
    private final AtomicLong last = new AtomicLong(1798000000009L);

    @Override
    public QuoteNonce nextQuoteNonce(Instant now) {
      return new QuoteNonce(last.incrementAndGet());
    }

    @Override
    public ClientOrderId nextOrderId(Instant now) {
      return new ClientOrderId(last.incrementAndGet() * 1000);
    }
  }
}
