package io.arb.rysk.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.model.Option;
import io.arb.core.model.Price;
import io.arb.core.model.Ticker;
import io.arb.core.model.Underlying;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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
    RyskMarket bitcoin = new Renamed(new FlatMarket());

    assertThatThrownBy(
            () -> RyskSimulator.start(Stage.config(), bitcoin, new HandClock(Stage.START)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("BTC");
  }

  private record Renamed(FlatMarket market) implements RyskMarket {
    @Override
    public Underlying underlying() {
      return new Underlying("BTC");
    }

    @Override
    public Price index(Instant now) {
      return market.index(now);
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
