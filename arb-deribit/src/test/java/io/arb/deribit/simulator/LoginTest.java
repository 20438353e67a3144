package io.arb.deribit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.wire.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Grants, tokens and scopes. */
@Execution(ExecutionMode.CONCURRENT)
final class LoginTest {
  private static final String PRIVATE = "private/get_open_orders";

  private final Exchange exchange = Exchange.quiet();
  private final Client client = exchange.connect();

  @AfterEach
  void close() {
    client.close();
    exchange.close();
  }

  private ObjectNode signed(Instant at, String nonce, String data, String secret) {
    long millis = at.toEpochMilli();
    return Json.object()
        .put("grant_type", "client_signature")
        .put("client_id", Exchange.ALICE.clientId())
        .put("timestamp", millis)
        .put("nonce", nonce)
        .put("data", data)
        .put("signature", Authentication.hmac(secret, millis + "\n" + nonce + "\n" + data));
  }

  private ObjectNode signed(Instant at, String nonce) {
    return signed(at, nonce, "", Exchange.ALICE.clientSecret());
  }

  private JsonNode refresh(JsonNode tokens) {
    return client.frame(
        "public/auth",
        Json.object()
            .put("grant_type", "refresh_token")
            .put("refresh_token", tokens.path("refresh_token").asText()));
  }

  private static ObjectNode token(JsonNode tokens) {
    return Json.object().put("access_token", tokens.path("access_token").asText());
  }

  static Stream<JsonNode> signatures() {
    JsonNode vectors = Vectors.read("deribit-auth-hmac");
    return Stream.concat(
        Vectors.all(vectors.path("ws_client_signature")),
        Vectors.all(vectors.path("rest_signature")));
  }

  @ParameterizedTest
  @MethodSource("signatures")
  void signsAsTheCheckValuesDo(JsonNode each) {
    assertThat(
            Authentication.hmac(
                each.path("client_secret").asText(), each.path("string_to_sign").asText()))
        .isEqualTo(each.path("signature").asText());
  }

  @Test
  void takesASignatureAndSaysWhatItGranted() {
    JsonNode granted = client.result("public/auth", signed(Exchange.START, "n1").put("state", "s"));

    assertThat(granted.path("scope").asText())
        .isEqualTo("account:read_write connection mainaccount trade:read_write wallet:none");
    assertThat(granted.path("expires_in").asInt()).isEqualTo(900);
    assertThat(granted.path("state").asText()).isEqualTo("s");
    assertThat(client.result(PRIVATE, Json.object())).isEmpty();
  }

  @Test
  void refusesASignatureOfAnotherSecret() {
    assertThat(client.code("public/auth", signed(Exchange.START, "n1", "", "wrong")))
        .isEqualTo(13004);
  }

  @ParameterizedTest
  @ValueSource(ints = {-60_001, 60_001})
  void refusesATimestampBeyondSixtySeconds(int awayMillis) {
    Instant at = Exchange.START.plusMillis(awayMillis);

    assertThat(client.code("public/auth", signed(at, "n1"))).isEqualTo(13004);
  }

  @ParameterizedTest
  @ValueSource(ints = {-60_000, 60_000})
  void takesATimestampOfSixtySeconds(int awayMillis) {
    client.result("public/auth", signed(Exchange.START.plusMillis(awayMillis), "n1"));
  }

  @Test
  void takesANonceOnce() {
    client.result("public/auth", signed(Exchange.START, "n1"));

    assertThat(client.code("public/auth", signed(Exchange.START, "n1"))).isEqualTo(13004);
    client.result("public/auth", signed(Exchange.START, "n2"));
  }

  @Test
  void refusesAWrongSecretWithoutData() {
    ObjectNode params = Exchange.credentials(new DeribitKey("AbCdEf12", "no", Set.of()), "");

    assertThat(client.error("public/auth", params))
        .hasToString("{\"code\":13004,\"message\":\"invalid_credentials\"}");
  }

  @Test
  void refusesPrivateCallsOfStrangers() {
    assertThat(client.error(PRIVATE, Json.object()).path("data").path("reason").asText())
        .isEqualTo("invalid_token");
  }

  @Test
  void endsATokenWithItsLifeInMidSession() {
    client.result("public/auth", signed(Exchange.START, "n1"));
    client.subscribe("platform_state"); // else the silent connection would be dropped
    exchange.clock.turn(Duration.ofSeconds(899));
    client.result(PRIVATE, Json.object());
    exchange.clock.turn(Duration.ofSeconds(1));

    assertThat(client.code(PRIVATE, Json.object())).isEqualTo(13009);
  }

  @Test
  void givesAShorterLifeOnDemand() {
    ObjectNode params = Exchange.credentials(Exchange.ALICE, "expires:60");

    assertThat(client.result("public/auth", params).path("expires_in").asInt()).isEqualTo(60);
  }

  @Test
  void refreshKillsTheOldTokenAtOnceAndIsGoodOnce() {
    JsonNode old = client.result("public/auth", signed(Exchange.START, "n1"));
    JsonNode fresh = refresh(old).path("result");

    assertThat(client.code(PRIVATE, token(old))).isEqualTo(13009);
    client.result(PRIVATE, token(fresh));
    client.result(PRIVATE, Json.object());
    assertThat(refresh(old).path("error").path("code").asInt()).isEqualTo(13004);
  }

  @Test
  void bindsAConnectionTokenToItsConnection() {
    JsonNode tokens = client.result("public/auth", Exchange.credentials(Exchange.ALICE, ""));
    try (Client other = exchange.connect()) {
      assertThat(other.code(PRIVATE, token(tokens))).isEqualTo(13009);
    }
  }

  @Test
  void letsASessionTokenOutliveItsConnection() {
    JsonNode tokens;
    try (Client first = exchange.connect()) {
      tokens = first.result("public/auth", Exchange.credentials(Exchange.ALICE, "session:ddh1"));
    }

    assertThat(tokens.path("sid").asText()).isNotEmpty();
    client.result(PRIVATE, token(tokens));
  }

  @Test
  void pushesTheOldestSessionOutWithTheSeventeenth() {
    JsonNode first =
        client.result("public/auth", Exchange.credentials(Exchange.ALICE, "session:s0"));
    JsonNode second =
        client.result("public/auth", Exchange.credentials(Exchange.ALICE, "session:s1"));
    for (int i = 2; i <= 16; i++) {
      client.result("public/auth", Exchange.credentials(Exchange.ALICE, "session:s" + i));
    }

    assertThat(client.code(PRIVATE, token(first))).isEqualTo(13009);
    client.result(PRIVATE, token(second));
  }

  @Test
  void cutsTheScopeToTheKey() {
    JsonNode granted =
        client.result(
            "public/auth", Exchange.credentials(Exchange.READER, "trade:read_write wallet:read"));

    assertThat(granted.path("scope").asText())
        .isEqualTo("account:read connection mainaccount trade:read");
    assertThat(client.code("private/buy", Exchange.order(Exchange.PERP, "10", "1")))
        .isEqualTo(13021);
  }

  @Test
  void cutsTheKeyToTheScope() {
    client.result("public/auth", Exchange.credentials(Exchange.ALICE, "trade:read"));

    assertThat(client.code("private/buy", Exchange.order(Exchange.PERP, "10", "1")))
        .isEqualTo(13021);
  }

  @Test
  void logsOutWithoutAnAnswer() {
    client.result("public/auth", signed(Exchange.START, "n1"));
    var reply = client.send("private/logout", Json.object());

    assertThat(client.closed()).isNotEmpty();
    assertThat(reply).isNotDone();
  }
}
