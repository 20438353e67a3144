package io.arb.deribit;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.AccountSnapshot;
import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.ExchangeEvent.ExchangeStatusChanged;
import io.arb.core.model.ExchangeEvent.OrderChanged;
import io.arb.core.model.ExchangeEvent.OrderRejected;
import io.arb.core.model.ExchangeEvent.SnapshotFailed;
import io.arb.core.model.ExchangeEvent.SnapshotTaken;
import io.arb.core.model.Money;
import io.arb.core.model.OrderUpdate;
import io.arb.core.model.Quantity;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class AccountTest {
  private static final String POSITIONS = "private/get_positions";
  private static final String OPEN_ORDERS = "private/get_open_orders";

  private final VenueFixture fixture = new VenueFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void snapshotHasPositionsCashAndOpenOrders() throws InterruptedException {
    fixture.startLive().snapshot();

    AccountSnapshot snapshot = fixture.await(SnapshotTaken.class).snapshot();
    assertThat(snapshot.positions())
        .isEqualTo(Map.of(Sample.PERP, Quantity.of("-1.25"), Sample.CALL, Quantity.of("10")));
    assertThat(snapshot.cash()).isEqualTo(Money.of("9999.75"));
    assertThat(snapshot.openOrders())
        .extracting(OrderUpdate::id)
        .containsExactly(Optional.of(Sample.OTHER_ID));
  }

  @ParameterizedTest
  @CsvSource({"buy, 1.25, 1.25", "sell, 1.25, -1.25", "sell, -1.25, -1.25"})
  void signOfAPositionIsThatOfItsDirection(String direction, String size, String expected)
      throws InterruptedException {
    DeribitExchange exchange = fixture.startLive();
    fixture
        .venue()
        .result(
            POSITIONS,
            params ->
                ("[{\"instrument_name\":\"ETH_USDC-PERPETUAL\",\"direction\":\"%s\","
                        + "\"size\":%s}]")
                    .formatted(direction, size));

    exchange.snapshot();

    assertThat(fixture.await(SnapshotTaken.class).snapshot().positions())
        .containsEntry(Sample.PERP, Quantity.of(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ETH_USDC-31DEC26", "ETH-PERPETUAL", "odd"})
  void positionThatTheModelCannotExpressIsNoSnapshot(String name) throws InterruptedException {
    DeribitExchange exchange = fixture.startLive();
    fixture
        .venue()
        .result(
            POSITIONS,
            params -> "[{\"instrument_name\":\"" + name + "\",\"direction\":\"buy\",\"size\":1}]");

    exchange.snapshot();

    assertThat(fixture.await(SnapshotFailed.class).reason()).contains(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {POSITIONS, OPEN_ORDERS, "private/get_account_summary"})
  void errorIsNeverAnEmptyAccount(String method) throws InterruptedException {
    DeribitExchange exchange = fixture.startLive();
    fixture.venue().error(method, 11094, "internal_server_error");

    exchange.snapshot();

    fixture.await(SnapshotFailed.class);
    assertThat(fixture.all()).noneMatch(SnapshotTaken.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "[{}]", "[null]", "\"\""})
  void unreadablePositionsAreNoSnapshot(String positions) throws InterruptedException {
    DeribitExchange exchange = fixture.startLive();
    fixture.venue().result(POSITIONS, params -> positions);

    exchange.snapshot();

    fixture.await(SnapshotFailed.class);
  }

  @Test
  void accountIsReadAgainIfAnOrderMovedMeanwhile() throws InterruptedException {
    DeribitExchange exchange = fixture.startLive();
    fixture
        .venue()
        .on(
            OPEN_ORDERS,
            request -> {
              fixture.venue().result(OPEN_ORDERS, params -> "[]");
              fixture
                  .venue()
                  .publish(
                      "user.changes.any.any.raw",
                      Sample.changes(Sample.order(Sample.OTHER_ID, "filled", "0.25"), ""));
              request.result("[" + Sample.order(Sample.OTHER_ID, "open", "0.0") + "]");
            });

    exchange.snapshot();

    fixture.await(OrderChanged.class);
    assertThat(fixture.await(SnapshotTaken.class).snapshot().openOrders()).isEmpty();
  }

  @Test
  void maintenanceTakesTheSessionDownUntilItIsOver() throws InterruptedException {
    DeribitExchange exchange = fixture.startLive();

    fixture.venue().publish("platform_state", "{\"maintenance\":true}");
    fixture.awaitDown();
    exchange.place(Sample.request(Sample.ID));
    assertThat(fixture.await(OrderRejected.class).detail()).contains("not live");
    fixture.venue().publish("platform_state", "{\"maintenance\":false}");

    fixture.awaitLive();
    assertThat(fixture.venue().requests("public/auth")).hasSize(2);
  }

  @Test
  void repeatedNewsThatThereIsNoMaintenanceChangesNothing() throws InterruptedException {
    DeribitExchange exchange = fixture.startLive();

    fixture.venue().publish("platform_state", "{\"maintenance\":false}");
    exchange.snapshot();

    fixture.await(SnapshotTaken.class);
    assertThat(fixture.all())
        .noneMatch(
            event ->
                event instanceof ExchangeStatusChanged changed
                    && changed.status() == ConnectionStatus.DOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "platform_state|{\"price_index\":\"eth_usdc\",\"locked\":true,\"reasons\":[]}|eth_usdc",
        "user.lock|{\"currency\":\"ALL\",\"locked\":true}|account is locked",
        "user.lock|{\"currency\":\"USDC\",\"locked\":true}|account is locked"
      })
  void lockStopsOrders(String channel, String news, String reason) throws InterruptedException {
    DeribitExchange exchange = fixture.startLive();
    fixture.venue().publish(channel, news);
    fixture
        .venue()
        .publish(
            "user.changes.any.any.raw",
            Sample.changes(Sample.order(Sample.OTHER_ID, "open", "0.0"), ""));
    fixture.await(OrderChanged.class);

    exchange.place(Sample.request(Sample.ID));

    assertThat(fixture.await(OrderRejected.class).detail()).contains(reason);
    assertThat(fixture.venue().methods()).doesNotContain("private/buy");
  }

  @Test
  void lockOfAnotherIndexStopsNothing() throws InterruptedException {
    DeribitExchange exchange = fixture.startLive();
    fixture.venue().publish("platform_state", "{\"price_index\":\"btc_usd\",\"locked\":true}");

    exchange.place(Sample.request(Sample.ID));

    fixture.venue().awaitRequest("private/buy");
  }
}
