package io.arb.rysk.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConnectionFaultTest {
  private final Stage stage = Stage.open();

  @AfterEach
  void close() {
    stage.close();
  }

  private void inject(RyskFault fault) {
    stage.simulator.setFaults(RyskFaults.of(fault));
  }

  @Test
  void everyRequestIsOneTooMany() {
    inject(RyskFault.RATE_LIMITED);

    JsonNode answer = stage.maker.ask("b", "balances", TestMaker.FIRST.account());

    assertThat(answer.at("/error/code").intValue()).isEqualTo(-32003);
    assertThat(answer.get("id").textValue()).isEqualTo("b");
    assertThat(stage.simulator.books().messagesRefused()).containsKey(RyskError.RATE_LIMITED);
  }

  @Test
  void blankFrameComesFirst() {
    inject(RyskFault.BLANK_FRAMES);
    stage.simulator.createRfq(stage.terms());

    assertThat(stage.rfqs.nextText()).isBlank();
    assertThat(stage.rfqs.next().has("result")).isTrue();
  }

  @Test
  void messageOfAMegabyteComesFirst() {
    inject(RyskFault.HUGE_FRAMES);
    stage.simulator.createRfq(stage.terms());

    assertThat(stage.rfqs.nextText()).hasSizeGreaterThan(1 << 20);
    assertThat(stage.rfqs.next().has("result")).isTrue();
  }

  @Test
  void fragmentsMakeTheSameMessage() {
    inject(RyskFault.FRAGMENTED);

    assertThat(stage.ask().at("/result/strike").textValue()).isEqualTo("300000000000");
  }

  @Test
  void pingsStayUnansweredWhileAllElseGoesOn() {
    inject(RyskFault.NO_PONGS);
    stage.maker.ping();
    assertThat(stage.balance(stage.maker, TestMaker.FIRST)).isEqualTo("2500000000");
    assertThat(stage.maker.unreadPongs()).isZero();

    stage.simulator.setFaults(RyskFaults.none());
    stage.maker.ping();
    stage.maker.awaitPong();
    assertThat(stage.maker.unreadPongs()).isZero();
  }

  @Test
  void makersAreCutWithoutACloseFrameAndRequestStreamsLive() {
    stage.simulator.dropMakers();

    assertThat(stage.maker.awaitEnd()).contains("CLOSED_ABNORMALLY");
    assertThat(stage.ask().has("result")).isTrue();
  }

  @Test
  void requestStreamsAreCutAndMakersLive() {
    stage.simulator.dropRfqs();

    assertThat(stage.rfqs.awaitEnd()).contains("CLOSED_ABNORMALLY");
    assertThat(stage.balance(stage.maker, TestMaker.FIRST)).isEqualTo("2500000000");
  }

  @Test
  void connectionsAreClosedWithACode() {
    stage.simulator.closeConnections(1012, "service restart");

    assertThat(stage.maker.awaitEnd()).contains("SERVICE_RESTART", "service restart");
    assertThat(stage.rfqs.awaitEnd()).contains("service restart");
  }

  @Test
  void frozenConnectionStaysOpenAndSilent() {
    stage.simulator.freezeConnections();
    stage.maker.send(Peer.request("b", "balances", TestMaker.FIRST.account()));
    stage.maker.ping();
    Peer fresh = stage.connectMaker();

    assertThat(stage.balance(fresh, TestMaker.FIRST)).isEqualTo("2500000000");
    assertThat(stage.maker.received()).isZero();
    assertThat(stage.maker.unreadPongs()).isZero();
  }

  @Test
  void refusedConnectionsCannotBeOpened() {
    stage.simulator.refuseConnections(true);

    assertThatThrownBy(stage::connectMaker).isInstanceOf(UncheckedIOException.class);

    stage.simulator.refuseConnections(false);
    assertThat(stage.balance(stage.connectMaker(), TestMaker.FIRST)).isEqualTo("2500000000");
  }
}
