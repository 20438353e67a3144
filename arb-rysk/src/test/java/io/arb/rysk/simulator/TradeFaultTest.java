package io.arb.rysk.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TradeFaultTest {
  private final Stage stage = Stage.open();

  @AfterEach
  void close() {
    stage.close();
  }

  private void inject(RyskFault fault) {
    stage.simulator.setFaults(RyskFaults.of(fault));
  }

  @Test
  void numbersStandInTradesToo() {
    stage.quote(stage.ask(), "42.5", 123);
    inject(RyskFault.NUMBERS_FOR_TEXTS);
    stage.pass(Stage.WINDOW);
    stage.pass(Duration.ofSeconds(1));
    stage.pass(Stage.SETTLE);

    assertThat(stage.maker.next().at("/result/quoteNonce").intValue()).isEqualTo(123);
  }

  private void tradeWith(RyskFaults faults) {
    stage.quote(stage.ask(), "42.5", 1);
    stage.pass(Stage.WINDOW);
    stage.pass(Duration.ofSeconds(1));
    stage.simulator.setFaults(faults);
    stage.pass(Stage.SETTLE);
  }

  @Test
  void tradeIsLostButSettled() {
    tradeWith(RyskFaults.of(RyskFault.TRADE_LOST));

    assertThat(stage.maker.isQuiet()).isTrue();
    assertThat(stage.simulator.books().tradesSettled()).isOne();
  }

  @Test
  void tradeArrivesTwice() {
    tradeWith(RyskFaults.of(RyskFault.TRADE_DUPLICATED));

    assertThat(stage.maker.next()).isEqualTo(stage.maker.next());
    assertThat(stage.simulator.books().tradesSettled()).isOne();
  }

  @Test
  void tradeNamesAQuoteOfNobody() {
    tradeWith(RyskFaults.of(RyskFault.TRADE_UNKNOWN_NONCE));

    assertThat(stage.maker.next().at("/result/quoteNonce").textValue()).isEqualTo("4242");
    assertThat(stage.simulator.books().trades().getFirst().quoteNonce()).isEqualTo(1);
  }

  @Test
  void tradeArrivesAsARequest() {
    tradeWith(RyskFaults.of(RyskFault.TRADE_AS_RFQ_CONFIRMATION));

    JsonNode frame = stage.maker.next();
    assertThat(frame.get("method").textValue()).isEqualTo("rfq_confirmation");
    assertThat(frame.at("/params/quoteNonce").textValue()).isEqualTo("1");
    assertThat(frame.has("result")).isFalse();
  }

  @Test
  void tradeArrivesAfterItsQuoteHasExpired() {
    tradeWith(RyskFaults.none().withTradeDelay(Duration.ofMinutes(1)));
    assertThat(stage.maker.isQuiet()).isTrue();

    stage.pass(Duration.ofMinutes(1));

    JsonNode trade = stage.maker.next();
    assertThat(trade.get("id").textValue()).isEqualTo("trade");
    assertThat(trade.at("/result/quoteValidUntil").longValue())
        .isLessThan(stage.clock.instant().getEpochSecond());
  }
}
