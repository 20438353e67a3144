package io.arb.derive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.evm.Signature;
import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.Event;
import io.arb.core.model.ExchangeEvent.ExchangeStatusChanged;
import io.arb.core.model.ExchangeEvent.InstrumentsListed;
import io.arb.core.model.ExchangeEvent.OrderRejected;
import io.arb.core.model.ExchangeEvent.ResolveFailed;
import io.arb.core.model.ExchangeEvent.SnapshotFailed;
import io.arb.core.model.Rejection;
import io.arb.derive.sign.LoginProof;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {
  private final VenueFixture fixture = new VenueFixture();

  @AfterEach
  void close() {
    fixture.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"v2", "v3"})
  void loginIsSignedByTheSessionKeyForTheWallet(String profile) throws InterruptedException {
    fixture.with("profile", profile).startLive();

    JsonNode params = fixture.venue().awaitRequest("public/login").params();
    LoginProof proof =
        new LoginProof(
            Sample.WALLET,
            params.get("timestamp").asLong(),
            Signature.parse(params.get("signature").asText()));
    assertThat(proof.recoverSigner()).isEqualTo(Sample.SIGNER.address());
    assertThat(params.get("wallet").asText()).isEqualTo(Sample.WALLET.checksummed());
  }

  @Test
  void v3NamesTheJsonRpcVersionAndSendsTheTimeAsANumber() throws InterruptedException {
    fixture.startLive();

    JsonNode frame = fixture.venue().awaitRequest("public/login").frame();
    assertThat(frame.get("jsonrpc").asText()).isEqualTo("2.0");
    assertThat(frame.at("/params/timestamp").isNumber()).isTrue();
  }

  @Test
  void v2SendsNoJsonRpcVersionAndTheTimeAsText() throws InterruptedException {
    fixture.with("profile", "v2").startLive();

    JsonNode frame = fixture.venue().awaitRequest("public/login").frame();
    assertThat(frame.has("jsonrpc")).isFalse();
    assertThat(frame.at("/params/timestamp").isTextual()).isTrue();
  }

  @Test
  void stepsComeInTheirOrder() throws InterruptedException {
    fixture.startLive();

    assertThat(fixture.venue().methods())
        .startsWith(
            "public/get_time",
            "public/login",
            "private/set_cancel_on_disconnect",
            "subscribe",
            "private/get_subaccount");
  }

  @Test
  void subscribesThePrivateChannelsOfTheSubaccount() throws InterruptedException {
    fixture.startLive();

    assertThat(fixture.venue().awaitRequest("subscribe").params().get("channels"))
        .extracting(JsonNode::asText)
        .containsExactly("30769.orders", "30769.trades", "30769.balances");
  }

  @Test
  void instrumentsPrecedeLive() throws InterruptedException {
    fixture.startLive();

    List<Event> before = fixture.all();
    assertThat(before).hasAtLeastOneElementOfType(InstrumentsListed.class);
    assertThat(before.getLast()).isInstanceOf(ExchangeStatusChanged.class);
  }

  @Test
  void cancelOnDisconnectCanBeLeftAlone() throws InterruptedException {
    fixture.with("cancel_on_disconnect", "false").startLive();

    assertThat(fixture.venue().methods()).doesNotContain("private/set_cancel_on_disconnect");
  }

  @Test
  void refusedLoginIsTriedAgainWithAFreshSignature() throws InterruptedException {
    fixture.venue().error("public/login", 14014, "Signature invalid");
    fixture.start();
    JsonNode first = fixture.venue().awaitRequest("public/login").params();
    JsonNode second = fixture.venue().awaitRequest("public/login").params();
    fixture.venue().result("public/login", params -> "[30769]");
    fixture.awaitLive();

    assertThat(second.get("timestamp").asLong()).isGreaterThan(first.get("timestamp").asLong());
    assertThat(second.get("signature")).isNotEqualTo(first.get("signature"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[1,2]", "{}", "null"})
  void loginWithoutOurSubaccountDoesNotGoLive(String result) throws InterruptedException {
    fixture.venue().result("public/login", params -> result);
    fixture.start();
    fixture.venue().awaitRequest("public/login");
    fixture.venue().awaitRequest("public/login");

    assertThat(fixture.all()).noneMatch(LoginTest::isLive);
    assertThat(fixture.venue().methods()).doesNotContain("subscribe");
  }

  @Test
  void refusedPrivateChannelDoesNotGoLive() throws InterruptedException {
    fixture
        .venue()
        .result(
            "subscribe",
            params ->
                """
                {"status":{"30769.orders":"ok","30769.trades":"denied","30769.balances":"ok"},
                 "current_subscriptions":["30769.orders","30769.balances"]}
                """);
    fixture.start();
    fixture.venue().awaitRequest("subscribe");
    fixture.venue().awaitRequest("subscribe");

    assertThat(fixture.all()).noneMatch(LoginTest::isLive);
  }

  @Test
  void cancelOnDisconnectMustBeConfirmed() throws InterruptedException {
    fixture.venue().result("private/set_cancel_on_disconnect", params -> "\"no\"");
    fixture.start();
    fixture.venue().awaitRequest("public/login");
    fixture.venue().awaitRequest("public/login");

    assertThat(fixture.venue().methods()).doesNotContain("subscribe");
  }

  @Test
  void placeholderAccountDoesNotGoLive() throws InterruptedException {
    fixture
        .venue()
        .result(
            "private/get_subaccount",
            params ->
                Sample.account(Sample.SUBACCOUNT)
                    .replace("\"failed_to_fetch\":false", "\"failed_to_fetch\":true"));
    fixture.start();
    fixture.venue().awaitRequest("private/get_subaccount");
    fixture.venue().awaitRequest("private/get_subaccount");

    assertThat(fixture.all()).noneMatch(LoginTest::isLive);
  }

  @Test
  void nothingIsWrittenBeforeLive() throws InterruptedException {
    CountDownLatch loginArrived = new CountDownLatch(1);
    fixture.venue().on("public/login", request -> loginArrived.countDown());
    DeriveExchange exchange = fixture.start();
    fixture.await(InstrumentsListed.class);
    assertThat(loginArrived.await(10, TimeUnit.SECONDS)).isTrue();

    exchange.place(Sample.request(Sample.ID));

    assertThat(fixture.await(OrderRejected.class).rejection()).isEqualTo(Rejection.NOT_SENT);
    assertThat(fixture.venue().methods()).doesNotContain("private/order");
  }

  @Test
  void nothingIsAskedBeforeLiveEither() throws InterruptedException {
    CountDownLatch loginArrived = new CountDownLatch(1);
    fixture.venue().on("public/login", request -> loginArrived.countDown());
    DeriveExchange exchange = fixture.start();
    assertThat(loginArrived.await(10, TimeUnit.SECONDS)).isTrue();

    exchange.cancel(Sample.ID, Sample.PERP);
    exchange.snapshot();
    exchange.resolve(Sample.ID, Sample.PERP, Instant.EPOCH);

    fixture.await(SnapshotFailed.class);
    fixture.await(ResolveFailed.class);
    assertThat(fixture.venue().methods()).containsExactly("public/get_time", "public/login");
  }

  @Test
  void nothingIsSignedWhileTheClocksDisagree() throws InterruptedException {
    fixture.shiftClock(Duration.ofSeconds(20));
    DeriveExchange exchange = fixture.startLive();

    exchange.place(Sample.request(Sample.ID));

    OrderRejected rejected = fixture.await(OrderRejected.class);
    assertThat(rejected.rejection()).isEqualTo(Rejection.NOT_SENT);
    assertThat(rejected.detail()).contains("clock differs");
    assertThat(fixture.venue().methods()).doesNotContain("private/order");
  }

  @Test
  void smallClockDifferenceIsTolerated() throws InterruptedException {
    fixture.shiftClock(Duration.ofSeconds(-3));
    DeriveExchange exchange = fixture.startLive();

    exchange.place(Sample.request(Sample.ID));

    assertThat(fixture.venue().awaitRequest("private/order").params().get("label").asText())
        .isEqualTo(Sample.ID.label());
  }

  @Test
  void everyReconnectLogsInAfreshAndRestoresTheSubscriptions() throws InterruptedException {
    DeriveExchange exchange = fixture.startLive();
    exchange.watch(Set.of(Sample.PERP));
    fixture.venue().awaitRequest("subscribe");
    String first = channels(fixture.venue().awaitRequest("subscribe"));
    fixture.venue().server().killAll();
    fixture.await(
        ExchangeStatusChanged.class, changed -> changed.status() == ConnectionStatus.DOWN);
    fixture.awaitLive();
    fixture.venue().awaitRequest("public/login");
    fixture.venue().awaitRequest("subscribe");

    assertThat(channels(fixture.venue().awaitRequest("subscribe")))
        .contains("orderbook.ETH-PERP", "ticker_slim.ETH-PERP");
    assertThat(first).contains("orderbook.ETH-PERP", "ticker_slim.ETH-PERP");
    assertThat(fixture.venue().requests("public/login"))
        .extracting(request -> request.params().get("signature").asText())
        .doesNotHaveDuplicates();
  }

  @Test
  void comesBackAfterManyRefusedConnections() throws InterruptedException {
    fixture.venue().server().refuseWebSockets(true);
    fixture.start();
    fixture.await(InstrumentsListed.class);
    fixture.venue().server().refuseWebSockets(false);

    fixture.awaitLive();
  }

  private static String channels(ScriptedVenue.Request request) {
    return request.params().get("channels").toString();
  }

  private static boolean isLive(Event event) {
    return event instanceof ExchangeStatusChanged changed
        && changed.status() == ConnectionStatus.LIVE;
  }
}
