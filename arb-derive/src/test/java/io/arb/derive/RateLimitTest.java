package io.arb.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.ClientOrderId;
import io.arb.core.model.ExchangeEvent.CancelRefused;
import io.arb.core.model.ExchangeEvent.OrderRejected;
import io.arb.core.model.ExchangeEvent.SnapshotTaken;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.Rejection;
import io.arb.core.model.TimeInForce;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private final VenueFixture fixture = new VenueFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void orderRefusedByTheRateLimitIsRejectedAndNotSentAgain() throws InterruptedException {
    fixture
        .venue()
        .on(
            "private/order",
            request -> request.error(-32000, "Rate limit exceeded", "Retry after 10 ms"));
    fixture.startLive().place(Sample.request(Sample.ID));

    assertThat(fixture.await(OrderRejected.class).rejection()).isEqualTo(Rejection.RATE_LIMITED);
    assertThat(fixture.venue().requests("private/order")).hasSize(1);
  }

  @Test
  void nextOrderWaitsAsLongAsTheVenueSaid() throws InterruptedException {
    fixture
        .venue()
        .on(
            "private/order",
            request -> request.error(-32000, "Rate limit exceeded", "Retry after 400 ms"));
    DeriveExchange exchange = fixture.startLive();
    exchange.place(Sample.request(Sample.ID));
    fixture.await(OrderRejected.class);
    exchange.place(Sample.request(Sample.OTHER_ID));
    long first = fixture.venue().awaitRequest("private/order").receivedNanos();
    long second = fixture.venue().awaitRequest("private/order").receivedNanos();

    assertThat(TimeUnit.NANOSECONDS.toMillis(second - first)).isGreaterThanOrEqualTo(395);
  }

  @Test
  void ordersBeyondOurLimitAreRejectedWithoutBeingSent() throws InterruptedException {
    fixture.venue().silent("private/order");
    DeriveExchange exchange = fixture.with("matching_per_second", "0.4").startLive();
    exchange.place(Sample.request(id(1)));
    exchange.place(Sample.request(id(2)));

    OrderRejected rejected = fixture.await(OrderRejected.class);
    assertThat(rejected.rejection()).isEqualTo(Rejection.RATE_LIMITED);
    assertThat(rejected.id()).isEqualTo(id(2));
    assertThat(fixture.venue().requests("private/order")).hasSize(1);
  }

  @Test
  void lastPermitIsKeptForACancel() throws InterruptedException {
    fixture.venue().silent("private/order");
    fixture.venue().result("private/cancel_by_nonce", params -> "{\"cancelled_orders\":0}");
    DeriveExchange exchange = fixture.with("matching_per_second", "0.4").startLive();
    exchange.place(Sample.request(id(1)));
    exchange.place(Sample.request(id(2)));
    exchange.cancel(id(3), Sample.PERP);

    assertThat(fixture.await(CancelRefused.class).id()).isEqualTo(id(3));
    assertThat(fixture.all()).noneMatch(OrderRejected.class::isInstance);
  }

  @Test
  void whatWaitsForItsInstrumentDoesNotHoldUpOthers() throws InterruptedException {
    fixture.venue().silent("private/order");
    fixture.venue().result("public/get_ticker", params -> Sample.ticker("2500", "84.6"));
    DeriveExchange exchange =
        fixture.with("instrument_per_second", "0.1").with("instrument_burst", "2").startLive();
    exchange.place(Sample.request(id(1)));
    exchange.place(Sample.request(id(2)));
    exchange.place(option(id(3)));

    OrderRejected rejected = fixture.await(OrderRejected.class);

    assertThat(rejected.rejection()).isEqualTo(Rejection.RATE_LIMITED);
    assertThat(rejected.id()).isEqualTo(id(2));
    assertThat(fixture.venue().requests("private/order"))
        .extracting(request -> request.params().path("label").asText())
        .containsExactly(id(1).label(), id(3).label());
  }

  @Test
  void lastPermitOfAnInstrumentIsKeptForACancel() throws InterruptedException {
    fixture.venue().silent("private/order");
    fixture.venue().result("private/cancel_by_nonce", params -> "{\"cancelled_orders\":0}");
    DeriveExchange exchange =
        fixture.with("instrument_per_second", "0.1").with("instrument_burst", "2").startLive();
    exchange.place(Sample.request(id(1)));
    exchange.place(Sample.request(id(2)));
    exchange.cancel(id(3), Sample.PERP);

    assertThat(fixture.await(CancelRefused.class).id()).isEqualTo(id(3));
    assertThat(fixture.all()).noneMatch(OrderRejected.class::isInstance);
  }

  @Test
  void questionIsAskedAgainAfterTheRateLimit() throws InterruptedException {
    DeriveExchange exchange = fixture.startLive();
    fixture
        .venue()
        .on(
            "private/get_subaccount",
            request -> {
              fixture
                  .venue()
                  .result("private/get_subaccount", params -> Sample.account(Sample.SUBACCOUNT));
              request.error(-32000, "Rate limit exceeded", "Retry after 20 ms");
            });
    exchange.snapshot();

    assertThat(fixture.await(SnapshotTaken.class).snapshot().positions()).isNotEmpty();
  }

  @Test
  void rateLimitDuringTheLoginOnlyDelaysIt() throws InterruptedException {
    fixture
        .venue()
        .on(
            "subscribe",
            request -> {
              fixture.venue().result("subscribe", ScriptedVenue::subscribed);
              request.error(-32000, "Rate limit exceeded", "Retry after 20 ms");
            });
    fixture.startLive();

    assertThat(fixture.venue().requests("public/login")).hasSize(1);
  }

  private static OrderRequest option(ClientOrderId id) {
    Instant latest = Instant.now().plusSeconds(60);
    return Sample.request(id, Sample.CALL, "50", TimeInForce.POST_ONLY, latest);
  }

  private static ClientOrderId id(int number) {
    return new ClientOrderId(Sample.ID.stamp() + number * 1000L);
  }
}
