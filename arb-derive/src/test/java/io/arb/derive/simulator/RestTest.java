package io.arb.derive.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.wire.Json;
import io.arb.derive.profile.DeriveProfile;
import io.arb.derive.sign.LoginProof;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RestTest {
  private static HttpResponse<String> post(
      Exchange exchange, String method, ObjectNode params, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(exchange.simulator.restBase() + "/" + method))
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(params)));
    headers.forEach(request::header);
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  private static Map<String, String> headers(Exchange exchange) {
    return LoginProof.sign(
            Exchange.ALICE.address(), Exchange.START.toEpochMilli(), Exchange.ALICE_KEY)
        .headers(exchange.profile.generation().headerPrefix());
  }

  @ParameterizedTest
  @CsvSource({"V2_MAINNET", "V3_MAINNET"})
  void takesAnOrderOfASignedRequest(DeriveProfile profile)
      throws IOException, InterruptedException {
    try (Exchange exchange = Exchange.quiet(profile)) {
      ObjectNode order = exchange.signed(exchange.order("buy", "0.5", exchange.perp(-10)));
      JsonNode reply =
          Json.parse(post(exchange, "private/order", order, headers(exchange)).body(), "reply");

      assertThat(reply.path("result").path("order").path("order_status").asText())
          .isEqualTo("open");
    }
  }

  @ParameterizedTest
  @CsvSource({"V2_MAINNET", "V3_MAINNET"})
  void wantsHeadersAndTheRightWallet(DeriveProfile profile)
      throws IOException, InterruptedException {
    try (Exchange exchange = Exchange.quiet(profile)) {
      ObjectNode bobs = Json.object().put("subaccount_id", Exchange.BOB_SUB);

      assertThat(post(exchange, "private/get_positions", bobs, Map.of()).body()).contains("14021");
      assertThat(post(exchange, "private/get_positions", bobs, headers(exchange)).body())
          .contains("14020");
      assertThat(post(exchange, "private/get_positions", Json.object(), headers(exchange)).body())
          .contains("14025");
    }
  }

  @ParameterizedTest
  @CsvSource({"V2_MAINNET", "V3_MAINNET"})
  void answersAGatewaysStatusOnDemand(DeriveProfile profile)
      throws IOException, InterruptedException {
    try (Exchange exchange = Exchange.quiet(profile)) {
      exchange.simulator.faults().answerInstead("public/get_time", 502);

      assertThat(post(exchange, "public/get_time", Json.object(), Map.of()).statusCode())
          .isEqualTo(502);
      assertThat(post(exchange, "public/get_time", Json.object(), Map.of()).statusCode())
          .isEqualTo(200);
    }
  }
}
