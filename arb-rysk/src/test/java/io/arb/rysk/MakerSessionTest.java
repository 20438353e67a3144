package io.arb.rysk;

import static io.arb.rysk.Fixtures.CALL_3000;
import static io.arb.rysk.Fixtures.NONCE;
import static io.arb.rysk.Fixtures.RFQ_ID;
import static io.arb.rysk.Fixtures.RYSK;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.Money;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.SourceEvent.FundsReported;
import io.arb.core.model.SourceEvent.QuoteAccepted;
import io.arb.core.model.SourceEvent.QuoteOutbid;
import io.arb.core.model.SourceEvent.QuoteRejected;
import io.arb.core.model.SourceEvent.SourceStatusChanged;
import io.arb.core.model.SourceEvent.TradeConfirmed;
import io.arb.rysk.Fixtures.Heard;
import io.arb.rysk.RyskStatistics.Count;
import io.arb.rysk.wire.SpecFrames;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MakerSessionTest {
  private final Heard heard = new Heard();
  private final Scope scope = Fixtures.scope(Map.of(), heard);
  private final SentQuotes quotes = new SentQuotes();
  private final PendingTransfers transfers = new PendingTransfers();
  private final AtomicInteger refreshes = new AtomicInteger();
  private final MakerSession session = session(scope);

  private MakerSession session(Scope of) {
    return new MakerSession(
        of,
        quotes,
        transfers,
        new TradeReader(of, Fixtures.listedAssets(), quotes),
        new LinkStatus(RYSK, List.of(), of.events()),
        refreshes::incrementAndGet);
  }

  @Test
  void asksForTheAccountAfterEveryConnect() {
    session.onConnected(1);
    session.onDisconnected(1, "1006");
    session.onConnected(2);

    assertThat(refreshes).hasValue(2);
    assertThat(session.generation()).isEqualTo(2);
  }

  @Test
  void isNowhereAfterADisconnect() {
    session.onConnected(1);
    session.onDisconnected(1, "1006");

    assertThat(session.generation()).isZero();
    assertThat(heard.events.getLast())
        .isInstanceOfSatisfying(
            SourceStatusChanged.class,
            status -> assertThat(status.status()).isEqualTo(ConnectionStatus.DOWN));
  }

  @Test
  void okAcceptsTheQuote() {
    quotes.add(Fixtures.sent(NONCE, "42.5"));

    hear(SpecFrames.OK);

    assertThat(heard.events).containsExactly(new QuoteAccepted(RYSK, RFQ_ID, NONCE));
  }

  @Test
  void anOutbidNoticeGivesBothPrices() {
    quotes.add(Fixtures.sent(NONCE, "42.5"));

    hear(SpecFrames.OUTBID);

    assertThat(heard.events)
        .containsExactly(new QuoteOutbid(RYSK, RFQ_ID, Price.of("43.1"), Price.of("42.5")));
  }

  @Test
  void okAndLaterAnOutbidNotice() {
    quotes.add(Fixtures.sent(NONCE, "42.5"));

    hear(SpecFrames.OK);
    hear(SpecFrames.OUTBID);

    assertThat(heard.events)
        .containsExactly(
            new QuoteAccepted(RYSK, RFQ_ID, NONCE),
            new QuoteOutbid(RYSK, RFQ_ID, Price.of("43.1"), Price.of("42.5")));
  }

  @Test
  void anErrorRejectsTheQuoteWithItsCode() {
    quotes.add(Fixtures.sent(NONCE, "42.5"));

    hear(SpecFrames.ERROR);

    assertThat(heard.events)
        .containsExactly(new QuoteRejected(RYSK, RFQ_ID, NONCE, "-32011 asset mismatch"));
    assertThat(scope.counters().snapshot().refusals()).containsExactly(Map.entry(-32011, 1L));
  }

  @Test
  void theNondescriptErrorIsARejectionLikeAnyOther() {
    quotes.add(Fixtures.sent(NONCE, "42.5"));

    hear(SpecFrames.ERROR.replace("-32011", "-32003").replace("asset mismatch", "Internal Error"));

    assertThat(heard.events)
        .containsExactly(new QuoteRejected(RYSK, RFQ_ID, NONCE, "-32003 Internal Error"));
  }

  @ParameterizedTest
  @ValueSource(strings = {SpecFrames.OK, SpecFrames.OUTBID, SpecFrames.ERROR})
  void answersToNothingAreCountedOnly(String text) {
    hear(text);

    assertThat(heard.events).isEmpty();
    assertThat(count(Count.UNMATCHED_ANSWERS)).isOne();
  }

  @Test
  void aLateAnswerAfterAReconnectIsNotTakenForAnother() {
    quotes.add(Fixtures.sent(NONCE, "42.5"));
    session.onConnected(1);
    session.onDisconnected(1, "1006");
    heard.events.clear();

    hear(SpecFrames.ERROR);

    assertThat(heard.events).isEmpty();
  }

  @Test
  void bothFormsOfATradeAreConfirmed() {
    hear(SpecFrames.TRADE);
    hear(SpecFrames.TRADE_OF_2025);

    assertThat(heard.events).hasSize(2).allMatch(TradeConfirmed.class::isInstance);
  }

  @Test
  void aTradeThatCannotBeReadIsCountedByItself() {
    hear(SpecFrames.TRADE.replace("\"quantity\"", "\"wasQuantity\""));

    assertThat(heard.events).isEmpty();
    assertThat(count(Count.TRADES_UNREADABLE)).isOne();
  }

  @Test
  void balancesBecomeFunds() {
    hear(SpecFrames.BALANCES);

    assertThat(heard.events).containsExactly(new FundsReported(RYSK, Money.of("2500")));
  }

  @Test
  void fundsAreTheSumOfThePremiumTokensOnOurChain() {
    Scope twoTokens =
        Fixtures.scope(Map.of("premium_tokens", List.of(SpecFrames.USDC, SpecFrames.WBTC)), heard);
    String list =
        """
        {"id": "balances", "result": {
          "84532": {"%s": "1000000", "%s": "500000", "%s": "7"}, "999": {"%s": "9000000"}}}
        """
            .formatted(SpecFrames.USDC, SpecFrames.WBTC, SpecFrames.WETH, SpecFrames.USDC);

    session(twoTokens).onText(1, list);

    assertThat(heard.events).containsExactly(new FundsReported(RYSK, Money.of("1.5")));
  }

  @Test
  void balancesWithoutOurTokensAreUnknownNotZero() {
    hear(SpecFrames.BALANCES.replace(SpecFrames.USDC, SpecFrames.WBTC));

    assertThat(heard.events).isEmpty();
    assertThat(count(Count.UNKNOWN_FRAMES)).isOne();
  }

  @Test
  void anErrorToTheQuestionForBalancesSaysNothingAboutThem() {
    hear("{\"id\":\"balances\",\"error\":{\"code\":-32601,\"message\":\"unknown method\"}}");

    assertThat(heard.events).isEmpty();
  }

  @Test
  void positionsAreKept() {
    assertThat(session.positions()).isEmpty();

    hear(SpecFrames.POSITIONS);

    assertThat(session.positions()).contains(Map.of(CALL_3000, Quantity.of("1")));
  }

  @Test
  void tokensOfOneOptionAddUp() {
    String second =
        SpecFrames.POSITIONS
            .substring(SpecFrames.POSITIONS.indexOf('['), SpecFrames.POSITIONS.lastIndexOf(']'))
            .replace("[", "");
    hear(SpecFrames.POSITIONS.replace("]", "," + second + "]"));

    assertThat(session.positions()).contains(Map.of(CALL_3000, Quantity.of("2")));
  }

  @Test
  void positionsThatCannotBeReadChangeNothing() {
    hear(SpecFrames.POSITIONS);
    hear(SpecFrames.POSITIONS.replace("\"ETH\"", "\"eth?\""));
    hear("{\"id\":\"positions\",\"result\":null}");

    assertThat(session.positions()).contains(Map.of(CALL_3000, Quantity.of("1")));
    assertThat(count(Count.UNKNOWN_FRAMES)).isEqualTo(2);
  }

  @Test
  void transfersEndWithTheVenuesWord() {
    CompletableFuture<TransferOutcome> accepted = pending("deposit-1");
    CompletableFuture<TransferOutcome> refused = pending("withdraw-2");

    hear("{\"id\":\"deposit-1\",\"result\":\"OK\"}");
    hear("{\"id\":\"withdraw-2\",\"error\":{\"code\":-32014,\"message\":\"too much\"}}");

    assertThat(accepted).isCompletedWithValue(new TransferOutcome.Accepted());
    assertThat(refused).isCompletedWithValue(new TransferOutcome.Refused(-32014, "too much"));
  }

  @Test
  void aRepeatedAnswerToATransferIsCountedOnly() {
    CompletableFuture<TransferOutcome> accepted = pending("deposit-1");

    hear("{\"id\":\"deposit-1\",\"result\":\"OK\"}");
    hear("{\"id\":\"deposit-1\",\"error\":{\"code\":1,\"message\":\"late\"}}");

    assertThat(accepted).isCompletedWithValue(new TransferOutcome.Accepted());
    assertThat(count(Count.UNMATCHED_ANSWERS)).isOne();
  }

  @Test
  void transfersAreUnknownWhenTheConnectionBreaks() {
    CompletableFuture<TransferOutcome> outcome = pending("deposit-1");

    session.onDisconnected(1, "1006");

    assertThat(outcome)
        .isCompletedWithValue(new TransferOutcome.Unknown("the connection was lost: 1006"));
  }

  @Test
  void noiseIsCountedAndGoesNoFurther() {
    hear(" ");
    hear("cc");
    hear("{\"id\":\"x\",\"result\":{\"hello\":\"world\"}}");

    assertThat(heard.events).isEmpty();
    assertThat(count(Count.BLANK_FRAMES)).isOne();
    assertThat(count(Count.UNKNOWN_FRAMES)).isEqualTo(2);
  }

  private CompletableFuture<TransferOutcome> pending(String id) {
    CompletableFuture<TransferOutcome> outcome = new CompletableFuture<>();
    transfers.add(id, outcome);
    return outcome;
  }

  private void hear(String text) {
    session.onText(1, text);
  }

  private long count(Count what) {
    return scope.counters().snapshot().count(what);
  }
}
