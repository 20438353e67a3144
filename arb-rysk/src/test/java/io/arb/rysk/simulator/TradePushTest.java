package io.arb.rysk.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.evm.Address;
import io.arb.core.evm.Recovery;
import io.arb.core.evm.Signature;
import io.arb.core.model.Money;
import io.arb.core.model.Price;
import io.arb.rysk.sign.RyskChain;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TradePushTest {
  private final Stage stage = Stage.open();

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void syntheticTakerTakesTheBestQuoteAfterItsDelay() {
    stage.quote(stage.ask(), "42.5", 1);
    stage.pass(Stage.WINDOW);
    assertThat(stage.simulator.books().confirmationsAccepted()).isZero();

    stage.pass(Duration.ofSeconds(1));
    assertThat(stage.simulator.books().confirmationsAccepted()).isOne();
    assertThat(stage.simulator.books().tradesSettled()).isZero();

    stage.pass(Stage.SETTLE);
    assertThat(stage.simulator.books().tradesSettled()).isOne();
  }

  @Test
  void syntheticTakersSignatureIsItsOwn() {
    JsonNode trade = stage.trade().get("result");

    byte[] digest = TestTaker.data(trade).digest(RyskChain.BASE_SEPOLIA.domain());
    Address signer = Recovery.signer(digest, Signature.parse(trade.get("signature").textValue()));

    assertThat(signer).isEqualTo(stage.simulator.taker());
    assertThat(trade.get("taker").textValue()).isEqualTo(signer.hex());
  }

  @Test
  void takerWhoDeclinesDoesNotTrade() {
    stage.simulator.setTaker(new TakerProfile(0, DelayRange.of(Duration.ZERO)));
    stage.quote(stage.ask(), "42.5", 1);

    stage.pass(Stage.WINDOW);
    stage.pass(Stage.SETTLE);

    assertThat(stage.simulator.books().auctionsWonBy(TestMaker.FIRST.address())).isOne();
    assertThat(stage.simulator.books().confirmationsAccepted()).isZero();
  }

  @Test
  void priceProbeOfNobodyIsNeverTaken() {
    RfqTerms asked = stage.terms();
    stage.quote(
        stage.ask(
            new RfqTerms(
                asked.asset(),
                asked.assetName(),
                asked.chainId(),
                asked.expiry(),
                asked.isPut(),
                asked.isTakerBuy(),
                asked.quantity(),
                asked.strike(),
                Address.ZERO.hex(),
                asked.usd(),
                asked.collateralAsset(),
                asked.extras())),
        "42.5",
        1);

    stage.pass(Stage.WINDOW);
    stage.pass(Stage.SETTLE);

    assertThat(stage.simulator.books().quotesBest()).isOne();
    assertThat(stage.simulator.books().confirmationsAccepted()).isZero();
  }

  @Test
  void moneyIsGoneWithTheConfirmationSoThatItCannotBeSpentTwice() {
    stage.quote(stage.ask(), "42.5", 1);
    stage.pass(Stage.WINDOW);
    stage.pass(Duration.ofSeconds(1));

    assertThat(stage.balance(stage.maker, TestMaker.FIRST)).isEqualTo("2452187500");
  }

  @Test
  void booksHaveTheTradeInDomainUnits() {
    stage.trade();

    RyskTrade trade = stage.simulator.books().tradesOf(TestMaker.FIRST.address()).getFirst();

    assertThat(trade.option()).isEqualTo(FlatMarket.call("3000"));
    assertThat(trade.quantity()).isEqualTo(Stage.ONE);
    assertThat(trade.price()).isEqualTo(Price.of("42.5"));
    assertThat(trade.premium()).isEqualTo(Money.of("42.5"));
    assertThat(trade.fee()).isEqualTo(Money.of("5.3125"));
    assertThat(trade.quoteNonce()).isEqualTo(1_798_000_000_000L);
    assertThat(trade.txHash()).matches("0x[0-9a-f]{64}");
  }

  @Test
  void tradeGoesToAllConnectionsThatHaveSpokenForTheMaker() {
    Peer second = stage.connectMaker();
    stage.balance(second, TestMaker.FIRST);
    Peer stranger = stage.connectMaker();
    stage.balance(stranger, TestMaker.SECOND);

    JsonNode trade = stage.trade();

    assertThat(second.next()).isEqualTo(trade);
    assertThat(stranger.isQuiet()).isTrue();
  }

  @Test
  void nothingIsKeptForAMakerWhoIsAway() {
    stage.quote(stage.ask(), "42.5", 1);
    stage.simulator.dropMakers();
    stage.maker.awaitEnd();
    Peer silent = stage.connectMaker();
    stage.pass(Stage.WINDOW);
    stage.pass(Duration.ofSeconds(1));
    stage.pass(Stage.SETTLE);

    assertThat(stage.simulator.books().tradesSettled()).isOne();
    assertThat(stage.balance(silent, TestMaker.FIRST)).isEqualTo("2452187500");
    assertThat(silent.isQuiet()).isTrue();
  }

  @Test
  void makerWhoComesBackHearsOfTheTradeOnceItHasSpoken() {
    stage.quote(stage.ask(), "42.5", 1);
    stage.simulator.dropMakers();
    stage.maker.awaitEnd();
    Peer back = stage.connectMaker();
    stage.balance(back, TestMaker.FIRST);

    stage.pass(Stage.WINDOW);
    stage.pass(Duration.ofSeconds(1));
    stage.pass(Stage.SETTLE);

    assertThat(back.next().get("id").textValue()).isEqualTo("trade");
  }

  @Test
  void refusedQuoteDoesNotSubscribe() {
    Peer liar = stage.connectMaker();
    JsonNode push = stage.ask();
    liar.ask(
        push.get("id").textValue(),
        "quote",
        TestMaker.FIRST.quote(push.get("result"), "42", 5).put("signature", "0x"));

    stage.trade();

    assertThat(liar.isQuiet()).isTrue();
  }
}
