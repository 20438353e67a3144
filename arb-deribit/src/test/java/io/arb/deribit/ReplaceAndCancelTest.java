package io.arb.deribit;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.ExchangeEvent.CancelRefused;
import io.arb.core.model.ExchangeEvent.OrderChanged;
import io.arb.core.model.ExchangeEvent.OrderOutcomeUnknown;
import io.arb.core.model.ExchangeEvent.OrderRejected;
import io.arb.core.model.ExchangeEvent.ReplaceRefused;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.Quantity;
import io.arb.core.model.Rejection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class ReplaceAndCancelTest {
  private static final String BUY = "private/buy";
  private static final String CANCEL = "private/cancel";

  private final VenueFixture fixture = new VenueFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void replaceCancelsWhatIsThereAndThenPlaces() throws InterruptedException {
    DeribitExchange exchange = openOrder("0.0");
    fixture.venue().result(CANCEL, params -> Sample.order(Sample.ID, "cancelled", "0.0"));
    fixture
        .venue()
        .result(BUY, params -> Sample.placed(Sample.order(Sample.OTHER_ID, "open", "0.0")));

    exchange.replace(Sample.ID, Quantity.ZERO, Sample.request(Sample.OTHER_ID));

    assertThat(fixture.venue().awaitRequest(CANCEL).params().get("order_id").asText())
        .isEqualTo("USDC-" + Sample.ID.stamp());
    OrderChanged old = fixture.await(OrderChanged.class);
    OrderChanged fresh = fixture.await(OrderChanged.class);
    assertThat(old.update().status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(fresh.update().id()).contains(Sample.OTHER_ID);
    assertThat(fixture.venue().methods()).containsSubsequence(CANCEL, BUY);
  }

  @Test
  void orderThatHasTradedMoreThanExpectedIsLeftAlone() throws InterruptedException {
    DeribitExchange exchange = openOrder("0.1");

    exchange.replace(Sample.ID, Quantity.ZERO, Sample.request(Sample.OTHER_ID));

    ReplaceRefused refused = fixture.await(ReplaceRefused.class);
    assertThat(refused.target()).isEqualTo(Sample.ID);
    assertThat(refused.replacement()).isEqualTo(Sample.OTHER_ID);
    assertThat(fixture.venue().methods()).doesNotContain(CANCEL);
  }

  @Test
  void fillThatRacesTheCancelStopsTheReplacement() throws InterruptedException {
    DeribitExchange exchange = openOrder("0.0");
    fixture.venue().result(CANCEL, params -> Sample.order(Sample.ID, "cancelled", "0.1"));

    exchange.replace(Sample.ID, Quantity.ZERO, Sample.request(Sample.OTHER_ID));

    assertThat(fixture.await(OrderChanged.class).update().filled()).isEqualTo(Quantity.of("0.1"));
    OrderRejected rejected = fixture.await(OrderRejected.class);
    assertThat(rejected.id()).isEqualTo(Sample.OTHER_ID);
    assertThat(rejected.rejection()).isEqualTo(Rejection.NOT_SENT);
    assertThat(fixture.venue().requests(BUY)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {11044, 10004, 10010})
  void orderThatIsGoneIsNotReplaced(int code) throws InterruptedException {
    DeribitExchange exchange = openOrder("0.0");
    fixture.venue().error(CANCEL, code, "not_open_order");

    exchange.replace(Sample.ID, Quantity.ZERO, Sample.request(Sample.OTHER_ID));

    assertThat(fixture.await(ReplaceRefused.class).target()).isEqualTo(Sample.ID);
    assertThat(fixture.venue().requests(BUY)).hasSize(1);
  }

  @Test
  void unknownOrderIsNotReplaced() throws InterruptedException {
    fixture.startLive().replace(Sample.ID, Quantity.ZERO, Sample.request(Sample.OTHER_ID));

    assertThat(fixture.await(ReplaceRefused.class).replacement()).isEqualTo(Sample.OTHER_ID);
  }

  @Test
  void unansweredCancelLeavesTheOldOrderUnknownAndSendsNoNewOne() throws InterruptedException {
    fixture.with("request_timeout_ms", "300");
    DeribitExchange exchange = openOrder("0.0");
    fixture.venue().silent(CANCEL);

    exchange.replace(Sample.ID, Quantity.ZERO, Sample.request(Sample.OTHER_ID));

    assertThat(fixture.await(OrderOutcomeUnknown.class).id()).isEqualTo(Sample.ID);
    assertThat(fixture.await(OrderRejected.class).id()).isEqualTo(Sample.OTHER_ID);
    assertThat(fixture.venue().requests(BUY)).hasSize(1);
  }

  @Test
  void refusedReplacementIsReportedNextToTheCancelledOrder() throws InterruptedException {
    DeribitExchange exchange = openOrder("0.0");
    fixture.venue().result(CANCEL, params -> Sample.order(Sample.ID, "cancelled", "0.0"));
    fixture.venue().error(BUY, 11054, "post_only_reject");

    exchange.replace(Sample.ID, Quantity.ZERO, Sample.request(Sample.OTHER_ID));

    assertThat(fixture.await(OrderChanged.class).update().status())
        .isEqualTo(OrderStatus.CANCELLED);
    assertThat(fixture.await(OrderRejected.class).rejection()).isEqualTo(Rejection.WOULD_CROSS);
  }

  @Test
  void cancelOfAKnownOrderShowsItsEnd() throws InterruptedException {
    DeribitExchange exchange = openOrder("0.0");
    fixture.venue().result(CANCEL, params -> Sample.order(Sample.ID, "cancelled", "0.0"));

    exchange.cancel(Sample.ID, Sample.PERP);

    OrderChanged changed = fixture.await(OrderChanged.class);
    assertThat(changed.update().status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(changed.update().reason()).isEqualTo("user_request");
  }

  @Test
  void cancelOfAnOrderThatIsNotOpenIsRefused() throws InterruptedException {
    DeribitExchange exchange = openOrder("0.0");
    fixture.venue().error(CANCEL, 11044, "not_open_order");

    exchange.cancel(Sample.ID, Sample.PERP);

    assertThat(fixture.await(CancelRefused.class).id()).isEqualTo(Sample.ID);
  }

  @Test
  void orderWhoseVenueIdIsNotKnownIsCancelledByItsLabel() throws InterruptedException {
    fixture.startLive().cancel(Sample.ID, Sample.PERP);

    var params = fixture.venue().awaitRequest("private/cancel_by_label").params();
    assertThat(params.get("label").asText()).isEqualTo(Sample.ID.label());
    assertThat(params.get("currency").asText()).isEqualTo("USDC");
    assertThat(fixture.await(CancelRefused.class).id()).isEqualTo(Sample.ID);
  }

  @Test
  void cancelAllLeavesForeignOrdersAlone() throws InterruptedException {
    String foreign = Sample.order("by hand", "open", "0.0", "USDC-7").toString();
    fixture
        .venue()
        .result(
            "private/get_open_orders",
            params -> "[" + foreign + "," + Sample.order(Sample.ID, "open", "0.0") + "]");
    fixture.venue().result(CANCEL, params -> Sample.order(Sample.ID, "cancelled", "0.0"));
    fixture.startLive().cancelAll();

    assertThat(fixture.await(OrderChanged.class).update().id()).contains(Sample.ID);
    assertThat(fixture.venue().requests(CANCEL))
        .extracting(request -> request.params().get("order_id").asText())
        .containsExactly("USDC-" + Sample.ID.stamp());
  }

  @Test
  void cancelAllIsTriedAgainUntilTheOpenOrdersAreKnown() throws InterruptedException {
    DeribitExchange exchange = fixture.startLive();
    fixture
        .venue()
        .on(
            "private/get_open_orders",
            request -> {
              fixture
                  .venue()
                  .result(
                      "private/get_open_orders",
                      params -> "[" + Sample.order(Sample.ID, "open", "0.0") + "]");
              request.error(11094, "internal_server_error", "");
            });
    fixture.venue().result(CANCEL, params -> Sample.order(Sample.ID, "cancelled", "0.0"));

    exchange.cancelAll();

    fixture.venue().awaitRequest(CANCEL);
  }

  @Test
  void everythingCanBeCancelledInAnEmergency() throws Exception {
    fixture.venue().result("private/cancel_all", params -> "7");

    assertThat(fixture.startLive().cancelEverything().get().asInt()).isEqualTo(7);
  }

  private DeribitExchange openOrder(String filled) throws InterruptedException {
    fixture.venue().result(BUY, params -> Sample.placed(Sample.order(Sample.ID, "open", filled)));
    DeribitExchange exchange = fixture.startLive();
    exchange.place(Sample.request(Sample.ID));
    fixture.await(OrderChanged.class);
    return exchange;
  }
}
