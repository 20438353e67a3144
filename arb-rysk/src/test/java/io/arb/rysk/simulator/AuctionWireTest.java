package io.arb.rysk.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.model.Quantity;
import io.arb.core.wire.Json;
import io.arb.rysk.sign.RyskChain;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuctionWireTest {
  private final Stage stage = Stage.open();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void requestIsPushedInTheFormOfAReply() {
    JsonNode push = stage.ask();

    assertThat(UUID.fromString(push.get("id").textValue()).version()).isEqualTo(4);
    assertThat(push.has("method")).isFalse();
    assertThat(push.get("result"))
        .isEqualTo(
            Json.parse(
                """
                {"asset": "0xb67bfa7b488df4f2efa874f4e59242e9130ae61f",
                 "assetName": "WETH",
                 "chainId": 84532,
                 "expiry": 1798185600,
                 "isPut": false,
                 "isTakerBuy": false,
                 "quantity": "1000000000000000000",
                 "strike": "300000000000",
                 "taker": "%s",
                 "usd": "0x98d56648c9b7f3cb49531f4135115b5000ab1733",
                 "collateralAsset": "0xb67bfa7b488df4f2efa874f4e59242e9130ae61f"}
                """
                    .formatted(stage.simulator.taker()),
                "expected"));
  }

  @Test
  void worseQuoteIsToldTheBestPrice() {
    JsonNode push = stage.ask();
    stage.quote(push, "43.1", 1);

    JsonNode answer = stage.quote(stage.connectMaker(), push, "42.5", 1);

    assertThat(answer.get("id")).isEqualTo(push.get("id"));
    assertThat(answer.get("result"))
        .isEqualTo(
            Json.object()
                .put("rfqId", push.get("id").textValue())
                .put("assetAddress", "0xb67bfa7b488df4f2efa874f4e59242e9130ae61f")
                .put("chainId", 84532)
                .put("newBest", "43100000000000000000")
                .put("yours", "42500000000000000000"));
  }

  @Test
  void equalQuoteIsNotBest() {
    JsonNode push = stage.ask();
    stage.quote(push, "42.5", 1);

    JsonNode answer = stage.quote(stage.connectMaker(), push, "42.5", 1);

    assertThat(answer.at("/result/newBest")).isEqualTo(answer.at("/result/yours"));
    assertThat(answer.at("/result/yours").textValue()).isEqualTo("42500000000000000000");
  }

  @Test
  void displacedMakerIsToldOnItsOwnConnection() {
    JsonNode push = stage.ask();
    stage.quote(push, "42.5", 1);

    JsonNode winner = stage.quote(stage.connectMaker(), push, "43.1", 1);
    JsonNode notice = stage.maker.next();

    assertThat(winner.path("result").asText()).isEqualTo("OK");
    assertThat(notice.get("id")).isEqualTo(push.get("id"));
    assertThat(notice.at("/result/newBest").textValue()).isEqualTo("43100000000000000000");
    assertThat(notice.at("/result/yours").textValue()).isEqualTo("42500000000000000000");
  }

  @Test
  void winnersAnswerComesFirstAlsoOnASharedConnection() {
    JsonNode push = stage.ask();
    stage.quote(push, "42.5", 1);

    JsonNode first = stage.quote(stage.maker, push, "43.1", 1);

    assertThat(first.path("result").asText()).isEqualTo("OK");
    assertThat(stage.maker.next().at("/result/newBest").textValue())
        .isEqualTo("43100000000000000000");
  }

  @Test
  void ownImprovementIsAnsweredOnce() {
    JsonNode push = stage.ask();
    stage.quote(push, "42.5", 1);

    assertThat(stage.quote(push, "43", 2).path("result").asText()).isEqualTo("OK");
    assertThat(stage.maker.isQuiet()).isTrue();
  }

  @Test
  void outbidMakerCanImproveWithANewNonce() {
    JsonNode push = stage.ask();
    stage.quote(stage.connectMaker(), push, "43.1", 1);

    assertThat(stage.quote(push, "42.5", 1).at("/result/newBest").isTextual()).isTrue();
    assertThat(stage.quote(push, "43.2", 2).path("result").asText()).isEqualTo("OK");
  }

  @Test
  void quoteAfterTheWindowFindsItClosed() {
    JsonNode push = stage.ask();
    stage.pass(Stage.WINDOW.minusMillis(1));
    assertThat(stage.quote(push, "42.5", 1).path("result").asText()).isEqualTo("OK");

    stage.pass(Duration.ofMillis(1));

    assertThat(stage.quote(push, "42.6", 2).at("/error/code").intValue()).isEqualTo(-32010);
  }

  @Test
  void expiredBestIsDroppedAndTheNextIsOffered() {
    Peer taker = stage.connectTaker();
    taker.send(Peer.request("t-1", "request", TestTaker.request()));
    JsonNode push = stage.rfqs.next();
    stage.quote(stage.connectMaker(), push, "42.5", 1);
    long soon = Stage.START.getEpochSecond() + 1;
    stage.quote(
        push,
        TestMaker.FIRST.signed(
            TestMaker.FIRST.unsigned(push.get("result"), "44000000000000000000", "1", soon),
            RyskChain.BASE_SEPOLIA.domain()));

    stage.pass(Stage.WINDOW);

    JsonNode offer = taker.next().get("result");
    assertThat(offer.get("maker").textValue()).isEqualTo(TestMaker.SECOND.address().hex());
    assertThat(offer.get("price").textValue()).isEqualTo("42500000000000000000");
  }

  @Test
  void repeatedIdWithOtherTermsReplacesTheRequest() {
    JsonNode push = stage.ask();
    String id = push.get("id").textValue();
    stage.simulator.replaceRfq(
        id, stage.simulator.terms(FlatMarket.call("3000"), Quantity.of("2")));
    JsonNode again = stage.rfqs.next();

    assertThat(again.get("id").textValue()).isEqualTo(id);
    assertThat(stage.quote(push, "42.5", 1).at("/error/code").intValue()).isEqualTo(-32011);
    assertThat(stage.quote(again, "42.5", 1).path("result").asText()).isEqualTo("OK");
    stage.pass(Stage.WINDOW);
    assertThat(stage.simulator.books().auctionsWonBy(TestMaker.FIRST.address())).isOne();
  }

  @Test
  void closedRequestsAreForgottenInTheEnd() {
    Venue venue = new Venue(Stage.config(), new FlatMarket(), stage.clock);
    Auctions auctions = new Auctions(venue, new SplittableRandom(1));
    auctions.open(stage.terms());
    auctions.open(stage.terms());

    stage.clock.turn(Stage.WINDOW);
    venue.agenda.runDue();
    assertThat(auctions.remembered()).isEqualTo(2);
    stage.clock.turn(RyskTiming.standard().keepRfqs());
    venue.agenda.runDue();

    assertThat(auctions.remembered()).isZero();
  }

  @Test
  void booksCountWhatHappened() {
    Peer second = stage.connectMaker();
    JsonNode push = stage.ask();
    stage.quote(push, "42.5", 1);
    stage.quote(second, push, "42", 1);
    stage.quote(push, "42.5", 1);
    stage.quote(push, TestMaker.FIRST.quote(push.get("result"), "42.5", 2).put("signature", "0x"));
    stage.ask();
    stage.pass(Stage.WINDOW);

    RyskBooks books = stage.simulator.books();

    assertThat(books.rfqsCreated()).isEqualTo(2);
    assertThat(books.quotesReceived()).isEqualTo(4);
    assertThat(books.quotesBest()).isOne();
    assertThat(books.quotesOutbid()).isOne();
    assertThat(books.quotesAccepted()).isEqualTo(2);
    assertThat(books.quotesRefused())
        .containsOnly(
            Map.entry(RyskError.NONCE_REUSED, 1L), Map.entry(RyskError.BAD_SIGNATURE, 1L));
    assertThat(books.badSignatures()).isOne();
    assertThat(books.auctionsWonBy(TestMaker.FIRST.address())).isOne();
    assertThat(books.auctionsWithoutOffer()).isOne();
  }
}
