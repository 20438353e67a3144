package io.arb.rysk.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.model.Option;
import io.arb.core.model.Price;
import io.arb.core.model.Ticker;
import io.arb.core.model.Underlying;
import io.arb.core.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class UpkeepTest {
  private static final Duration PING = Duration.ofSeconds(20);

  @Test
  void clientThatAnswersPingsStays() {
    try (Stage stage = Stage.open()) {
      IntStream.range(0, 5)
          .forEach(
              round -> {
                stage.pass(PING);
                assertThat(stage.balance(stage.maker, TestMaker.FIRST)).isEqualTo("2500000000");
              });
    }
  }

  @Test
  void frozenClientIsDroppedAtTheThirdPing() {
    try (Stage stage = Stage.open()) {
      stage.simulator.freezeConnections();
      stage.pass(PING);
      stage.pass(PING);
      Peer fresh = stage.connectMaker();
      assertThat(stage.balance(fresh, TestMaker.FIRST)).isEqualTo("2500000000");

      stage.pass(PING);

      assertThat(stage.maker.awaitEnd()).isNotEmpty();
      assertThat(stage.balance(fresh, TestMaker.FIRST)).isEqualTo("2500000000");
    }
  }

  @Test
  void requestsOverTheLimitAreRefusedUntilTheSecondHasPassed() {
    try (Stage stage = Stage.open(Stage.config().withRequestsPerSecond(30))) {
      IntStream.range(0, 30)
          .forEach(
              number ->
                  assertThat(stage.balance(stage.maker, TestMaker.FIRST)).isEqualTo("2500000000"));

      JsonNode refused = stage.maker.ask("b", "balances", TestMaker.FIRST.account());
      assertThat(refused.at("/error/code").intValue()).isEqualTo(-32003);

      stage.pass(Duration.ofSeconds(1));
      assertThat(stage.balance(stage.maker, TestMaker.FIRST)).isEqualTo("2500000000");
    }
  }

  @Test
  void limitIsSharedByAllConnectionsOfTheAddress() {
    try (Stage stage = Stage.open(Stage.config().withRequestsPerSecond(1))) {
      assertThat(stage.balance(stage.maker, TestMaker.FIRST)).isEqualTo("2500000000");

      assertThat(stage.connectTaker().ask("a", "assets", TestMaker.FIRST.account()).has("error"))
          .isTrue();
    }
  }

  @Test
  void closedSimulatorSaysSoAndClosesOnce() {
    Stage stage = Stage.open();
    stage.close();
    stage.simulator.close();

    assertThat(stage.maker.awaitEnd()).isNotEmpty();
    assertThatThrownBy(stage.simulator::books)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("closed");
  }

  @Test
  void marketHasToBeOfTheAssetsUnderlying() {
    RyskMarket bitcoin = new Broken(new FlatMarket(), new Underlying("BTC"));

    assertThatThrownBy(
            () -> RyskSimulator.start(Stage.config(), bitcoin, new HandClock(Stage.START)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("BTC");
  }

  @Test
  void failureInsideIsAnInternalErrorAndTheConnectionLives() {
    RyskMarket broken = new Broken(new FlatMarket(), FlatMarket.ETH);
    try (RyskSimulator simulator =
            RyskSimulator.start(Stage.config(), broken, new HandClock(Stage.START));
        Peer taker = Peer.connect(simulator.takerUri())) {
      assertThat(taker.ask("i", "inventory", Json.object()).at("/error/code").intValue())
          .isEqualTo(-32003);
      assertThat(taker.ask("c", "caps", Json.object()).has("result")).isTrue();
    }
  }

  @Test
  @Timeout(60)
  void endedConnectionsAreForgotten() {
    Floor floor = new Floor(Stage.config(), new FlatMarket(), new HandClock(Stage.START));
    floor.begin();
    Peer maker = Peer.connect(floor.server.webSocketUri(Floor.MAKER));
    maker.ask("b", "balances", TestMaker.FIRST.account());
    assertThat(attached(floor)).isOne();

    floor.state.tell(() -> floor.links.at(Floor.MAKER).forEach(Link::kill));
    maker.awaitEnd();

    assertThat(Stream.generate(() -> attached(floor)).filter(count -> count == 0).findFirst())
        .contains(0);
    floor.state.ending();
    floor.server.close();
    floor.state.close();
  }

  private static int attached(Floor floor) {
    return floor.state.call(() -> floor.links.of(TestMaker.FIRST.address()).size());
  }

  /** Has no spot price. */
  private record Broken(FlatMarket market, Underlying underlying) implements RyskMarket {
    @Override
    public Price index(Instant now) {
      throw new IllegalStateException("on purpose");
    }

    @Override
    public List<Option> options(Instant now) {
      return market.options(now);
    }

    @Override
    public Ticker ticker(Option option, Instant now) {
      return market.ticker(option, now);
    }

    @Override
    public Price settlement(Instant expiry) {
      return market.settlement(expiry);
    }
  }
}
