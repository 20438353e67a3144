package io.arb.rysk;

import static io.arb.rysk.Fixtures.NONCE;
import static io.arb.rysk.Fixtures.NOW;
import static io.arb.rysk.Fixtures.RFQ_ID;
import static io.arb.rysk.Fixtures.RYSK;
import static io.arb.rysk.Fixtures.quote;
import static io.arb.rysk.Inbox.poll;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.ClientOrderId;
import io.arb.core.model.QuoteNonce;
import io.arb.core.model.SourceEvent.FundsReported;
import io.arb.core.model.SourceEvent.QuoteAccepted;
import io.arb.core.model.SourceEvent.QuoteNotSent;
import io.arb.core.model.SourceEvent.QuoteRejected;
import io.arb.core.model.SourceEvent.RfqReceived;
import io.arb.core.model.SourceEvent.TradeConfirmed;
import io.arb.core.spi.AdapterContext;
import io.arb.core.spi.IdSource;
import io.arb.core.wire.SocketFactory;
import io.arb.rysk.RyskStatistics.Count;
import io.arb.rysk.wire.SpecFrames;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What is said of quotes and transfers when the connection breaks at the very moment of sending.
 */
@Timeout(60)
class BrokenSendTest {
  private final BlockingQueue<BreakingSocket> makers = new LinkedBlockingQueue<>();
  private final BlockingQueue<BreakingSocket> streams = new LinkedBlockingQueue<>();
  private final ScriptedRysk lists = new ScriptedRysk();
  private final Inbox inbox = new Inbox();
  private final RyskTradeSource source = open();

  @BeforeEach
  void start() {
    source.start();
  }

  @AfterEach
  void closeEverything() {
    source.close();
    lists.close();
  }

  @Test
  void aQuoteThatFoundTheConnectionGoneWasNotSent() throws InterruptedException {
    BreakingSocket maker = connectWithRequest();
    maker.gone = true;

    source.send(quote(NONCE, "42.5"));

    assertThat(inbox.next(QuoteNotSent.class))
        .isEqualTo(new QuoteNotSent(RYSK, RFQ_ID, NONCE, "the connection was lost"));
  }

  @Test
  void anAnswerIsNotTakenForThatOfAQuoteThatWasNotSent() throws InterruptedException {
    BreakingSocket maker = connectWithRequest();
    maker.gone = true;
    source.send(quote(NONCE, "42.5"));
    inbox.next(QuoteNotSent.class);
    maker.gone = false;
    QuoteNonce second = new QuoteNonce(NONCE.bits() + 1);
    source.send(quote(second, "43.5"));
    assertThat(poll(maker.sent)).contains(second.toString());

    maker.listener.onText(SpecFrames.OK);

    assertThat(inbox.next(QuoteAccepted.class).nonce()).isEqualTo(second);
  }

  @Test
  void aQuoteThatBrokeTheConnectionMayHaveLeftSoNothingIsSaid() throws InterruptedException {
    BreakingSocket maker = connectWithRequest();
    maker.breaksWhileSending = true;

    source.send(quote(NONCE, "42.5"));
    poll(makers).listener.onText(SpecFrames.TRADE);

    assertThat(inbox.next(TradeConfirmed.class).confirmation().nonce()).isEqualTo(NONCE);
    assertThat(inbox.taken)
        .noneMatch(QuoteNotSent.class::isInstance)
        .noneMatch(QuoteRejected.class::isInstance);
    assertThat(source.statistics().count(Count.TRADES_OF_UNKNOWN_QUOTES)).isZero();
  }

  @Test
  void aTransferThatFoundTheConnectionGoneWasNotSent() throws Exception {
    connectWithRequest().gone = true;

    assertThat(source.transfer(deposit()).get(20, TimeUnit.SECONDS))
        .isEqualTo(new TransferOutcome.NotSent("the connection was lost"));
  }

  @Test
  void aTransferThatBrokeTheConnectionIsUnknown() throws Exception {
    connectWithRequest().breaksWhileSending = true;

    assertThat(source.transfer(deposit()).get(20, TimeUnit.SECONDS))
        .isInstanceOf(TransferOutcome.Unknown.class);
  }

  /** Returns the connection for quotes when it is up, asked for the account, and has a request. */
  private BreakingSocket connectWithRequest() throws InterruptedException {
    BreakingSocket maker = poll(makers);
    assertThat(poll(maker.sent)).contains("balances");
    assertThat(poll(maker.sent)).contains("positions");
    maker.listener.onText(SpecFrames.BALANCES);
    inbox.next(FundsReported.class);
    poll(streams).listener.onText(SpecFrames.RFQ);
    inbox.next(RfqReceived.class);
    return maker;
  }

  private static Transfer deposit() {
    return new Transfer(Transfer.Direction.DEPOSIT, Fixtures.USDC, BigInteger.ONE);
  }

  private RyskTradeSource open() {
    SocketFactory sockets =
        (uri, listener) -> {
          BreakingSocket socket = new BreakingSocket(listener);
          (uri.getPath().equals("/maker") ? makers : streams).add(socket);
          return socket;
        };
    AdapterContext context =
        new AdapterContext(() -> NOW, name -> sockets, Fixtures.SIGNER, new Ids(), 1);
    String url = lists.server().webSocketUri("/maker").toString();
    return new RyskTradeSourceProvider()
        .open(Fixtures.given(Map.of("websocket_url", List.of(url))), context, inbox);
  }

  private static final class Ids implements IdSource {
    @Override
    public QuoteNonce nextQuoteNonce(Instant now) {
      return new QuoteNonce(now.toEpochMilli());
    }

    @Override
    public ClientOrderId nextOrderId(Instant now) {
      return new ClientOrderId(now.toEpochMilli() * 1000);
    }
  }
}
