package io.arb.deribit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.model.ExchangeEvent.OrderChanged;
import io.arb.core.model.ExchangeEvent.OrderFilled;
import io.arb.core.model.ExchangeEvent.OrderOutcomeUnknown;
import io.arb.core.model.ExchangeEvent.OrderRejected;
import io.arb.core.model.Fill;
import io.arb.core.model.Liquidity;
import io.arb.core.model.MarketEvent.TickerChanged;
import io.arb.core.model.Money;
import io.arb.core.model.Option;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Rejection;
import io.arb.core.model.Side;
import io.arb.core.model.TimeInForce;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class OrderEntryTest {
  private static final String BUY = "private/buy";
  private static final String SELL = "private/sell";

  private final VenueFixture fixture = new VenueFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void sendsEverythingThatWasAskedFor() throws InterruptedException {
    fixture.startLive().place(Sample.request(Sample.ID));

    JsonNode params = fixture.venue().awaitRequest(BUY).params();
    assertThat(params.get("instrument_name").asText()).isEqualTo(Sample.PERP_NAME);
    assertThat(params.get("amount")).hasToString("0.25");
    assertThat(params.get("price")).hasToString("1992.35");
    assertThat(params.get("type").asText()).isEqualTo("limit");
    assertThat(params.get("label").asText()).isEqualTo(Sample.ID.label());
    assertThat(params.get("time_in_force").asText()).isEqualTo("good_til_cancelled");
    assertThat(params.get("post_only").asBoolean()).isTrue();
    assertThat(params.get("reject_post_only").asBoolean()).isTrue();
    assertThat(params.get("reduce_only").asBoolean()).isFalse();
    assertThat(params.has("access_token")).isFalse();
  }

  @Test
  void immediateOrderSaysThatItIsNotPostOnly() throws InterruptedException {
    fixture.startLive().place(immediate(Side.SELL, "1992.35"));

    JsonNode params = fixture.venue().awaitRequest(SELL).params();
    assertThat(params.get("time_in_force").asText()).isEqualTo("immediate_or_cancel");
    assertThat(params.get("post_only").asBoolean()).isFalse();
  }

  @Test
  void frameIsVoidSoonByTheVenuesClock() throws InterruptedException {
    fixture.shiftClock(Duration.ofSeconds(-5));
    fixture.with("order_valid_ms", "700").startLive().place(Sample.request(Sample.ID));

    long validUntil = fixture.venue().awaitRequest(BUY).params().get("valid_until").asLong();
    assertThat(validUntil)
        .isBetween(System.currentTimeMillis() - 3_000, System.currentTimeMillis() + 1_700);
  }

  @Test
  void frameIsVoidWhenTheOrderIsTooLate() throws InterruptedException {
    Instant rejectAfter = Instant.now().plusSeconds(20);
    fixture
        .with("order_valid_ms", "60000")
        .startLive()
        .place(
            Sample.request(Sample.ID, Sample.PERP, "1992.35", TimeInForce.POST_ONLY, rejectAfter));

    assertThat(fixture.venue().awaitRequest(BUY).params().get("valid_until").asLong())
        .isBetween(rejectAfter.toEpochMilli() - 500, rejectAfter.toEpochMilli() + 500);
  }

  @Test
  void restingOrderIsReportedOpen() throws InterruptedException {
    fixture.venue().result(BUY, params -> Sample.placed(Sample.order(Sample.ID, "open", "0.0")));
    fixture.startLive().place(Sample.request(Sample.ID));

    OrderChanged changed = fixture.await(OrderChanged.class);
    assertThat(changed.update().id()).contains(Sample.ID);
    assertThat(changed.update().status()).isEqualTo(OrderStatus.OPEN);
    assertThat(changed.update().remaining()).isEqualTo(Quantity.of("0.25"));
    assertThat(changed.update().limit()).isEqualTo(Price.of("1992.35"));
  }

  @Test
  void tradesOfTheReplyAreReportedAsFills() throws InterruptedException {
    fixture
        .venue()
        .result(
            BUY,
            params ->
                Sample.placed(
                    Sample.order(Sample.ID, "filled", "0.25"),
                    Sample.trade(Sample.ID, "ETH_USDC-1", "0.1"),
                    Sample.trade(Sample.ID, "ETH_USDC-2", "0.15")));
    fixture.startLive().place(Sample.request(Sample.ID));

    Fill first = fixture.await(OrderFilled.class).fill();
    Fill second = fixture.await(OrderFilled.class).fill();
    assertThat(first.order()).contains(Sample.ID);
    assertThat(first.fee()).isEqualTo(Money.of("0.1743306"));
    assertThat(first.liquidity()).isEqualTo(Liquidity.TAKER);
    assertThat(first.quantity().plus(second.quantity())).isEqualTo(Quantity.of("0.25"));
    assertThat(first.id()).isNotEqualTo(second.id());
  }

  @Test
  void fillInTheChannelHasTheIdOfTheFillInTheReply() throws InterruptedException {
    String trade = Sample.trade(Sample.ID, "ETH_USDC-1", "0.25");
    String order = Sample.order(Sample.ID, "filled", "0.25");
    fixture.venue().result(BUY, params -> Sample.placed(order, trade));
    fixture.startLive().place(Sample.request(Sample.ID));
    Fill replied = fixture.await(OrderFilled.class).fill();

    fixture.venue().publish("user.changes.any.any.raw", Sample.changes(order, trade));

    assertThat(fixture.await(OrderFilled.class).fill()).isEqualTo(replied);
  }

  @Test
  void immediateOrderThatFoundNobodyIsRejected() throws InterruptedException {
    String order =
        Sample.order(Sample.ID, "cancelled", "0.0")
            .replace("good_til_cancelled", "immediate_or_cancel");
    fixture.venue().result(BUY, params -> Sample.placed(order));
    fixture.startLive().place(immediate(Side.BUY, "1992.35"));

    assertThat(fixture.await(OrderRejected.class).rejection()).isEqualTo(Rejection.NO_LIQUIDITY);
    assertThat(fixture.all()).noneMatch(OrderChanged.class::isInstance);
  }

  @Test
  void immediateOrderThatFoundSomebodyIsReportedCancelledWithItsFill() throws InterruptedException {
    String order =
        Sample.order(Sample.ID, "cancelled", "0.1")
            .replace("good_til_cancelled", "immediate_or_cancel");
    fixture
        .venue()
        .result(BUY, params -> Sample.placed(order, Sample.trade(Sample.ID, "t", "0.1")));
    fixture.startLive().place(immediate(Side.BUY, "1992.35"));

    assertThat(fixture.await(OrderChanged.class).update().filled()).isEqualTo(Quantity.of("0.1"));
    assertThat(fixture.await(OrderFilled.class).fill().quantity()).isEqualTo(Quantity.of("0.1"));
  }

  @Test
  void bumpedOrderIsAliveUntilItsFillComes() throws InterruptedException {
    fixture
        .venue()
        .result(BUY, params -> Sample.placed(Sample.order(Sample.ID, "speed_bumped", "0.0")));
    fixture.startLive().place(Sample.request(Sample.ID));
    assertThat(fixture.await(OrderChanged.class).update().status()).isEqualTo(OrderStatus.OPEN);

    fixture
        .venue()
        .publish(
            "user.changes.any.any.raw",
            Sample.changes(
                Sample.order(Sample.ID, "filled", "0.25"), Sample.trade(Sample.ID, "t", "0.25")));

    assertThat(fixture.await(OrderChanged.class).update().status()).isEqualTo(OrderStatus.FILLED);
    fixture.await(OrderFilled.class);
  }

  @ParameterizedTest
  @CsvSource({
    "11054, post_only_reject, '', WOULD_CROSS",
    "10009, not_enough_funds, '', INSUFFICIENT_MARGIN",
    "-32602, Invalid params, price, INVALID_PRICE",
    "-32602, Invalid params, amount, INVALID_QUANTITY",
    "13888, timed_out, '', DROPPED",
    "10041, settlement_in_progress, '', DROPPED",
    "10047, matching_engine_queue_full, '', RATE_LIMITED",
    "13021, forbidden, '', UNAUTHORISED"
  })
  void refusalIsReportedWithTheVenuesWords(
      int code, String message, String param, Rejection rejection) throws InterruptedException {
    fixture.venue().on(BUY, request -> request.error(code, message, param));
    fixture.startLive().place(Sample.request(Sample.ID));

    OrderRejected rejected = fixture.await(OrderRejected.class);
    assertThat(rejected.rejection()).isEqualTo(rejection);
    assertThat(rejected.detail()).contains(Integer.toString(code)).contains(message);
  }

  @ParameterizedTest
  @ValueSource(ints = {10001, 11094, 10050, 13028, 11030, 14999, 0})
  void errorThatProvesNothingLeavesTheOutcomeUnknown(int code) throws InterruptedException {
    fixture.venue().error(BUY, code, "odd");
    fixture.startLive().place(Sample.request(Sample.ID));

    assertThat(fixture.await(OrderOutcomeUnknown.class).id()).isEqualTo(Sample.ID);
  }

  @Test
  void unansweredOrderIsUnknownAndNeverSentAgain() throws InterruptedException {
    fixture.venue().silent(BUY);
    fixture.with("request_timeout_ms", "200").startLive().place(Sample.request(Sample.ID));

    assertThat(fixture.await(OrderOutcomeUnknown.class).id()).isEqualTo(Sample.ID);
    assertThat(fixture.venue().requests(BUY)).hasSize(1);
  }

  @Test
  void lateAnswerStillTellsOfTheOrder() throws InterruptedException {
    fixture.venue().silent(BUY);
    fixture.with("request_timeout_ms", "200").startLive().place(Sample.request(Sample.ID));
    ScriptedVenue.Request request = fixture.venue().awaitRequest(BUY);
    fixture.await(OrderOutcomeUnknown.class);

    request.result(Sample.placed(Sample.order(Sample.ID, "open", "0.0")));

    assertThat(fixture.await(OrderChanged.class).update().id()).contains(Sample.ID);
  }

  @Test
  void lostConnectionLeavesTheOutcomeUnknown() throws InterruptedException {
    fixture.venue().on(BUY, request -> request.connection().kill());
    fixture.startLive().place(Sample.request(Sample.ID));

    assertThat(fixture.await(OrderOutcomeUnknown.class).id()).isEqualTo(Sample.ID);
    fixture.awaitLive();
    assertThat(fixture.venue().requests(BUY)).hasSize(1);
  }

  @Test
  void answerAboutAnotherOrderIsNoAnswer() throws InterruptedException {
    fixture
        .venue()
        .result(BUY, params -> Sample.placed(Sample.order(Sample.OTHER_ID, "open", "0.0")));
    fixture.startLive().place(Sample.request(Sample.ID));

    assertThat(fixture.await(OrderOutcomeUnknown.class).reason()).contains("label");
  }

  @Test
  void answersAreFoundByTheirIdInAnySequence() throws InterruptedException {
    fixture.venue().silent(BUY);
    DeribitExchange exchange = fixture.startLive();
    exchange.place(Sample.request(Sample.ID));
    exchange.place(Sample.request(Sample.OTHER_ID));
    ScriptedVenue.Request first = fixture.venue().awaitRequest(BUY);
    ScriptedVenue.Request second = fixture.venue().awaitRequest(BUY);

    second.error(11054, "post_only_reject", "");
    first.result(Sample.placed(Sample.order(Sample.ID, "open", "0.0")));

    assertThat(fixture.await(OrderRejected.class).id()).isEqualTo(Sample.OTHER_ID);
    assertThat(fixture.await(OrderChanged.class).update().id()).contains(Sample.ID);
  }

  @ParameterizedTest
  @CsvSource({"1992.36, 0.25, INVALID_PRICE", "1992.35, 0.2505, INVALID_QUANTITY"})
  void impossibleOrderDoesNotLeave(String limit, String quantity, Rejection rejection)
      throws InterruptedException {
    fixture
        .startLive()
        .place(
            Sample.request(
                Sample.ID,
                Sample.PERP,
                Side.BUY,
                quantity,
                limit,
                TimeInForce.POST_ONLY,
                Instant.now().plusSeconds(60)));

    assertThat(fixture.await(OrderRejected.class).rejection()).isEqualTo(rejection);
    assertThat(fixture.venue().methods()).doesNotContain(BUY);
  }

  @ParameterizedTest
  @CsvSource({"BUY, 51.4, 51", "SELL, 51.4, 52", "BUY, 49.8, 49.8", "SELL, 49.8, 49.8"})
  void limitIsRoundedToTheTickInForceAndNeverToAWorsePrice(Side side, String limit, String sent)
      throws InterruptedException {
    fixture
        .startLive()
        .place(
            Sample.request(
                Sample.ID,
                Sample.CALL,
                side,
                "1",
                limit,
                TimeInForce.IMMEDIATE_OR_CANCEL,
                Instant.now().plusSeconds(60)));

    assertThat(
            fixture
                .venue()
                .awaitRequest(side == Side.BUY ? BUY : SELL)
                .params()
                .get("price")
                .decimalValue())
        .isEqualByComparingTo(sent);
  }

  @ParameterizedTest
  @CsvSource({"BUY, 2100, 2022.35", "SELL, 1900, 1962.65", "BUY, 1900, 1900"})
  void limitBeyondTheBandIsHeldAtTheBand(Side side, String limit, String sent)
      throws InterruptedException {
    DeribitExchange exchange = fixture.startLive();
    exchange.watch(Set.of(Sample.PERP));
    fixture.venue().awaitRequest("public/subscribe");
    fixture
        .venue()
        .publish("ticker.ETH_USDC-PERPETUAL.100ms", Sample.perpTicker("1992.3", "1992.4"));
    fixture.await(TickerChanged.class);

    exchange.place(immediate(side, limit));

    assertThat(
            fixture
                .venue()
                .awaitRequest(side == Side.BUY ? BUY : SELL)
                .params()
                .get("price")
                .decimalValue())
        .isEqualByComparingTo(sent);
  }

  @Test
  void unlistedInstrumentIsRefusedHere() throws InterruptedException {
    Option unlisted = Option.call("ETH", Sample.CALL.expiry(), "99999");
    fixture
        .startLive()
        .place(
            Sample.request(
                Sample.ID, unlisted, "10", TimeInForce.POST_ONLY, Instant.now().plusSeconds(60)));

    assertThat(fixture.await(OrderRejected.class).rejection())
        .isEqualTo(Rejection.INSTRUMENT_CLOSED);
  }

  @Test
  void lateOrderDoesNotLeave() throws InterruptedException {
    fixture
        .startLive()
        .place(
            Sample.request(
                Sample.ID, Sample.PERP, "1992.35", TimeInForce.POST_ONLY, Instant.EPOCH));

    assertThat(fixture.await(OrderRejected.class).rejection()).isEqualTo(Rejection.NOT_SENT);
  }

  @Test
  void nothingIsOrderedWhileTheClocksDisagree() throws InterruptedException {
    fixture.shiftClock(Duration.ofSeconds(20));
    fixture.startLive().place(Sample.request(Sample.ID));

    assertThat(fixture.await(OrderRejected.class).detail()).contains("clock differs");
    assertThat(fixture.venue().methods()).doesNotContain(BUY);
  }

  @Test
  void settlementPausesTheNextOrders() throws InterruptedException {
    fixture.venue().error(BUY, 10041, "settlement_in_progress");
    DeribitExchange exchange = fixture.startLive();
    exchange.place(Sample.request(Sample.ID));
    fixture.await(OrderRejected.class);

    exchange.place(Sample.request(Sample.OTHER_ID));

    OrderRejected second = fixture.await(OrderRejected.class);
    assertThat(second.rejection()).isEqualTo(Rejection.NOT_SENT);
    assertThat(second.detail()).contains("settling");
    assertThat(fixture.venue().requests(BUY)).hasSize(1);
  }

  @Test
  void foreignOrdersAndTradesAreReportedWithoutId() throws InterruptedException {
    fixture.startLive();

    fixture
        .venue()
        .publish(
            "user.changes.any.any.raw",
            Sample.changes(
                Sample.order("by hand", "open", "0.0", "USDC-7").toString(),
                Sample.trade("by hand", "t7", "0.1").toString()));

    assertThat(fixture.await(OrderChanged.class).update().id()).isEmpty();
    assertThat(fixture.await(OrderFilled.class).fill().order()).isEmpty();
  }

  @Test
  void waitingTriggerOfAPersonIsReadable() throws InterruptedException {
    fixture.startLive();
    String trigger =
        Sample.order("", "untriggered", "0.0", "USDC-SLMB-7")
            .put("price", "market_price")
            .put("average_price", 0)
            .toString();

    fixture.venue().publish("user.changes.any.any.raw", Sample.changes(trigger, ""));

    assertThat(fixture.await(OrderChanged.class).update().limit()).isEqualTo(Price.ZERO);
  }

  @Test
  void partOfTheNewsThatIsUnreadableHidesNothing() throws InterruptedException {
    fixture.startLive();

    fixture
        .venue()
        .publish(
            "user.changes.any.any.raw",
            Sample.changes(
                "{\"order_id\":1}," + Sample.order(Sample.ID, "open", "0.0"),
                "{}," + Sample.trade(Sample.ID, "t1", "0.1")));

    fixture.await(OrderChanged.class);
    fixture.await(OrderFilled.class);
  }

  private static OrderRequest immediate(Side side, String limit) {
    return Sample.request(
        Sample.ID,
        Sample.PERP,
        side,
        "0.25",
        limit,
        TimeInForce.IMMEDIATE_OR_CANCEL,
        Instant.now().plusSeconds(60));
  }
}
