package io.arb.rysk.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.model.Price;
import io.arb.core.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Stage stage = Stage.open();

  @AfterEach
  void close() {
    stage.close();
  }

  private static HttpResponse<String> get(Stage stage, String path) {
    try {
      return CLIENT.send(
          HttpRequest.newBuilder(URI.create(stage.simulator.httpBase() + path))
              .timeout(Duration.ofSeconds(30))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private JsonNode page(String path) {
    HttpResponse<String> response = get(stage, path);
    assertThat(response.statusCode()).isEqualTo(200);
    return Json.parse(response.body(), "page");
  }

  @Test
  void pingLives() {
    assertThat(get(stage, "/ping").statusCode()).isEqualTo(200);
  }

  @Test
  void assetsAreListedByChain() {
    assertThat(page("/api/assets"))
        .isEqualTo(
            Json.parse(
                """
                {"84532": [
                  {"symbol": "WETH", "address": "0xb67bfa7b488df4f2efa874f4e59242e9130ae61f",
                   "decimals": 18, "chainId": 84532, "active": true,
                   "price": "2850000000000000000000",
                   "underlying": "ETH",
                   "underlyingAssetAddress": "0xb67bfa7b488df4f2efa874f4e59242e9130ae61f",
                   "minTradeSize": "10000000000000000", "maxTradeSize": "10000000000000000000",
                   "multipliers": []}]}
                """,
                "expected"));
  }

  @Test
  void inventoryHasFridaysOnlyWithCallsAboveAndPutsBelowSpot() {
    JsonNode eth = page("/api/inventory").get("ETH");

    assertThat(StreamSupport.stream(eth.get("expiries").spliterator(), false))
        .extracting(JsonNode::longValue)
        .containsExactly(1_798_185_600L, 1_798_790_400L);
    assertThat(StreamSupport.stream(eth.at("/strikes/1798185600").spliterator(), false))
        .extracting(JsonNode::intValue)
        .containsExactly(2600, 2700, 2800, 2900, 3000, 3100, 3200, 3400);
    assertThat(eth.get("combinations")).hasSize(16);
    assertThat(eth.at("/combinations/2800.000000-1798185600/isPut").booleanValue()).isTrue();
    JsonNode call = eth.at("/combinations/3000.000000-1798185600");
    assertThat(call.get("isPut").booleanValue()).isFalse();
    assertThat(call.get("expiry").textValue()).isEqualTo("25DEC26");
    assertThat(call.get("timeToExpiryDays").decimalValue()).isEqualTo("2.148");
    assertThat(call.get("bidIv").decimalValue()).isEqualTo("61.00");
    assertThat(call.get("delta").decimalValue()).isEqualTo("0.31");
    assertThat(call.at("/products/0/collateralAsset").textValue())
        .isEqualTo("0xb67bfa7b488df4f2efa874f4e59242e9130ae61f");
  }

  @Test
  void takerSeesTheSamePages() {
    Peer taker = stage.connectTaker();

    assertThat(taker.ask("i", "inventory", Json.object()).get("result"))
        .isEqualTo(page("/api/inventory"));
    assertThat(taker.ask("a", "assets", Json.object()).get("result"))
        .isEqualTo(page("/api/assets"));
  }

  @Test
  void makersPositionsAreThoseOfTheWebSocket() {
    stage.trade();

    JsonNode positions = page("/api/maker/positions?address=" + TestMaker.FIRST.address());

    assertThat(positions).hasSize(1);
    assertThat(positions)
        .isEqualTo(stage.maker.ask("p", "positions", TestMaker.FIRST.account()).get("result"));
  }

  @Test
  void historyIsByAddressOrByTime() {
    stage.trade();
    long at = stage.clock.instant().getEpochSecond();

    JsonNode entry = page("/api/history?address=" + TestMaker.FIRST.address()).get(0);

    assertThat(entry.get("strike").textValue()).isEqualTo("3000000000000000000000");
    assertThat(entry.get("apr").textValue()).isEqualTo("253.56");
    assertThat(entry.has("maker")).isFalse();
    assertThat(page("/api/history?address=" + TestMaker.SECOND.address())).isEmpty();
    assertThat(page("/api/history?from=" + at + "&to=" + at)).hasSize(1);
    assertThat(page("/api/history?from=0&to=" + (at - 1))).isEmpty();
  }

  @Test
  void expiryPricesAppearWhenAnExpiryIsSettled() {
    assertThat(page("/api/expiry-prices/84532/ETH")).isEmpty();

    stage.simulator.expire(FlatMarket.FRIDAY, Price.of("3100.5"));
    stage.simulator.expire(FlatMarket.FRIDAY, Price.of("9000"));

    assertThat(page("/api/expiry-prices/84532/ETH"))
        .isEqualTo(Json.object().put("1798185600", "310050000000"));
    assertThat(page("/api/expiry-prices/84532/BTC")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/history, 400",
    "/api/history?address=0x12, 400",
    "/api/history?from=a&to=b, 400",
    "/api/maker/positions, 400",
    "/api/requests, 401",
    "/api/nothing, 404"
  })
  void wrongRequestsHaveTheirStatus(String path, int status) {
    assertThat(get(stage, path).statusCode()).isEqualTo(status);
  }

  @Test
  void oneRequestTooManyIs429WithTwoLetters() {
    try (Stage limited = Stage.open(Stage.config().withRequestsPerSecond(30))) {
      IntStream.range(0, 30)
          .forEach(number -> assertThat(get(limited, "/ping").statusCode()).isEqualTo(200));

      HttpResponse<String> refused = get(limited, "/ping");

      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.body()).isEqualTo("cc");
    }
  }

  @Test
  void limitedVenueAnswers429() {
    stage.simulator.setFaults(RyskFaults.of(RyskFault.RATE_LIMITED));

    assertThat(get(stage, "/api/assets").statusCode()).isEqualTo(429);
  }
}
