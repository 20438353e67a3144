package io.arb.deribit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.ExchangeEvent.ExchangeStatusChanged;
import io.arb.core.model.ExchangeEvent.InstrumentsListed;
import io.arb.core.model.ExchangeEvent.OrderRejected;
import io.arb.core.model.ExchangeEvent.ResolveFailed;
import io.arb.core.model.ExchangeEvent.SnapshotFailed;
import io.arb.core.model.Rejection;
import io.arb.deribit.session.LoginSignature;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class LoginTest {
  private static final String AUTH = "public/auth";

  private final VenueFixture fixture = new VenueFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void stepsComeInTheirOrder() throws InterruptedException {
    fixture.startLive();

    assertThat(fixture.venue().methods())
        .startsWith(
            "public/hello",
            "public/set_heartbeat",
            "public/get_time",
            "public/auth",
            "private/enable_cancel_on_disconnect",
            "private/get_cancel_on_disconnect",
            "public/status",
            "private/subscribe",
            "private/get_account_summary",
            "private/get_positions",
            "private/get_open_orders");
  }

  @Test
  void loginIsSignedAndTheSecretStaysHere() throws InterruptedException {
    fixture.startLive();

    ScriptedVenue.Request request = fixture.venue().awaitRequest(AUTH);
    JsonNode params = request.params();
    assertThat(params.get("grant_type").asText()).isEqualTo("client_signature");
    assertThat(params.get("signature").asText())
        .isEqualTo(
            LoginSignature.of(
                Sample.SECRET, params.get("timestamp").asLong(), params.get("nonce").asText(), ""));
    assertThat(request.text()).doesNotContain(Sample.SECRET);
    assertThat(params.get("scope").asText())
        .isEqualTo("session:arb trade:read_write account:read_write wallet:none");
  }

  @Test
  void credentialsAreSentWhereThatIsAskedFor() throws InterruptedException {
    fixture.with("grant", "client_credentials").startLive();

    JsonNode params = fixture.venue().awaitRequest(AUTH).params();
    assertThat(params.get("grant_type").asText()).isEqualTo("client_credentials");
    assertThat(params.get("client_secret").asText()).isEqualTo(Sample.SECRET);
  }

  @Test
  void loginIsDatedByTheVenuesClock() throws InterruptedException {
    fixture.shiftClock(Duration.ofSeconds(-5));
    fixture.startLive();

    long timestampMillis = fixture.venue().awaitRequest(AUTH).params().get("timestamp").asLong();
    assertThat(timestampMillis)
        .isBetween(System.currentTimeMillis() - 4_000, System.currentTimeMillis() + 1_000);
  }

  @Test
  void heartbeatIsSetAndItsTestAnswered() throws InterruptedException {
    fixture.startLive();
    assertThat(fixture.venue().awaitRequest("public/set_heartbeat").params().get("interval"))
        .hasToString("10");

    fixture.venue().send("{\"method\":\"heartbeat\",\"params\":{\"type\":\"heartbeat\"}}");
    assertThat(fixture.venue().methods()).doesNotContain("public/test");
    fixture.venue().send("{\"method\":\"heartbeat\",\"params\":{\"type\":\"test_request\"}}");

    fixture.venue().awaitRequest("public/test");
  }

  @Test
  void testOfTheConnectionIsAnsweredBeforeTheLogin() throws InterruptedException {
    fixture.venue().silent(AUTH);
    fixture.start();
    fixture.venue().awaitRequest(AUTH);

    fixture.venue().send("{\"method\":\"heartbeat\",\"params\":{\"type\":\"test_request\"}}");

    fixture.venue().awaitRequest("public/test");
  }

  @Test
  void loginIsRenewedBeforeItEndsWithTheTokenOfTheLast() throws InterruptedException {
    fixture
        .venue()
        .on(
            AUTH,
            request ->
                request.result(
                    ScriptedVenue.LOGIN
                        .replace("900", "1")
                        .replace("refresh-1", "refresh-" + request.frame().get("id"))));
    fixture.startLive();

    JsonNode first = fixture.venue().awaitRequest(AUTH).frame();
    JsonNode second = fixture.venue().awaitRequest(AUTH).frame();
    JsonNode third = fixture.venue().awaitRequest(AUTH).frame();
    assertThat(second.at("/params/grant_type").asText()).isEqualTo("refresh_token");
    assertThat(second.at("/params/refresh_token").asText()).isEqualTo("refresh-" + first.get("id"));
    assertThat(third.at("/params/refresh_token").asText()).isEqualTo("refresh-" + second.get("id"));
    assertThat(fixture.all()).noneMatch(LoginTest::isDown);
  }

  @Test
  void failedRenewalLogsInAnewOnTheSameConnection() throws InterruptedException {
    fixture.venue().result(AUTH, params -> ScriptedVenue.LOGIN.replace("900", "1"));
    fixture.startLive();
    fixture.venue().awaitRequest(AUTH);
    fixture
        .venue()
        .on(
            AUTH,
            request -> {
              fixture.venue().result(AUTH, params -> ScriptedVenue.LOGIN);
              request.error(13009, "unauthorized", "");
            });

    fixture.venue().awaitRequest(AUTH);
    JsonNode again = fixture.venue().awaitRequest(AUTH).params();

    assertThat(again.get("grant_type").asText()).isEqualTo("client_signature");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trade:read account:read_write",
        "account:read_write",
        "trade:read_write account:read",
        "trade:read_write",
        "trade:read_write trade:read_write"
      })
  void loginThatGrantsTooLittleDoesNotGoLive(String scope) throws InterruptedException {
    fixture
        .venue()
        .result(
            AUTH,
            params ->
                "{\"access_token\":\"a\",\"refresh_token\":\"r\",\"expires_in\":900,\"scope\":\""
                    + scope
                    + "\"}");
    fixture.start();
    fixture.venue().awaitRequest(AUTH);
    fixture.venue().awaitRequest(AUTH);

    assertThat(fixture.isLive()).isFalse();
    assertThat(fixture.venue().methods()).doesNotContain("private/subscribe");
  }

  @Test
  void readingTheAccountIsEnoughWithoutCancelOnDisconnect() throws InterruptedException {
    fixture
        .venue()
        .result(AUTH, params -> ScriptedVenue.LOGIN.replace("account:read_write", "account:read"));
    fixture.with("cancel_on_disconnect", "false").startLive();

    assertThat(fixture.venue().methods())
        .doesNotContain("private/enable_cancel_on_disconnect", "private/get_cancel_on_disconnect");
  }

  @Test
  void cancelOnDisconnectMustBeReadBackAsEnabled() throws InterruptedException {
    fixture
        .venue()
        .result(
            "private/get_cancel_on_disconnect",
            params -> "{\"scope\":\"connection\",\"enabled\":false}");
    fixture.start();
    fixture.venue().awaitRequest("private/get_cancel_on_disconnect");
    fixture.venue().awaitRequest("private/get_cancel_on_disconnect");

    assertThat(fixture.venue().methods()).doesNotContain("private/subscribe");
  }

  @Test
  void cancelOnDisconnectIsForThisConnection() throws InterruptedException {
    fixture.startLive();

    assertThat(
            fixture
                .venue()
                .awaitRequest("private/enable_cancel_on_disconnect")
                .params()
                .get("scope")
                .asText())
        .isEqualTo("connection");
  }

  @Test
  void missingNewsOfOrdersDoesNotGoLive() throws InterruptedException {
    fixture.venue().result("private/subscribe", params -> "[\"platform_state\"]");
    fixture.start();
    fixture.venue().awaitRequest("private/subscribe");
    fixture.venue().awaitRequest("private/subscribe");

    assertThat(fixture.isLive()).isFalse();
  }

  @Test
  void usefulChannelsMayBeMissing() throws InterruptedException {
    fixture
        .venue()
        .result(
            "private/subscribe",
            params -> "[\"user.changes.any.any.raw\",\"platform_state\",\"user.portfolio.usdc\"]");
    fixture.startLive();

    assertThat(fixture.isLive()).isTrue();
  }

  @Test
  void otherNetworkIsNeverTradedOn() throws InterruptedException {
    fixture.with("network", "mainnet").start();
    fixture.venue().awaitRequest("public/hello");
    fixture.venue().awaitRequest("public/hello");

    assertThat(fixture.isLive()).isFalse();
    assertThat(fixture.venue().methods()).doesNotContain(AUTH);
  }

  @Test
  void unreadableAccountDoesNotGoLive() throws InterruptedException {
    fixture.venue().error("private/get_positions", 11094, "internal_server_error");
    fixture.start();
    fixture.venue().awaitRequest("private/get_positions");
    fixture.venue().awaitRequest("private/get_positions");

    assertThat(fixture.isLive()).isFalse();
  }

  @Test
  void instrumentsPrecedeLive() throws InterruptedException {
    fixture.startLive();

    assertThat(fixture.all()).hasAtLeastOneElementOfType(InstrumentsListed.class);
    assertThat(fixture.all().getLast()).isInstanceOf(ExchangeStatusChanged.class);
  }

  @Test
  void nothingIsAskedBeforeLive() throws InterruptedException {
    CountDownLatch loginArrived = new CountDownLatch(1);
    fixture.venue().on(AUTH, request -> loginArrived.countDown());
    DeribitExchange exchange = fixture.start();
    assertThat(loginArrived.await(10, TimeUnit.SECONDS)).isTrue();

    exchange.place(Sample.request(Sample.ID));
    exchange.cancel(Sample.ID, Sample.PERP);
    exchange.snapshot();
    exchange.resolve(Sample.ID, Sample.PERP, Instant.EPOCH);

    assertThat(fixture.await(OrderRejected.class).rejection()).isEqualTo(Rejection.NOT_SENT);
    fixture.await(SnapshotFailed.class);
    fixture.await(ResolveFailed.class);
    assertThat(fixture.venue().methods())
        .containsExactly("public/hello", "public/set_heartbeat", "public/get_time", AUTH);
  }

  @Test
  void invalidLoginStartsTheSessionAgain() throws InterruptedException {
    DeribitExchange exchange = fixture.startLive();
    fixture.venue().error("private/buy", 13009, "unauthorized");

    exchange.place(Sample.request(Sample.ID));

    assertThat(fixture.await(OrderRejected.class).rejection().isRetryable()).isTrue();
    fixture.awaitDown();
    fixture.awaitLive();
  }

  @Test
  void everyReconnectLogsInAfreshAndRestoresTheSubscriptions() throws InterruptedException {
    DeribitExchange exchange = fixture.startLive();
    exchange.watch(Set.of(Sample.PERP));
    String first = channels(fixture.venue().awaitRequest("public/subscribe"));
    fixture.venue().server().killAll();
    fixture.awaitDown();
    fixture.awaitLive();

    assertThat(channels(fixture.venue().awaitRequest("public/subscribe"))).isEqualTo(first);
    assertThat(first).contains("book.ETH_USDC-PERPETUAL.raw", "ticker.ETH_USDC-PERPETUAL.100ms");
    assertThat(fixture.venue().requests(AUTH))
        .hasSize(2)
        .extracting(request -> request.params().get("nonce").asText())
        .doesNotHaveDuplicates();
  }

  @Test
  void comesBackAfterRefusedConnections() throws InterruptedException {
    fixture.venue().server().refuseWebSockets(true);
    fixture.start();
    fixture.await(InstrumentsListed.class);
    fixture.venue().server().refuseWebSockets(false);

    fixture.awaitLive();
  }

  private static boolean isDown(Object event) {
    return event instanceof ExchangeStatusChanged changed
        && changed.status() == ConnectionStatus.DOWN;
  }

  private static String channels(ScriptedVenue.Request request) {
    return request.params().get("channels").toString();
  }
}
