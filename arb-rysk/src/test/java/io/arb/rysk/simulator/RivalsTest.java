package io.arb.rysk.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.evm.Address;
import io.arb.core.evm.Signature;
import io.arb.rysk.sign.RyskChain;
import io.arb.rysk.sign.RyskQuote;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RivalsTest {
  private static BigDecimal usd(JsonNode price) {
    return new BigDecimal(price.textValue()).movePointLeft(18);
  }

  private static void passWindow(Stage stage) {
    IntStream.range(0, 40).forEach(step -> stage.pass(Stage.WINDOW.dividedBy(40)));
  }

  @Test
  void fixedPriceIsBidAtOnce() {
    try (Stage stage = Stage.open(Stage.config().with(Competition.fixed("43.1")))) {
      JsonNode push = stage.ask();

      JsonNode answer = stage.quote(push, "42.5", 1);

      assertThat(answer.at("/result/newBest").textValue()).isEqualTo("43100000000000000000");
      assertThat(stage.quote(push, "43.2", 2).path("result").asText()).isEqualTo("OK");
    }
  }

  @Test
  void rivalWithAFixedPriceDoesNotImprove() {
    try (Stage stage = Stage.open(Stage.config().with(Competition.fixed("43.1")))) {
      stage.quote(stage.ask(), "43.2", 1);
      passWindow(stage);

      assertThat(stage.simulator.books().auctionsWonBy(TestMaker.FIRST.address())).isOne();
    }
  }

  @Test
  void competitionCanBeChangedWhileRunning() {
    try (Stage stage = Stage.open()) {
      stage.simulator.setCompetition(Competition.fixed("50"));

      assertThat(stage.quote(stage.ask(), "49", 1).at("/result/newBest").isTextual()).isTrue();
    }
  }

  /** Worth 45; a full bid is 45 / 1.125 = 40. */
  @Test
  void rivalsOutbidALowQuoteButKeepTheirEdge() {
    try (Stage stage = Stage.open(Stage.config().with(Competition.of(2, "1", "0")))) {
      Peer taker = stage.connectTaker();
      taker.send(Peer.request("t", "request", TestTaker.request()));
      JsonNode push = stage.rfqs.next();
      stage.quote(push, "20", 1);
      passWindow(stage);

      JsonNode offer = taker.next().get("result");

      assertThat(stage.maker.next().at("/result/newBest").isTextual()).isTrue();
      assertThat(usd(offer.get("price"))).isBetween(new BigDecimal("34"), new BigDecimal("40"));
      assertThat(stage.simulator.isRival(Address.of(offer.get("maker").textValue()))).isTrue();
    }
  }

  @Test
  void rivalsLoseToAQuoteAboveTheirLimit() {
    try (Stage stage = Stage.open(Stage.config().with(Competition.of(3, "1", "0")))) {
      stage.quote(stage.ask(), "40.01", 1);
      passWindow(stage);

      assertThat(stage.simulator.books().auctionsWonBy(TestMaker.FIRST.address())).isOne();
    }
  }

  @Test
  void rivalImprovesWhenDisplaced() {
    try (Stage stage = Stage.open(Stage.config().with(Competition.of(1, "1", "0")))) {
      JsonNode push = stage.ask();
      stage.pass(Stage.WINDOW.dividedBy(2));
      BigDecimal first = usd(stage.quote(push, "1", 1).at("/result/newBest"));
      BigDecimal mine = first.add(new BigDecimal("0.01"));
      assertThat(stage.quote(push, mine.toPlainString(), 2).path("result").asText())
          .isEqualTo("OK");

      stage.pass(Stage.WINDOW.dividedBy(8));

      JsonNode notice = stage.maker.next();
      assertThat(usd(notice.at("/result/newBest"))).isGreaterThan(mine);
    }
  }

  @Test
  void rivalsQuotesAreSigned() {
    try (Stage stage = Stage.open(Stage.config().with(Competition.fixed("41")))) {
      Peer taker = stage.connectTaker();
      taker.send(Peer.request("t", "request", TestTaker.request()));
      stage.rfqs.next();
      stage.pass(Duration.ZERO);
      stage.pass(Stage.WINDOW);

      JsonNode offer = taker.next().get("result");
      Address rival = Address.of(offer.get("maker").textValue());
      RyskQuote signed =
          new RyskQuote(
              Address.of(offer.get("assetAddress").textValue()),
              84532,
              false,
              new BigInteger(offer.get("strike").textValue()),
              BigInteger.valueOf(offer.get("expiry").longValue()),
              rival,
              new BigInteger(offer.get("nonce").textValue()),
              new BigInteger(offer.get("price").textValue()),
              new BigInteger(offer.get("quantity").textValue()),
              false,
              BigInteger.valueOf(offer.get("validUntil").longValue()),
              Address.of(offer.get("usd").textValue()),
              Address.of(offer.get("collateralAsset").textValue()));

      assertThat(
              signed.isSignedBy(
                  rival,
                  RyskChain.BASE_SEPOLIA.domain(),
                  Signature.parse(offer.get("signature").textValue())))
          .isTrue();
      assertThat(taker.ask("c", "confirm", TestTaker.confirmation(offer, 1)).get("result"))
          .isEqualTo(Frames.OK);
    }
  }
}
