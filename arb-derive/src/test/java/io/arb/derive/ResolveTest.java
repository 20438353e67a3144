package io.arb.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.ExchangeEvent.OrderResolved;
import io.arb.core.model.ExchangeEvent.ResolveFailed;
import io.arb.core.model.Fill;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.Quantity;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResolveTest {
  private static final Instant SENT_AT = Instant.ofEpochMilli(1791273600000L);
  private static final String BURN = "private/cancel_by_nonce";
  private static final String OPEN = "private/get_open_orders";
  private static final String HISTORY = "private/get_order_history";
  private static final String TRADES = "private/get_trade_history";

  private final VenueFixture fixture = new VenueFixture();

  @BeforeEach
  void knowNothing() {
    fixture.venue().result(BURN, params -> "{\"cancelled_orders\":0}");
    fixture.venue().result(OPEN, params -> "{\"subaccount_id\":30769,\"orders\":[]}");
    fixture.venue().result(HISTORY, params -> Sample.page("orders"));
    fixture.venue().result(TRADES, params -> Sample.page("trades"));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private void resolve() throws InterruptedException {
    fixture.startLive().resolve(Sample.ID, Sample.PERP, SENT_AT);
  }

  @Test
  void burnsTheNonceBeforeItReads() throws InterruptedException {
    resolve();
    fixture.await(OrderResolved.class);

    List<String> methods = fixture.venue().methods();
    assertThat(methods.subList(methods.indexOf(BURN), methods.size()))
        .containsExactly(BURN, OPEN, HISTORY, TRADES, OPEN, HISTORY, TRADES);
    assertThat(fixture.venue().requests(BURN).getFirst().params().get("nonce").asText())
        .isEqualTo("1791273600123456000");
  }

  @Test
  void orderThatIsNowhereTwiceDoesNotExist() throws InterruptedException {
    resolve();

    OrderResolved resolved = fixture.await(OrderResolved.class);
    assertThat(resolved.order()).isEmpty();
    assertThat(resolved.fills()).isEmpty();
  }

  @Test
  void orderThatAppearsAtTheSecondLookIsFound() throws InterruptedException {
    fixture
        .venue()
        .on(
            HISTORY,
            request -> {
              filledInHistory();
              request.result(Sample.page("orders"));
            });
    resolve();

    assertThat(fixture.await(OrderResolved.class).order()).isPresent();
  }

  private void filledInHistory() {
    fixture
        .venue()
        .result(
            HISTORY,
            params ->
                Sample.page(
                    "orders",
                    Sample.order(Sample.OTHER_ID, "filled", "0.25"),
                    Sample.order(Sample.ID, "filled", "0.25")));
    fixture
        .venue()
        .result(
            TRADES,
            params ->
                Sample.page(
                    "trades",
                    Sample.trade(Sample.ID, "t1", "0.1"),
                    Sample.trade(Sample.OTHER_ID, "t2", "0.25"),
                    Sample.trade(Sample.ID, "t3", "0.15"),
                    Sample.trade(Sample.ID, "t1", "0.1")));
  }

  @Test
  void filledOrderComesWithItsFillsOnce() throws InterruptedException {
    filledInHistory();
    resolve();

    OrderResolved resolved = fixture.await(OrderResolved.class);
    assertThat(resolved.order().orElseThrow().status()).isEqualTo(OrderStatus.FILLED);
    assertThat(resolved.fills())
        .extracting(Fill::quantity)
        .containsExactly(Quantity.of("0.1"), Quantity.of("0.15"));
  }

  @Test
  void historyIsAskedForFromBeforeTheSending() throws InterruptedException {
    filledInHistory();
    resolve();
    fixture.await(OrderResolved.class);

    assertThat(fixture.venue().requests(HISTORY).getFirst().params().get("from_timestamp").asLong())
        .isLessThan(SENT_AT.toEpochMilli());
    assertThat(fixture.venue().requests(TRADES).getFirst().params().get("instrument_name").asText())
        .isEqualTo("ETH-PERP");
  }

  @Test
  void everyPageIsRead() throws InterruptedException {
    fixture
        .venue()
        .result(
            HISTORY,
            params ->
                Sample.page(
                        "orders",
                        Sample.order(
                            params.get("page").asInt() == 2 ? Sample.ID : Sample.OTHER_ID,
                            "cancelled",
                            "0"))
                    .replace("\"num_pages\":1", "\"num_pages\":2"));
    resolve();

    OrderResolved resolved = fixture.await(OrderResolved.class);
    assertThat(resolved.order().orElseThrow().id()).contains(Sample.ID);
    assertThat(fixture.venue().requests(HISTORY)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {11003, 11004, 11005, 11016, 11017})
  void nonceThatWasUsedNeedsNoBurning(int code) throws InterruptedException {
    fixture.venue().error(BURN, code, "used");
    filledInHistory();
    resolve();

    assertThat(fixture.await(OrderResolved.class).order()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(ints = {-32603, 9000, 11006, 14031, 4711})
  void nonceThatMayStillLiveProvesNothing(int code) throws InterruptedException {
    fixture.venue().error(BURN, code, "?");
    resolve();

    assertThat(fixture.await(ResolveFailed.class).reason()).contains("burnt");
    assertThat(fixture.venue().methods()).doesNotContain(OPEN, HISTORY, TRADES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"ok\"", "{}", "null", "[]"})
  void unreadableAnswerToTheBurningProvesNothing(String result) throws InterruptedException {
    fixture.venue().result(BURN, params -> result);
    resolve();

    assertThat(fixture.await(ResolveFailed.class).id()).isEqualTo(Sample.ID);
  }

  @Test
  void orderThatIsStillOpenIsNotResolved() throws InterruptedException {
    fixture
        .venue()
        .result(
            OPEN,
            params ->
                "{\"subaccount_id\":30769,\"orders\":["
                    + Sample.order(Sample.ID, "open", "0")
                    + "]}");
    resolve();

    assertThat(fixture.await(ResolveFailed.class).reason()).contains("OPEN");
  }

  @Test
  void fillsThatDoNotAddUpAreNotResolved() throws InterruptedException {
    filledInHistory();
    fixture
        .venue()
        .result(TRADES, params -> Sample.page("trades", Sample.trade(Sample.ID, "t1", "0.1")));
    resolve();

    assertThat(fixture.await(ResolveFailed.class).reason()).contains("traded 0.1");
  }

  @Test
  void fillsWithoutAnOrderAreNotResolved() throws InterruptedException {
    fixture
        .venue()
        .result(TRADES, params -> Sample.page("trades", Sample.trade(Sample.ID, "t1", "0.1")));
    resolve();

    assertThat(fixture.await(ResolveFailed.class).reason()).contains("traded 0.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {OPEN, HISTORY, TRADES})
  void anyReadingThatFailsProvesNothing(String method) throws InterruptedException {
    fixture.venue().error(method, -32603, "Internal error");
    resolve();

    assertThat(fixture.await(ResolveFailed.class).reason()).contains(method);
  }

  @ParameterizedTest
  @ValueSource(strings = {OPEN, HISTORY, TRADES})
  void anyReadingThatIsEmptyProvesNothing(String method) throws InterruptedException {
    fixture.venue().result(method, params -> "{}");
    resolve();

    assertThat(fixture.await(ResolveFailed.class).id()).isEqualTo(Sample.ID);
  }

  @ParameterizedTest
  @ValueSource(strings = {BURN, OPEN, HISTORY, TRADES})
  void lostConnectionProvesNothing(String method) throws InterruptedException {
    fixture.venue().on(method, request -> request.connection().kill());
    resolve();

    assertThat(fixture.await(ResolveFailed.class).reason()).contains("connection lost");
  }

  @Test
  void resolvingWithoutConnectionFails() throws InterruptedException {
    fixture.start().resolve(Sample.ID, Sample.PERP, SENT_AT);

    assertThat(fixture.await(ResolveFailed.class).id()).isEqualTo(Sample.ID);
  }

  @Test
  void oneSearchAnswersTwoCallers() throws InterruptedException {
    DeriveExchange exchange = fixture.startLive();
    exchange.resolve(Sample.ID, Sample.PERP, SENT_AT);
    exchange.resolve(Sample.ID, Sample.PERP, SENT_AT);
    fixture.await(OrderResolved.class);

    assertThat(fixture.venue().requests(BURN)).hasSize(1);
  }
}
