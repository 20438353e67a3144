package io.arb.deribit;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.ExchangeEvent.OrderOutcomeUnknown;
import io.arb.core.model.ExchangeEvent.OrderResolved;
import io.arb.core.model.ExchangeEvent.ResolveFailed;
import io.arb.core.model.Fill;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.Quantity;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class ResolveTest {
  private static final String STATE = "private/get_order_state_by_label";
  private static final String BY_ORDER = "private/get_user_trades_by_order";
  private static final String BY_TIME = "private/get_user_trades_by_instrument";
  private static final String CANCEL = "private/cancel_by_label";

  private final VenueFixture fixture = new VenueFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void whatRestsIsCancelledBeforeAnythingIsRead() throws InterruptedException {
    found("cancelled", "0.0");
    fixture.startLive().resolve(Sample.ID, Sample.PERP, Instant.now());

    fixture.await(OrderResolved.class);
    assertThat(fixture.venue().methods()).containsSubsequence(CANCEL, STATE, BY_ORDER, BY_TIME);
  }

  @Test
  void orderIsFoundWithItsFillsEachOnce() throws InterruptedException {
    String trade = Sample.trade(Sample.ID, "t1", "0.1");
    found("cancelled", "0.1");
    fixture.venue().result(BY_ORDER, params -> "[" + trade + "]");
    fixture.venue().result(BY_TIME, params -> Sample.trades(trade));
    fixture.startLive().resolve(Sample.ID, Sample.PERP, Instant.now());

    OrderResolved resolved = fixture.await(OrderResolved.class);
    assertThat(resolved.order().orElseThrow().status()).isEqualTo(OrderStatus.CANCELLED);
    assertThat(resolved.fills()).extracting(Fill::quantity).containsExactly(Quantity.of("0.1"));
  }

  @Test
  void missingFillIsWaitedFor() throws InterruptedException {
    found("filled", "0.25");
    fixture
        .venue()
        .on(
            BY_TIME,
            request -> {
              fixture
                  .venue()
                  .result(BY_TIME, params -> Sample.trades(Sample.trade(Sample.ID, "t", "0.25")));
              request.result(Sample.trades());
            });
    fixture.startLive().resolve(Sample.ID, Sample.PERP, Instant.now());

    assertThat(fixture.await(OrderResolved.class).fills()).hasSize(1);
  }

  @Test
  void orderThatIsFoundNowhereIsAbsentOnlyAfterItsFrameIsVoid() throws InterruptedException {
    fixture.venue().silent("private/buy");
    fixture.with("order_valid_ms", "600").with("request_timeout_ms", "200");
    DeribitExchange exchange = fixture.startLive();
    exchange.place(Sample.request(Sample.ID));
    ScriptedVenue.Request order = fixture.venue().awaitRequest("private/buy");
    fixture.await(OrderOutcomeUnknown.class);

    exchange.resolve(Sample.ID, Sample.PERP, Instant.now());
    OrderResolved resolved = fixture.await(OrderResolved.class);

    assertThat(resolved.order()).isEmpty();
    assertThat(resolved.fills()).isEmpty();
    Instant validUntil = Instant.ofEpochMilli(order.params().get("valid_until").asLong());
    assertThat(Instant.now()).isAfter(validUntil.plusSeconds(1));
    assertThat(fixture.venue().requests(STATE)).hasSizeGreaterThanOrEqualTo(3);
    assertThat(fixture.venue().requests("private/buy")).hasSize(1);
  }

  @Test
  void orderOfAnEarlierProcessIsGivenItsWholeLife() throws InterruptedException {
    DeribitExchange exchange = fixture.startLive();
    Instant sentAt = Instant.now();

    exchange.resolve(Sample.ID, Sample.PERP, sentAt);

    assertThat(fixture.await(OrderResolved.class).order()).isEmpty();
    assertThat(Duration.between(sentAt, Instant.now())).isGreaterThan(Duration.ofMillis(2_200));
  }

  @Test
  void orderThatArrivesWhileItIsSearchedForIsFound() throws InterruptedException {
    fixture
        .venue()
        .on(
            STATE,
            request -> {
              found("cancelled", "0.0");
              request.result("[]");
            });
    fixture.startLive().resolve(Sample.ID, Sample.PERP, Instant.now());

    assertThat(fixture.await(OrderResolved.class).order()).isPresent();
    assertThat(fixture.venue().requests(CANCEL)).hasSize(2);
  }

  @Test
  void tradesWithoutAnOrderProveNothing() throws InterruptedException {
    fixture.venue().result(BY_TIME, params -> Sample.trades(Sample.trade(Sample.ID, "t", "0.25")));
    fixture.startLive().resolve(Sample.ID, Sample.PERP, Instant.now());

    assertThat(fixture.await(ResolveFailed.class).reason()).contains("does not fit");
  }

  @Test
  void twoOrdersUnderOneLabelProveNothing() throws InterruptedException {
    String order = Sample.order(Sample.ID, "cancelled", "0.0");
    fixture.venue().result(STATE, params -> "[" + order + "," + order + "]");
    fixture.startLive().resolve(Sample.ID, Sample.PERP, Instant.now());

    assertThat(fixture.await(ResolveFailed.class).reason()).contains("2 orders");
  }

  @Test
  void tradesOfOtherLabelsAreNotOurs() throws InterruptedException {
    found("cancelled", "0.0");
    fixture
        .venue()
        .result(BY_TIME, params -> Sample.trades(Sample.trade(Sample.OTHER_ID, "t", "0.25")));
    fixture.startLive().resolve(Sample.ID, Sample.PERP, Instant.now());

    assertThat(fixture.await(OrderResolved.class).fills()).isEmpty();
  }

  @Test
  void longHistoriesAreReadToTheirEnd() throws InterruptedException {
    found("filled", "0.25");
    String other = Sample.trade(Sample.OTHER_ID, "t1", "0.25");
    String ours = Sample.trade(Sample.ID, "t2", "0.25");
    fixture
        .venue()
        .result(
            BY_TIME,
            params ->
                params.get("start_timestamp").asLong() == 1791273600290L
                    ? Sample.trades(ours)
                    : "{\"trades\":[" + other + "],\"has_more\":true}");
    fixture
        .startLive()
        .resolve(Sample.ID, Sample.PERP, Instant.ofEpochMilli(1791273600000L).minusSeconds(1));

    assertThat(fixture.await(OrderResolved.class).fills()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {CANCEL, STATE, BY_TIME})
  void failedQuestionProvesNothing(String method) throws InterruptedException {
    fixture.venue().error(method, 11094, "internal_server_error");
    fixture.startLive().resolve(Sample.ID, Sample.PERP, Instant.now());

    assertThat(fixture.await(ResolveFailed.class).id()).isEqualTo(Sample.ID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "[{}]", "7"})
  void unreadableAnswerProvesNothing(String answer) throws InterruptedException {
    fixture.venue().result(STATE, params -> answer);
    fixture.startLive().resolve(Sample.ID, Sample.PERP, Instant.now());

    assertThat(fixture.await(ResolveFailed.class).id()).isEqualTo(Sample.ID);
  }

  private void found(String state, String filled) {
    fixture.venue().result(STATE, params -> "[" + Sample.order(Sample.ID, state, filled) + "]");
  }
}
