package io.arb.derive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.evm.Address;
import io.arb.core.evm.Signature;
import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.ExchangeEvent.ExchangeStatusChanged;
import io.arb.core.model.ExchangeEvent.InstrumentsListed;
import io.arb.core.model.ExchangeEvent.OrderChanged;
import io.arb.core.model.ExchangeEvent.OrderFilled;
import io.arb.core.model.ExchangeEvent.OrderOutcomeUnknown;
import io.arb.core.model.ExchangeEvent.OrderRejected;
import io.arb.core.model.Liquidity;
import io.arb.core.model.Money;
import io.arb.core.model.Option;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.Quantity;
import io.arb.core.model.Rejection;
import io.arb.core.model.TimeInForce;
import io.arb.derive.profile.ActionModule;
import io.arb.derive.profile.DeriveProfile;
import io.arb.derive.sign.Action;
import io.arb.derive.sign.TradeData;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderEntryTest {
  private static final String ORDER = "private/order";

  private final VenueFixture fixture = new VenueFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  @ParameterizedTest
  @CsvSource({"v2, V2_TESTNET", "v3, V3_TESTNET"})
  void signatureCoversTheValuesThatAreSent(String profile, DeriveProfile expected)
      throws InterruptedException {
    fixture.with("profile", profile).startLive().place(Sample.request(Sample.ID));

    JsonNode params = fixture.venue().awaitRequest(ORDER).params();
    TradeData data =
        new TradeData(
            Address.of("0xAf65752C4643E25C02F693f9D4FE19cF23a095E3"),
            BigInteger.ZERO,
            new BigDecimal(params.get("limit_price").asText()),
            new BigDecimal(params.get("amount").asText()),
            new BigDecimal(params.get("max_fee").asText()),
            params.get("subaccount_id").asLong(),
            params.get("direction").asText().equals("buy"));
    Action action =
        new Action(
            params.get("subaccount_id").asLong(),
            new BigInteger(params.get("nonce").asText()),
            expected.module(ActionModule.TRADE),
            data,
            params.get("signature_expiry_sec").asLong(),
            Sample.WALLET,
            Sample.SIGNER.address());
    Signature signature = Signature.parse(params.get("signature").asText());
    assertThat(expected.actionDomain().recover(action, signature))
        .isEqualTo(Sample.SIGNER.address());
  }

  @Test
  void sendsEverythingThatWasAskedFor() throws InterruptedException {
    OrderRequest order = Sample.request(Sample.ID);
    fixture.startLive().place(order);

    JsonNode params = fixture.venue().awaitRequest(ORDER).params();
    assertThat(params.get("instrument_name").asText()).isEqualTo("ETH-PERP");
    assertThat(params.get("subaccount_id").asLong()).isEqualTo(Sample.SUBACCOUNT);
    assertThat(params.get("direction").asText()).isEqualTo("buy");
    assertThat(params.get("order_type").asText()).isEqualTo("limit");
    assertThat(params.get("time_in_force").asText()).isEqualTo("post_only");
    assertThat(params.get("amount").asText()).isEqualTo("0.25");
    assertThat(params.get("limit_price").asText()).isEqualTo("1992.37");
    assertThat(params.get("label").asText()).isEqualTo(Sample.ID.label());
    assertThat(params.get("reject_post_only").asBoolean()).isTrue();
    assertThat(params.get("reduce_only").asBoolean()).isFalse();
    assertThat(params.get("reject_timestamp").asLong())
        .isEqualTo(order.rejectAfter().toEpochMilli());
    assertThat(params.get("signer").asText()).isEqualTo(Sample.SIGNER.address().checksummed());
  }

  @Test
  void signatureLastsAnHour() throws InterruptedException {
    fixture.startLive().place(Sample.request(Sample.ID));

    assertThat(fixture.venue().awaitRequest(ORDER).params().get("signature_expiry_sec").asLong())
        .isBetween(Instant.now().getEpochSecond() + 3590, Instant.now().getEpochSecond() + 3600);
  }

  @ParameterizedTest
  @CsvSource({"GOOD_TILL_CANCELLED, gtc", "POST_ONLY, post_only", "IMMEDIATE_OR_CANCEL, ioc"})
  void timeInForceHasTheVenuesWord(TimeInForce timeInForce, String word)
      throws InterruptedException {
    fixture
        .startLive()
        .place(
            Sample.request(
                Sample.ID, Sample.PERP, "1992.37", timeInForce, Instant.now().plusSeconds(60)));

    assertThat(fixture.venue().awaitRequest(ORDER).params().get("time_in_force").asText())
        .isEqualTo(word);
  }

  @Test
  void v3NonceIsTextInNanoseconds() throws InterruptedException {
    fixture.startLive().place(Sample.request(Sample.ID));

    JsonNode nonce = fixture.venue().awaitRequest(ORDER).params().get("nonce");
    assertThat(nonce.isTextual()).isTrue();
    assertThat(nonce.asText()).isEqualTo("1791273600123456000");
  }

  @Test
  void v2NonceIsANumberInMicroseconds() throws InterruptedException {
    fixture.with("profile", "v2").startLive().place(Sample.request(Sample.ID));

    JsonNode nonce = fixture.venue().awaitRequest(ORDER).params().get("nonce");
    assertThat(nonce.isIntegralNumber()).isTrue();
    assertThat(nonce.asLong()).isEqualTo(1_791_273_600_123_456L);
  }

  @Test
  void hexPrefixOfTheSignatureCanBeLeftOut() throws InterruptedException {
    fixture.with("signature_hex_prefix", "false").startLive().place(Sample.request(Sample.ID));

    assertThat(fixture.venue().awaitRequest(ORDER).params().get("signature").asText())
        .hasSize(130)
        .doesNotStartWith("0x");
  }

  @Test
  void acknowledgedOrderIsReportedOpen() throws InterruptedException {
    fixture.venue().result(ORDER, params -> Sample.placed(Sample.order(Sample.ID, "open", "0")));
    fixture.startLive().place(Sample.request(Sample.ID));

    OrderChanged changed = fixture.await(OrderChanged.class);
    assertThat(changed.update().id()).contains(Sample.ID);
    assertThat(changed.update().status()).isEqualTo(OrderStatus.OPEN);
    assertThat(changed.update().remaining()).isEqualTo(Quantity.of("0.25"));
  }

  @Test
  void tradesOfTheReplyAreReportedAsFills() throws InterruptedException {
    fixture
        .venue()
        .result(
            ORDER,
            params ->
                Sample.placed(
                    Sample.order(Sample.ID, "filled", "0.25"),
                    Sample.trade(Sample.ID, "t1", "0.1"),
                    Sample.trade(Sample.ID, "t2", "0.15")));
    fixture.startLive().place(Sample.request(Sample.ID));

    OrderFilled first = fixture.await(OrderFilled.class);
    OrderFilled second = fixture.await(OrderFilled.class);
    assertThat(first.fill().order()).contains(Sample.ID);
    assertThat(first.fill().fee()).isEqualTo(Money.of("0.24938425"));
    assertThat(first.fill().liquidity()).isEqualTo(Liquidity.TAKER);
    assertThat(first.fill().quantity().plus(second.fill().quantity()))
        .isEqualTo(Quantity.of("0.25"));
    assertThat(first.fill().id()).isNotEqualTo(second.fill().id());
  }

  @Test
  void definiteRefusalIsRejectedWithTheVenuesWords() throws InterruptedException {
    fixture
        .venue()
        .on(
            ORDER,
            request -> request.error(11023, "Max fee order param is too low", "must be >= 1.5952"));
    fixture.startLive().place(Sample.request(Sample.ID));

    OrderRejected rejected = fixture.await(OrderRejected.class);
    assertThat(rejected.rejection()).isEqualTo(Rejection.OTHER);
    assertThat(rejected.detail()).contains("11023").contains("must be >= 1.5952");
  }

  @ParameterizedTest
  @ValueSource(ints = {-32603, 9000, 9001, 11017, 11018, 4711, 0})
  void refusalThatProvesNothingIsUnknown(int code) throws InterruptedException {
    fixture.venue().error(ORDER, code, "?");
    fixture.startLive().place(Sample.request(Sample.ID));

    assertThat(fixture.await(OrderOutcomeUnknown.class).id()).isEqualTo(Sample.ID);
    assertThat(fixture.all()).noneMatch(OrderRejected.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "[]",
        "\"ok\"",
        "{\"order\":null,\"trades\":[]}",
        "{\"order\":{\"order_id\":\"x\"},\"trades\":[]}"
      })
  void unreadableReplyIsUnknown(String result) throws InterruptedException {
    fixture.venue().result(ORDER, params -> result);
    fixture.startLive().place(Sample.request(Sample.ID));

    assertThat(fixture.await(OrderOutcomeUnknown.class).reason()).contains("unreadable");
  }

  @Test
  void replyAboutAnotherOrderIsUnknown() throws InterruptedException {
    fixture
        .venue()
        .result(ORDER, params -> Sample.placed(Sample.order(Sample.OTHER_ID, "open", "0")));
    fixture.startLive().place(Sample.request(Sample.ID));

    assertThat(fixture.await(OrderOutcomeUnknown.class).id()).isEqualTo(Sample.ID);
  }

  @Test
  void unansweredOrderIsUnknownAndNeverSentAgain() throws InterruptedException {
    fixture.venue().silent(ORDER);
    fixture.with("request_timeout_ms", "100").startLive().place(Sample.request(Sample.ID));

    assertThat(fixture.await(OrderOutcomeUnknown.class).reason()).contains("no answer");
    assertThat(fixture.venue().requests(ORDER)).hasSize(1);
  }

  @Test
  void lateAnswerStillTellsOfTheOrder() throws InterruptedException {
    fixture.venue().silent(ORDER);
    fixture.with("request_timeout_ms", "100").startLive().place(Sample.request(Sample.ID));
    fixture.await(OrderOutcomeUnknown.class);
    fixture
        .venue()
        .awaitRequest(ORDER)
        .result(
            Sample.placed(
                Sample.order(Sample.ID, "filled", "0.25"), Sample.trade(Sample.ID, "t1", "0.25")));

    assertThat(fixture.await(OrderChanged.class).update().status()).isEqualTo(OrderStatus.FILLED);
    assertThat(fixture.await(OrderFilled.class).fill().order()).contains(Sample.ID);
  }

  @Test
  void lostConnectionAfterSendingIsUnknown() throws InterruptedException {
    fixture.venue().on(ORDER, request -> request.connection().kill());
    fixture.startLive().place(Sample.request(Sample.ID));

    assertThat(fixture.await(OrderOutcomeUnknown.class).reason()).contains("connection lost");
    fixture.awaitLive();
    assertThat(fixture.venue().requests(ORDER)).hasSize(1);
    assertThat(fixture.all()).noneMatch(OrderRejected.class::isInstance);
  }

  @Test
  void halfAFrameIsUnknown() throws InterruptedException {
    fixture
        .venue()
        .on(
            ORDER,
            request -> {
              request.connection().send("{\"id\":" + request.frame().get("id") + ",\"resu");
              request.connection().kill();
            });
    fixture.startLive().place(Sample.request(Sample.ID));

    assertThat(fixture.await(OrderOutcomeUnknown.class).id()).isEqualTo(Sample.ID);
  }

  @Test
  void orderWithoutConnectionIsNotSent() throws InterruptedException {
    DeriveExchange exchange = fixture.startLive();
    fixture.venue().server().refuseWebSockets(true);
    fixture.venue().server().killAll();
    fixture.await(
        ExchangeStatusChanged.class, changed -> changed.status() == ConnectionStatus.DOWN);

    exchange.place(Sample.request(Sample.ID));

    assertThat(fixture.await(OrderRejected.class).rejection()).isEqualTo(Rejection.NOT_SENT);
  }

  @Test
  void unlistedInstrumentIsClosed() throws InterruptedException {
    Option unlisted = Option.call("ETH", Instant.ofEpochSecond(1795766400), "9999");
    fixture
        .startLive()
        .place(
            Sample.request(
                Sample.ID, unlisted, "1", TimeInForce.POST_ONLY, Instant.now().plusSeconds(60)));

    assertThat(fixture.await(OrderRejected.class).rejection())
        .isEqualTo(Rejection.INSTRUMENT_CLOSED);
    assertThat(fixture.venue().requests(ORDER)).isEmpty();
  }

  @Test
  void orderThatIsTooLateIsNotSent() throws InterruptedException {
    fixture
        .startLive()
        .place(
            Sample.request(
                Sample.ID,
                Sample.PERP,
                "1992.37",
                TimeInForce.POST_ONLY,
                Instant.now().minusSeconds(1)));

    assertThat(fixture.await(OrderRejected.class).rejection()).isEqualTo(Rejection.NOT_SENT);
    assertThat(fixture.venue().requests(ORDER)).isEmpty();
  }

  @Test
  void v3PriceThatIsTooFineCannotBeSigned() throws InterruptedException {
    fixture
        .startLive()
        .place(
            Sample.request(
                Sample.ID,
                Sample.PERP,
                "1992.0000000000001",
                TimeInForce.POST_ONLY,
                Instant.now().plusSeconds(60)));

    OrderRejected rejected = fixture.await(OrderRejected.class);
    assertThat(rejected.rejection()).isEqualTo(Rejection.OTHER);
    assertThat(rejected.detail()).contains("limitPrice allows 12 decimals");
  }

  @Test
  void feeOfAnOptionIsBoundedByTheIndexThatTheVenueIsAskedFor() throws InterruptedException {
    fixture.venue().result("public/get_ticker", params -> Sample.ticker("2500", "84.6"));
    fixture.startLive().place(optionOrder());

    JsonNode params = fixture.venue().awaitRequest(ORDER).params();
    assertThat(params.get("max_fee").asText()).isEqualTo("7.250000");
    assertThat(params.get("instrument_name").asText()).isEqualTo("ETH-20261127-2500-C");
  }

  @Test
  void v2AnswersTheIndexInTheLongForm() throws InterruptedException {
    fixture
        .venue()
        .result(
            "public/get_ticker",
            params -> "{\"index_price\":\"2500\",\"mark_price\":\"84.6\",\"timestamp\":1}");
    fixture.with("profile", "v2").startLive().place(optionOrder());

    assertThat(fixture.venue().awaitRequest(ORDER).params().get("max_fee").asText())
        .isEqualTo("7.250000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "null", "{\"index_price\":\"0\"}", "{\"I\":\"-1\"}"})
  void optionWithoutAnIndexPriceIsNotSent(String ticker) throws InterruptedException {
    fixture.venue().result("public/get_ticker", params -> ticker);
    fixture.startLive().place(optionOrder());

    OrderRejected rejected = fixture.await(OrderRejected.class);
    assertThat(rejected.rejection()).isEqualTo(Rejection.NOT_SENT);
    assertThat(rejected.detail()).contains("index price");
  }

  @ParameterizedTest
  @CsvSource({"11012, INVALID_QUANTITY", "11013, INVALID_PRICE"})
  void refusedPriceOrQuantityHasTheRulesReadAgainOnce(int code, Rejection rejection)
      throws InterruptedException {
    fixture.venue().error(ORDER, code, "Invalid");
    DeriveExchange exchange = fixture.startLive();
    exchange.place(Sample.request(Sample.ID));
    assertThat(fixture.await(OrderRejected.class).rejection()).isEqualTo(rejection);
    fixture.await(InstrumentsListed.class);
    exchange.place(Sample.request(Sample.OTHER_ID));
    fixture.await(OrderRejected.class);

    assertThat(fixture.venue().restCalls()).hasSize(4);
  }

  @Test
  void unansweredOrderIsUnknownWhenTheExchangeIsClosed() throws InterruptedException {
    fixture.venue().silent(ORDER);
    DeriveExchange exchange = fixture.startLive();
    exchange.place(Sample.request(Sample.ID));
    fixture.venue().awaitRequest(ORDER);

    exchange.close();

    assertThat(fixture.await(OrderOutcomeUnknown.class).id()).isEqualTo(Sample.ID);
  }

  @Test
  void orderAfterCloseIsNotSent() throws InterruptedException {
    DeriveExchange exchange = fixture.startLive();
    exchange.close();
    exchange.close();

    exchange.place(Sample.request(Sample.ID));

    assertThat(fixture.await(OrderRejected.class).rejection()).isEqualTo(Rejection.NOT_SENT);
  }

  private static OrderRequest optionOrder() {
    return Sample.request(
        Sample.ID,
        Sample.CALL,
        "84.6",
        TimeInForce.IMMEDIATE_OR_CANCEL,
        Instant.now().plusSeconds(60));
  }
}
