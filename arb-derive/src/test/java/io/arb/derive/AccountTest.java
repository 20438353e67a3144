package io.arb.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.AccountSnapshot;
import io.arb.core.model.ExchangeEvent.OrderChanged;
import io.arb.core.model.ExchangeEvent.OrderFilled;
import io.arb.core.model.ExchangeEvent.SnapshotFailed;
import io.arb.core.model.ExchangeEvent.SnapshotTaken;
import io.arb.core.model.Money;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.Quantity;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {
  private static final String METHOD = "private/get_subaccount";

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
        .singleElement()
        .satisfies(order -> assertThat(order.id()).contains(Sample.OTHER_ID));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "[]",
        "{}",
        "{\"subaccount_id\":30769}",
        "{\"subaccount_id\":30769,\"positions\":[],\"collaterals\":[],\"open_orders\":[]}",
        "{\"subaccount_id\":30769,\"positions\":null,\"collaterals\":[],\"open_orders\":[]}"
      })
  void emptyAnswerIsNotAnEmptyAccount(String result) throws InterruptedException {
    DeriveExchange exchange = fixture.startLive();
    fixture.venue().result(METHOD, params -> result);
    exchange.snapshot();

    fixture.await(SnapshotFailed.class);
    assertThat(fixture.all()).noneMatch(SnapshotTaken.class::isInstance);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"failed_to_fetch\":false | \"failed_to_fetch\":true",
        "\"subaccount_id\":30769,\"label\" | \"subaccount_id\":1,\"label\"",
        "\"amount\":\"-1.25\" | \"amount\":\"NaN\"",
        "\"amount\":\"-1.25\" | \"amount\":null",
        "\"instrument_name\":\"ETH-PERP\",\"amount\" | \"instrument_name\":\"ETH-MOON\",\"amount\"",
        "\"order_status\":\"open\" | \"order_status\":\"pondering\""
      })
  void accountThatCannotBeTrustedFails(String from, String to) throws InterruptedException {
    DeriveExchange exchange = fixture.startLive();
    fixture.venue().result(METHOD, params -> Sample.account(Sample.SUBACCOUNT).replace(from, to));
    exchange.snapshot();

    fixture.await(SnapshotFailed.class);
    assertThat(fixture.all()).noneMatch(SnapshotTaken.class::isInstance);
  }

  @Test
  void unansweredSnapshotFails() throws InterruptedException {
    DeriveExchange exchange = fixture.with("request_timeout_ms", "200").startLive();
    fixture.venue().silent(METHOD);
    exchange.snapshot();

    assertThat(fixture.await(SnapshotFailed.class).reason()).contains("no answer");
  }

  @Test
  void snapshotWithoutConnectionFails() throws InterruptedException {
    fixture.start().snapshot();

    assertThat(fixture.await(SnapshotFailed.class).reason()).isNotEmpty();
  }

  @Test
  void ordersOfTheChannelAreReportedOneByOne() throws InterruptedException {
    fixture.startLive();
    fixture
        .venue()
        .publish(
            "30769.orders",
            "["
                + Sample.order(Sample.ID, "filled", "0.25")
                + ",{\"order_id\":\"broken\"},"
                + Sample.order("by hand", "open", "0", "foreign")
                + "]");

    OrderChanged first = fixture.await(OrderChanged.class);
    OrderChanged second = fixture.await(OrderChanged.class);
    assertThat(first.update().id()).contains(Sample.ID);
    assertThat(first.update().status()).isEqualTo(OrderStatus.FILLED);
    assertThat(second.update().id()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "open, OPEN",
    "untriggered, OPEN",
    "algo_active, OPEN",
    "filled, FILLED",
    "cancelled, CANCELLED",
    "rejected, CANCELLED",
    "expired, EXPIRED"
  })
  void everyStatusHasItsMeaning(String status, OrderStatus expected) throws InterruptedException {
    fixture.startLive();
    fixture.venue().publish("30769.orders", "[" + Sample.order(Sample.ID, status, "0") + "]");

    assertThat(fixture.await(OrderChanged.class).update().status()).isEqualTo(expected);
  }

  @Test
  void tradesOfTheChannelAreReportedWithTheSameIdEachTime() throws InterruptedException {
    fixture.startLive();
    String trade = Sample.trade(Sample.ID, "t1", "0.1");
    fixture.venue().publish("30769.trades", "[" + trade + "]");
    fixture.venue().publish("30769.trades", "[" + trade + "]");

    assertThat(fixture.await(OrderFilled.class)).isEqualTo(fixture.await(OrderFilled.class));
  }

  @Test
  void bothSidesOfOneTradeAreTwoFills() throws InterruptedException {
    fixture.startLive();
    String taker = Sample.trade(Sample.ID, "t1", "0.1");
    fixture
        .venue()
        .publish("30769.trades", "[" + taker + "," + taker.replace("taker", "maker") + "]");

    assertThat(fixture.await(OrderFilled.class).fill().id())
        .isNotEqualTo(fixture.await(OrderFilled.class).fill().id());
  }

  @Test
  void tradeByHandHasNoOrderOfOurs() throws InterruptedException {
    fixture.startLive();
    fixture.venue().publish("30769.trades", "[" + Sample.trade("by hand", "t1", "0.1") + "]");

    assertThat(fixture.await(OrderFilled.class).fill().order()).isEmpty();
  }

  @Test
  void liquidationMakesUsLookAgain() throws InterruptedException {
    fixture.startLive();
    fixture
        .venue()
        .publish(
            "30769.balances",
            """
            [{"name":"USDC","previous_balance":"1","new_balance":"2","update_type":"trade"},
             {"name":"ETH-PERP","previous_balance":"-1.5","new_balance":"0",
              "update_type":"liquidation"},
             {"name":"Q-ETH-PERP","previous_balance":"2988.7","new_balance":"0",
              "update_type":"liquidation"}]
            """);

    assertThat(fixture.await(SnapshotTaken.class).snapshot().positions()).isNotEmpty();
  }

  @Test
  void newsOfUnknownChannelsIsPassedOver() throws InterruptedException {
    fixture.startLive();
    fixture.venue().publish("30769.quotes", "[{}]");
    fixture.venue().publish("30769.balances", "[{\"odd\":1}]");
    fixture.venue().publish("30769.orders", "{}");
    fixture.venue().publish("30769.orders", "[" + Sample.order(Sample.ID, "open", "0") + "]");

    assertThat(fixture.await(OrderChanged.class).update().id()).contains(Sample.ID);
  }
}
