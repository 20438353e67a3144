package io.arb.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.model.ClientOrderId;
import io.arb.core.model.ExchangeEvent.CancelRefused;
import io.arb.core.model.ExchangeEvent.OrderChanged;
import io.arb.core.model.ExchangeEvent.OrderFilled;
import io.arb.core.model.ExchangeEvent.OrderOutcomeUnknown;
import io.arb.core.model.ExchangeEvent.OrderRejected;
import io.arb.core.model.ExchangeEvent.ReplaceRefused;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.Quantity;
import io.arb.core.model.Rejection;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplaceAndCancelTest {
  private static final String REPLACE = "private/replace";
  private static final ClientOrderId OLD = Sample.ID;
  private static final ClientOrderId NEW = Sample.OTHER_ID;

  private final VenueFixture fixture = new VenueFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  private DeriveExchange replace() throws InterruptedException {
    DeriveExchange exchange = fixture.startLive();
    exchange.replace(OLD, Quantity.of("0.1"), Sample.request(NEW));
    return exchange;
  }

  @Test
  void namesTheOldOrderByItsNonceAndWhatItFilled() throws InterruptedException {
    replace();

    JsonNode params = fixture.venue().awaitRequest(REPLACE).params();
    assertThat(params.get("nonce_to_cancel").asText()).isEqualTo("1791273600123456000");
    assertThat(params.get("nonce_to_cancel").isTextual()).isTrue();
    assertThat(params.get("nonce").asText()).isEqualTo("1791273600123457000");
    assertThat(params.get("expected_filled_amount").asText()).isEqualTo("0.1");
    assertThat(params.get("label").asText()).isEqualTo(NEW.label());
    assertThat(params.has("order_id_to_cancel")).isFalse();
  }

  @Test
  void v2NamesTheOldOrderByANumber() throws InterruptedException {
    fixture.with("profile", "v2");
    replace();

    assertThat(fixture.venue().awaitRequest(REPLACE).params().get("nonce_to_cancel").asLong())
        .isEqualTo(1_791_273_600_123_456L);
  }

  @Test
  void bothOrdersAreReported() throws InterruptedException {
    fixture
        .venue()
        .result(
            REPLACE,
            params ->
                "{\"cancelled_order\":"
                    + Sample.order(OLD, "cancelled", "0.1")
                    + ",\"order\":"
                    + Sample.order(NEW, "open", "0.05")
                    + ",\"trades\":["
                    + Sample.trade(NEW, "t1", "0.05")
                    + "],\"create_order_error\":null}");
    replace();

    assertThat(fixture.await(OrderFilled.class).fill().order()).contains(NEW);
    assertThat(fixture.await(OrderChanged.class).update().status())
        .isEqualTo(OrderStatus.CANCELLED);
    assertThat(fixture.all())
        .filteredOn(OrderChanged.class::isInstance)
        .extracting(event -> ((OrderChanged) event).update().id().orElseThrow())
        .containsExactlyInAnyOrder(OLD, NEW);
  }

  @Test
  void oldOrderIsCancelledThoughTheNewOneWasRefused() throws InterruptedException {
    notCreated(11008);
    replace();

    OrderChanged changed = fixture.await(OrderChanged.class);
    assertThat(changed.update().id()).contains(OLD);
    assertThat(changed.update().status()).isEqualTo(OrderStatus.CANCELLED);
    OrderRejected rejected = fixture.await(OrderRejected.class);
    assertThat(rejected.id()).isEqualTo(NEW);
    assertThat(rejected.rejection()).isEqualTo(Rejection.WOULD_CROSS);
  }

  @Test
  void newOrderIsUnknownIfItsRefusalProvesNothing() throws InterruptedException {
    notCreated(9000);
    replace();

    assertThat(fixture.await(OrderChanged.class).update().id()).contains(OLD);
    assertThat(fixture.await(OrderOutcomeUnknown.class).id()).isEqualTo(NEW);
  }

  private void notCreated(int code) {
    fixture
        .venue()
        .result(
            REPLACE,
            params ->
                "{\"cancelled_order\":"
                    + Sample.order(OLD, "cancelled", "0.1")
                    + ",\"order\":null,\"trades\":null,\"create_order_error\":{\"code\":"
                    + code
                    + ",\"message\":\"refused\",\"data\":null}}");
  }

  @ParameterizedTest
  @CsvSource({
    "11028, OTHER",
    "11003, OTHER",
    "11004, OTHER",
    "11006, OTHER",
    "11016, OTHER",
    "11012, INVALID_QUANTITY",
    "-32000, RATE_LIMITED",
    "11000, INSUFFICIENT_MARGIN"
  })
  void errorMeansThatNothingWasDone(int code, Rejection rejection) throws InterruptedException {
    fixture.venue().error(REPLACE, code, "no");
    replace();

    ReplaceRefused refused = fixture.await(ReplaceRefused.class);
    assertThat(refused.target()).isEqualTo(OLD);
    assertThat(refused.replacement()).isEqualTo(NEW);
    assertThat(refused.rejection()).isEqualTo(rejection);
  }

  @ParameterizedTest
  @ValueSource(ints = {-32603, 9000, 9001, 777})
  void errorThatProvesNothingLeavesBothUnknown(int code) throws InterruptedException {
    fixture.venue().error(REPLACE, code, "?");
    replace();

    assertThat(fixture.await(OrderOutcomeUnknown.class).id()).isEqualTo(OLD);
    assertThat(fixture.await(OrderOutcomeUnknown.class).id()).isEqualTo(NEW);
  }

  @Test
  void unansweredReplaceLeavesBothUnknown() throws InterruptedException {
    fixture.venue().silent(REPLACE);
    fixture.with("request_timeout_ms", "100");
    replace();

    assertThat(fixture.await(OrderOutcomeUnknown.class).id()).isEqualTo(OLD);
    assertThat(fixture.await(OrderOutcomeUnknown.class).id()).isEqualTo(NEW);
    assertThat(fixture.venue().requests(REPLACE)).hasSize(1);
  }

  @Test
  void unreadableReplaceLeavesBothUnknown() throws InterruptedException {
    fixture.venue().result(REPLACE, params -> "{\"order\":null}");
    replace();

    assertThat(fixture.await(OrderOutcomeUnknown.class).id()).isEqualTo(OLD);
    assertThat(fixture.await(OrderOutcomeUnknown.class).id()).isEqualTo(NEW);
  }

  @Test
  void replaceWithoutConnectionIsRefused() throws InterruptedException {
    fixture.start().replace(OLD, Quantity.ZERO, Sample.request(NEW));

    assertThat(fixture.await(ReplaceRefused.class).rejection()).isEqualTo(Rejection.NOT_SENT);
  }

  @Test
  void openOrderIsCancelledByTheVenuesId() throws InterruptedException {
    fixture.venue().result("private/cancel", params -> Sample.order(OLD, "cancelled", "0.1"));
    DeriveExchange exchange = fixture.startLive();
    fixture.venue().publish("30769.orders", "[" + Sample.order(OLD, "open", "0.1") + "]");
    fixture.await(OrderChanged.class);
    exchange.cancel(OLD, Sample.PERP);

    JsonNode params = fixture.venue().awaitRequest("private/cancel").params();
    assertThat(params.get("order_id").asText()).isEqualTo("venue-" + OLD.stamp());
    assertThat(params.get("instrument_name").asText()).isEqualTo("ETH-PERP");
    OrderChanged changed = fixture.await(OrderChanged.class);
    assertThat(changed.update().status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(changed.update().filled()).isEqualTo(Quantity.of("0.1"));
  }

  @Test
  void orderThatWasNotHeardOfIsCancelledByItsNonce() throws InterruptedException {
    fixture.venue().result("private/cancel_by_nonce", params -> "{\"cancelled_orders\":0}");
    fixture.startLive().cancel(OLD, Sample.CALL);

    JsonNode params = fixture.venue().awaitRequest("private/cancel_by_nonce").params();
    assertThat(params.get("nonce").asText()).isEqualTo("1791273600123456000");
    assertThat(params.get("instrument_name").asText()).isEqualTo("ETH-20261127-2500-C");
    assertThat(params.has("wallet")).isFalse();
    assertThat(fixture.await(CancelRefused.class).id()).isEqualTo(OLD);
  }

  @Test
  void v2CancelByNonceNamesTheWallet() throws InterruptedException {
    fixture.venue().result("private/cancel_by_nonce", params -> "{\"cancelled_orders\":0}");
    fixture.with("profile", "v2").startLive().cancel(OLD, Sample.PERP);

    assertThat(
            fixture.venue().awaitRequest("private/cancel_by_nonce").params().get("wallet").asText())
        .isEqualTo(Sample.WALLET.checksummed());
  }

  @ParameterizedTest
  @ValueSource(ints = {11003, 11004, 11005, 11006, 11016})
  void cancelOfAnOrderThatIsGoneIsRefused(int code) throws InterruptedException {
    fixture.venue().error("private/cancel_by_nonce", code, "Does not exist");
    fixture.startLive().cancel(OLD, Sample.PERP);

    assertThat(fixture.await(CancelRefused.class).detail()).contains(Integer.toString(code));
  }

  @Test
  void cancelIsTriedAgainAfterTheRateLimit() throws InterruptedException {
    fixture
        .venue()
        .on(
            "private/cancel_by_nonce",
            request -> {
              fixture
                  .venue()
                  .result("private/cancel_by_nonce", params -> "{\"cancelled_orders\":0}");
              request.error(-32000, "Rate limit exceeded", "Retry after 50 ms");
            });
    fixture.startLive().cancel(OLD, Sample.PERP);

    assertThat(fixture.await(CancelRefused.class).id()).isEqualTo(OLD);
    assertThat(fixture.venue().requests("private/cancel_by_nonce")).hasSize(2);
  }

  @Test
  void cancellingAllLeavesForeignOrdersAlone() throws InterruptedException {
    fixture
        .venue()
        .result(
            "private/get_open_orders",
            params ->
                "{\"subaccount_id\":30769,\"orders\":["
                    + Sample.order(OLD, "open", "0")
                    + ","
                    + Sample.order("by hand", "open", "0", "foreign")
                    + ","
                    + Sample.order(NEW, "open", "0")
                    + "]}");
    fixture.venue().result("private/cancel", params -> Sample.order(OLD, "cancelled", "0"));
    fixture.startLive().cancelAll();
    fixture.await(OrderChanged.class);
    fixture.await(OrderChanged.class);

    assertThat(fixture.venue().requests("private/cancel"))
        .extracting(request -> request.params().get("order_id").asText())
        .containsExactlyInAnyOrder("venue-" + OLD.stamp(), "venue-" + NEW.stamp());
  }

  @Test
  void cancellingAllAsksAgainIfTheListCannotBeRead() throws InterruptedException {
    fixture.venue().error("private/get_open_orders", -32603, "Internal error");
    fixture.startLive().cancelAll();
    fixture.venue().awaitRequest("private/get_open_orders");

    assertThat(fixture.venue().awaitRequest("private/get_open_orders").method())
        .isEqualTo("private/get_open_orders");
  }

  @Test
  void cancelsByLabelByInstrumentAndAll() throws Exception {
    fixture.venue().result("private/cancel_by_label", params -> "{\"cancelled_orders\":-1}");
    fixture.venue().result("private/cancel_by_instrument", params -> "{\"cancelled_orders\":2}");
    fixture.venue().result("private/cancel_all", params -> "\"ok\"");
    DeriveExchange exchange = fixture.startLive();

    JsonNode byLabel = exchange.cancelByLabel("a").get(10, TimeUnit.SECONDS);
    JsonNode byInstrument = exchange.cancelByInstrument(Sample.PERP).get(10, TimeUnit.SECONDS);
    JsonNode all = exchange.cancelEverything().get(10, TimeUnit.SECONDS);

    assertThat(byLabel.get("cancelled_orders").asInt()).isEqualTo(-1);
    assertThat(byInstrument.get("cancelled_orders").asInt()).isEqualTo(2);
    assertThat(all.asText()).isEqualTo("ok");
  }

  @Test
  void failedCancelOfManyIsToldToTheCaller() throws InterruptedException {
    fixture.venue().error("private/cancel_all", 14031, "Unauthorized key scope");
    DeriveExchange exchange = fixture.startLive();

    assertThatThrownBy(() -> exchange.cancelEverything().get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(IOException.class)
        .hasMessageContaining("14031");
  }
}
