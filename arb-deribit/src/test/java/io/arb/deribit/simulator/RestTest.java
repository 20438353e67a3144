package io.arb.deribit.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The same methods over HTTP. */
@Execution(ExecutionMode.CONCURRENT)
final class RestTest {
  private final Exchange exchange = Exchange.quiet();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    http.close();
    exchange.close();
  }

  private HttpResponse<String> get(String path, String authorization)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(exchange.simulator.restBase() + path));
    return http.send(
        authorization.isEmpty()
            ? request.build()
            : request.header("Authorization", authorization).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String body) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(exchange.simulator.restBase() + "/public/x"))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> response) {
    return Json.parse(response.body(), "answer");
  }

  @Test
  void answersAQuery() throws Exception {
    HttpResponse<String> response =
        get("/public/get_instruments?currency=ETH&kind=future&expired=false", "");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(json(response).path("result")).hasSize(1);
    assertThat(json(response).path("testnet").asBoolean()).isTrue();
  }

  @Test
  void answersABodyUnderItsMethodAndId() throws Exception {
    HttpResponse<String> response =
        post("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"public/get_time\",\"params\":{}}");

    assertThat(json(response).path("id").asInt()).isEqualTo(7);
    assertThat(json(response).path("result").asLong()).isEqualTo(Exchange.START.toEpochMilli());
  }

  @Test
  void hasStatus400ForErrors() throws Exception {
    HttpResponse<String> response = get("/public/ticker", "");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).path("error").path("code").asInt()).isEqualTo(-32602);
  }

  @Test
  void refusesWhatNeedsAWebSocket() throws Exception {
    assertThat(
            json(get("/public/set_heartbeat?interval=10", "")).path("error").path("code").asInt())
        .isEqualTo(10030);
  }

  @Test
  void takesABearerToken() throws Exception {
    HttpResponse<String> auth =
        get(
            "/public/auth?grant_type=client_credentials&client_id="
                + Exchange.ALICE.clientId()
                + "&client_secret="
                + Exchange.ALICE.clientSecret(),
            "");
    String token = json(auth).path("result").path("access_token").asText();

    assertThat(json(get("/private/get_open_orders", "Bearer " + token)).path("result")).isEmpty();
    assertThat(get("/private/get_open_orders", "Bearer x").statusCode()).isEqualTo(400);
    assertThat(get("/private/get_open_orders", "").statusCode()).isEqualTo(400);
  }

  @Test
  void takesBasicCredentials() throws Exception {
    String pair = Exchange.ALICE.clientId() + ":" + Exchange.ALICE.clientSecret();
    String header =
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));

    assertThat(get("/private/get_open_orders", header).statusCode()).isEqualTo(200);
    assertThat(get("/private/get_open_orders", "Basic !").statusCode()).isEqualTo(400);
  }

  @Test
  void takesASignedRequestOnce() throws Exception {
    String path = "/private/get_account_summary?currency=ETH";
    long ts = Exchange.START.toEpochMilli();
    String text = ts + "\nn1\nGET\n/api/v2" + path + "\n\n";
    String header =
        "deri-hmac-sha256 id=%s,ts=%d,nonce=n1,sig=%s"
            .formatted(
                Exchange.ALICE.clientId(),
                ts,
                Authentication.hmac(Exchange.ALICE.clientSecret(), text));

    assertThat(json(get(path, header)).path("result").path("currency").asText()).isEqualTo("ETH");
    assertThat(json(get(path, header)).path("error").path("code").asInt()).isEqualTo(13004);
  }
}
