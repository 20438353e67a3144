package io.arb.rysk;

import static io.arb.rysk.Fixtures.NONCE;
import static io.arb.rysk.Fixtures.RYSK;
import static io.arb.rysk.Fixtures.WETH;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.Confirmation;
import io.arb.core.model.Rfq;
import io.arb.core.model.SourceEvent.FundsReported;
import io.arb.core.model.SourceEvent.RfqReceived;
import io.arb.core.model.SourceEvent.TradeConfirmed;
import io.arb.rysk.Fixtures.Heard;
import io.arb.rysk.wire.FrameMutations;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ListenersFuzzPropertyTest {
  private static final int FRAMES_A_SEED = 2_000;

  private final Heard heard = new Heard();
  private final Scope scope = Fixtures.scope(Map.of(), heard);
  private final SentQuotes quotes = new SentQuotes();
  private final LinkStatus status = new LinkStatus(RYSK, List.of(WETH), heard);

  static LongStream seeds() {
    return LongStream.range(100, 106);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void brokenRequestsBecomeSoundRequestsOrNone(long seed) {
    RfqStream stream =
        new RfqStream(
            scope,
            WETH,
            new RfqScreen(scope, Fixtures.listedAssets()),
            new OpenRequests(Duration.ofSeconds(5)),
            status);

    new FrameMutations(seed).frames(FRAMES_A_SEED).forEach(text -> stream.onText(1, text));

    assertThat(heard.of(RfqReceived.class).map(RfqReceived::rfq))
        .isNotEmpty()
        .allSatisfy(ListenersFuzzPropertyTest::isSound);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void brokenMakerFramesNeverChangeWhatAKnownTradeIs(long seed) {
    SentQuote ours = Fixtures.sent(NONCE, "42.5");
    quotes.add(ours);
    MakerSession session =
        new MakerSession(
            scope,
            quotes,
            new PendingTransfers(),
            new TradeReader(scope, Fixtures.listedAssets(), quotes),
            status,
            () -> {});

    new FrameMutations(seed).frames(FRAMES_A_SEED).forEach(text -> session.onText(1, text));

    Stream<Confirmation> known =
        heard
            .of(TradeConfirmed.class)
            .map(TradeConfirmed::confirmation)
            .filter(trade -> trade.nonce().equals(NONCE));
    assertThat(known)
        .isNotEmpty()
        .allSatisfy(
            trade -> {
              assertThat(trade.quantity()).isEqualTo(ours.quote().quantity());
              assertThat(trade.price()).isEqualTo(ours.quote().bid());
              assertThat(trade.option()).isEqualTo(ours.quote().option());
            });
    assertThat(heard.of(FundsReported.class))
        .allSatisfy(funds -> assertThat(funds.available().isNegative()).isFalse());
  }

  private static void isSound(Rfq rfq) {
    assertThat(rfq.option().underlying().symbol()).isEqualTo("ETH");
    assertThat(rfq.quantity().units()).isBetween(new BigDecimal("0.01"), BigDecimal.TEN);
    assertThat(rfq.option().expiry()).isAfter(Fixtures.NOW);
    assertThat(rfq.deadline()).isAfter(Fixtures.NOW);
  }
}
