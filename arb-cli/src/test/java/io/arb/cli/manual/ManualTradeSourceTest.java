package io.arb.cli.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.cli.config.ManualBlock;
import io.arb.core.engine.EngineStatus;
import io.arb.core.model.Confirmation;
import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.Money;
import io.arb.core.model.Option;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Quote;
import io.arb.core.model.QuoteNonce;
import io.arb.core.model.RfqId;
import io.arb.core.model.RiskState;
import io.arb.core.model.Side;
import io.arb.core.model.SourceEvent;
import io.arb.core.portfolio.Exposure;
import io.arb.core.portfolio.Pnl;
import io.arb.core.spi.SettingsException;
import io.arb.core.wire.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManualTradeSourceTest {
  private static final Option CALL =
      Option.call("ETH", Instant.parse("2026-11-27T08:00:00Z"), "2500");
  private static final String TRADE =
      """
      {"instrument": "ETH-20261127-2500-C", "side": "buy", "quantity": "1.5", "price": "82.25"}
      """;

  private final Path folder;
  private final ManualRig rig;

  ManualTradeSourceTest(@TempDir Path folder) {
    this.folder = folder;
    this.rig = new ManualRig(folder);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void tellsTheEngineOfATrade() throws IOException {
    ManualRig.Reply reply = rig.post(TRADE);

    assertThat(reply.status()).isEqualTo(202);
    assertThat(reply.body()).isEqualTo("{\"trade_id\":\"manual-1001\"}");
    assertThat(rig.trades())
        .containsExactly(
            new Confirmation(
                ManualTradeSource.ID,
                new QuoteNonce(1001),
                CALL,
                Side.BUY,
                Quantity.of("1.5"),
                Price.of("82.25"),
                Money.ZERO,
                "",
                ManualRig.NOW));
  }

  @Test
  void takesSalesPutsNumbersAndAReference() throws IOException {
    ManualRig.Reply reply =
        rig.post(
            """
            {"instrument": "BTC-20270326-120000.5-P", "side": "sell", "quantity": 0.0000001,
             "price": 12, "reference": "phone, 10:15 \u00fc"}
            """);

    assertThat(reply.status()).isEqualTo(202);
    assertThat(rig.trades())
        .singleElement()
        .satisfies(
            trade -> {
              assertThat(trade.option())
                  .isEqualTo(Option.put("BTC", Instant.parse("2027-03-26T08:00:00Z"), "120000.5"));
              assertThat(trade.ourSide()).isEqualTo(Side.SELL);
              assertThat(trade.quantity()).isEqualTo(Quantity.of("0.0000001"));
              assertThat(trade.price()).isEqualTo(Price.of("12"));
              assertThat(trade.reference()).isEqualTo("phone, 10:15 \u00fc");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "ETH-20261127-2500-C" | "ETH-27NOV26-2500-C" | instrument | an option such as ETH-20261127-2500-C
          "ETH-20261127-2500-C" | "ETH-20261131-2500-C" | instrument | an option such as ETH-20261127-2500-C
          "ETH-20261127-2500-C" | "ETH-20261127-0-C" | instrument | an option such as ETH-20261127-2500-C
          "ETH-20261127-2500-C" | "ETH-PERP" | instrument | an option such as ETH-20261127-2500-C
          "ETH-20261127-2500-C" | "eth-20261127-2500-c" | instrument | an option such as ETH-20261127-2500-C
          "ETH-20261127-2500-C" | " ETH-20261127-2500-C" | instrument | an option such as ETH-20261127-2500-C
          "ETH-20261127-2500-C" | 20261127 | instrument | an option such as ETH-20261127-2500-C
          "ETH-20261127-2500-C" | null | instrument | an option such as ETH-20261127-2500-C
          "ETH-20261127-2500-C" | "ETH-20261101-2500-C" | instrument | an option that has not expired
          "ETH-20261127-2500-C" | "ETH-20261102-2500-C" | instrument | an option that has not expired
          "buy" | "BUY" | side | buy or sell
          "buy" | "long" | side | buy or sell
          "buy" | true | side | buy or sell
          "buy" | ["buy"] | side | buy or sell
          "1.5" | "0" | quantity | a positive decimal number, at most 12 digits before the point and 18 behind it
          "1.5" | "-1.5" | quantity | a positive decimal number, at most 12 digits before the point and 18 behind it
          "1.5" | -1.5 | quantity | a positive decimal number, at most 12 digits before the point and 18 behind it
          "1.5" | "+1.5" | quantity | a positive decimal number, at most 12 digits before the point and 18 behind it
          "1.5" | "1,5" | quantity | a positive decimal number, at most 12 digits before the point and 18 behind it
          "1.5" | "1e2" | quantity | a positive decimal number, at most 12 digits before the point and 18 behind it
          "1.5" | 1e999999 | quantity | a positive decimal number, at most 12 digits before the point and 18 behind it
          "1.5" | "NaN" | quantity | a positive decimal number, at most 12 digits before the point and 18 behind it
          "1.5" | 1234567890123 | quantity | a positive decimal number, at most 12 digits before the point and 18 behind it
          "1.5" | {} | quantity | a positive decimal number, at most 12 digits before the point and 18 behind it
          "82.25" | "0.00" | price | a positive decimal number, at most 12 digits before the point and 18 behind it
          "82.25" | "82.25 USD" | price | a positive decimal number, at most 12 digits before the point and 18 behind it
          "82.25" | "0.1234567890123456789" | price | a positive decimal number, at most 12 digits before the point and 18 behind it
          "82.25" | "1", "reference": 5.5e | body | none
          "82.25" | "1", "reference": [] | reference | up to 128 printable characters
          "82.25" | "1", "reference": "a\\nb" | reference | up to 128 printable characters
          "82.25" | "1", "quantty": "2" | quantty | no such field
          """)
  void refusesWhatCanBeMisunderstood(String was, String is, String field, String expected)
      throws IOException {
    ManualRig.Reply reply = rig.post(TRADE.replace(was, is));

    JsonNode problem = Json.parse(reply.body(), "answer").path("problems").path(0);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(problem.path("field").asText("body")).isEqualTo(field);
    assertThat(problem.path("expected").asText("none")).isEqualTo(expected);
    assertThat(rig.trades()).isEmpty();
  }

  @Test
  void namesEveryProblemWithItsValue() throws IOException {
    ManualRig.Reply reply =
        rig.post("{\"instrument\": \"x\", \"side\": 1, \"price\": \"-2\", \"p\": 3}");

    assertThat(Json.parse(reply.body(), "answer").path("problems"))
        .extracting(
            problem -> problem.path("field").asText() + " " + problem.path("value").asText())
        .containsExactly("instrument \"x\"", "side 1", "quantity nothing", "price \"-2\"", "p 3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[]",
        "null",
        "5",
        "\"text\"",
        "{} {}",
        "{'side': 1}",
        "side=buy",
        "{\"side\": \"buy\", \"side\": \"sell\"}"
      })
  void refusesABodyThatIsNoObject(String body) throws IOException {
    assertThat(rig.post(body).status()).isEqualTo(400);
    assertThat(rig.trades()).isEmpty();
  }

  @Test
  void refusesAReferenceThatIsTooLong() throws IOException {
    String with = TRADE.replace("}", ", \"reference\": \"%s\"}");

    assertThat(rig.post(with.formatted("r".repeat(128))).status()).isEqualTo(202);
    assertThat(rig.post(with.formatted("r".repeat(129))).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonp", "json"})
  void refusesOtherContentTypes(String type) throws IOException {
    assertThat(rig.post(TRADE, request -> request.header("Content-Type", type)).status())
        .isEqualTo(415);
    assertThat(rig.trades()).isEmpty();
  }

  @Test
  void refusesABodyWithoutItsType() throws IOException {
    assertThat(rig.post(TRADE, request -> request.removeHeader("Content-Type")).status())
        .isEqualTo(415);
  }

  @Test
  void takesJsonWithACharset() throws IOException {
    String type = "Application/JSON; charset=utf-8";

    assertThat(rig.post(TRADE, request -> request.header("Content-Type", type)).status())
        .isEqualTo(202);
  }

  @Test
  void refusesABodyThatIsTooLong() throws IOException {
    String padding = " ".repeat(16 * 1024 - TRADE.length());

    assertThat(rig.post(TRADE + padding).status()).isEqualTo(202);
    assertThat(rig.post(TRADE + padding + " ").status()).isEqualTo(413);
    assertThat(rig.trades()).hasSize(1);
  }

  @Test
  void refusesALongBodyThatDoesNotSayHowLongItIs() throws IOException {
    RequestBody chunked =
        new RequestBody() {
          @Override
          public MediaType contentType() {
            return MediaType.get("application/json");
          }

          @Override
          public void writeTo(BufferedSink sink) throws IOException {
            sink.writeUtf8(TRADE + " ".repeat(17 * 1024));
          }
        };

    assertThat(rig.post("", request -> request.post(chunked)).status()).isEqualTo(413);
    assertThat(rig.trades()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer ", "Bearer wrong", "Basic dXNlcjpwYXNz", "bearer"})
  void refusesAnotherToken(String authorization) throws IOException {
    ManualRig.Reply reply =
        rig.post(TRADE, request -> request.header("Authorization", authorization));

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.challenge()).isEqualTo("Bearer");
    assertThat(rig.trades()).isEmpty();
  }

  @Test
  void refusesARequestWithoutAToken() throws IOException {
    assertThat(rig.post(TRADE, request -> request.removeHeader("Authorization")).status())
        .isEqualTo(401);
    assertThat(rig.send(rig.request("/api/status").removeHeader("Authorization")).status())
        .isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "null", "http://127.0.0.1:8080"})
  void refusesWebPages(String origin) throws IOException {
    assertThat(rig.post(TRADE, request -> request.header("Origin", origin)).status())
        .isEqualTo(403);
    assertThat(rig.trades()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "10.0.0.1"})
  void refusesOtherHostNames(String host) throws IOException {
    assertThat(rig.post(TRADE, request -> request.header("Host", host)).status()).isEqualTo(403);
    assertThat(rig.trades()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1:1", "[::1]:8080"})
  void takesTheNamesOfThisMachine(String host) throws IOException {
    assertThat(rig.post(TRADE, request -> request.header("Host", host)).status()).isEqualTo(202);
  }

  @Test
  void answersARepeatedRequestAsBeforeAndBooksOnce() throws IOException {
    ManualRig.Reply first = rig.post(TRADE, request -> request.header("Idempotency-Key", "k1"));
    ManualRig.Reply again = rig.post(TRADE, request -> request.header("Idempotency-Key", "k1"));
    ManualRig.Reply other = rig.post(TRADE, request -> request.header("Idempotency-Key", "k2"));

    assertThat(first.status()).isEqualTo(202);
    assertThat(again).isEqualTo(first);
    assertThat(other.body()).isNotEqualTo(first.body());
    assertThat(rig.trades()).hasSize(2);
  }

  @Test
  void givesAKeyTheSameNumberAfterARestart(@TempDir Path elsewhere) throws IOException {
    ManualRig.Reply first = rig.post(TRADE, request -> request.header("Idempotency-Key", "k1"));
    try (ManualRig restarted = new ManualRig(elsewhere)) {
      ManualRig.Reply again =
          restarted.post(TRADE, request -> request.header("Idempotency-Key", "k1"));

      assertThat(again).isEqualTo(first);
      assertThat(restarted.trades()).isEqualTo(rig.trades());
    }
  }

  @Test
  void refusesAKeyOfAnotherTrade() throws IOException {
    rig.post(TRADE, request -> request.header("Idempotency-Key", "k1"));

    ManualRig.Reply reply =
        rig.post(TRADE.replace("1.5", "2.5"), request -> request.header("Idempotency-Key", "k1"));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(rig.trades()).hasSize(1);
  }

  @Test
  void letsAKeyBeUsedAgainAfterARefusal() throws IOException {
    rig.post("{}", request -> request.header("Idempotency-Key", "k1"));

    assertThat(rig.post(TRADE, request -> request.header("Idempotency-Key", "k1")).status())
        .isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "0123456789ab"})
  void refusesAKeyOfAnotherForm(String key) throws IOException {
    String tooLong = key + "x".repeat(128 - Math.min(key.length(), 9));

    assertThat(
            rig.post(TRADE, r -> r.header("Idempotency-Key", key.length() > 9 ? tooLong : key))
                .status())
        .isEqualTo(400);
    assertThat(rig.trades()).isEmpty();
  }

  @Test
  void booksOnceHoweverManyAskAtOnce() throws Exception {
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      List<Future<ManualRig.Reply>> replies =
          IntStream.range(0, 16)
              .mapToObj(
                  i -> pool.submit(() -> rig.post(TRADE, r -> r.header("Idempotency-Key", "same"))))
              .toList();
      for (Future<ManualRig.Reply> reply : replies) {
        assertThat(reply.get(30, TimeUnit.SECONDS).status()).isEqualTo(202);
      }
    }
    assertThat(rig.trades()).hasSize(1);
  }

  @Test
  void booksNothingWhenNoNumberCanBeMadeDurable() throws IOException {
    rig.areNumbersGone = true;
    assertThat(rig.post(TRADE).status()).isEqualTo(503);
    assertThat(rig.trades()).isEmpty();

    rig.areNumbersGone = false;
    assertThat(rig.post(TRADE).status()).isEqualTo(202);
  }

  @Test
  void takesNoTradeBeforeItsStart() throws IOException {
    Path token = folder.resolve("other-token");
    try (ManualTradeSource waiting =
        rig.open(new ManualBlock(true, 0, Optional.empty(), token), Map.of())) {
      ManualRig.Reply reply =
          rig.post(
              TRADE,
              request ->
                  request
                      .url("http://127.0.0.1:" + waiting.port() + "/api/trades")
                      .header("Authorization", "Bearer " + read(token).strip()));

      assertThat(reply.status()).isEqualTo(503);
      assertThat(rig.trades()).isEmpty();
    }
  }

  @Test
  void saysThatItListens() {
    assertThat(rig.events)
        .containsExactly(
            new SourceEvent.SourceStatusChanged(
                ManualTradeSource.ID,
                ConnectionStatus.LIVE,
                "listening on 127.0.0.1:" + rig.port()));
  }

  @Test
  void sendsNoQuotes() {
    rig.events.clear();
    Quote quote =
        new Quote(
            new QuoteNonce(5),
            new RfqId("r"),
            ManualTradeSource.ID,
            CALL,
            Quantity.of("1"),
            Price.of("1"),
            ManualRig.NOW);

    rig.source().send(quote);
    rig.source().recover(quote);
    rig.source().refreshAccount();

    assertThat(rig.events)
        .containsExactly(
            new SourceEvent.QuoteNotSent(
                ManualTradeSource.ID,
                new RfqId("r"),
                new QuoteNonce(5),
                "people do not take quotes"));
  }

  @Test
  void showsTheStatusOfTheEngine() throws IOException {
    rig.status.set(
        Optional.of(
            new EngineStatus(
                ManualRig.NOW,
                Optional.of("exchange_down"),
                RiskState.REDUCING,
                Map.of(CALL, Quantity.of("2"), Perpetual.of("ETH"), Quantity.of("-0.5")),
                Map.of(Perpetual.of("ETH"), Quantity.of("-0.5")),
                Map.of(CALL, Quantity.of("2")),
                new Exposure(
                    Quantity.of("0.25"),
                    new BigDecimal("1E-7"),
                    Money.of("3"),
                    Money.of("-4"),
                    Set.of(CALL)),
                new Pnl(Money.of("10"), Money.of("-1"), Money.of("2"), Money.of("3"), Set.of(CALL)),
                1,
                2,
                3,
                4)));

    ManualRig.Reply reply = rig.send(rig.request("/api/status"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(Json.parse(reply.body(), "status"))
        .isEqualTo(
            Json.parse(
                """
                {"at": "2026-11-02T10:15:30Z", "quoting": false, "closed": "exchange_down",
                 "risk": "reducing",
                 "net": {"ETH-20261127-2500-C": "2", "ETH-PERP": "-0.5"},
                 "on_exchange": {"ETH-PERP": "-0.5"},
                 "at_source": {"ETH-20261127-2500-C": "2"},
                 "exposure": {"delta": "0.25", "gamma": "0.0000001", "vega_per_point_usd": "3",
                   "theta_per_day_usd": "-4", "missing": ["ETH-20261127-2500-C"]},
                 "pnl": {"total_usd": "4", "options_usd": "10", "perpetuals_usd": "-1",
                   "source_fees_usd": "2", "exchange_fees_usd": "3",
                   "unmarked": ["ETH-20261127-2500-C"]},
                 "live_quotes": 1, "hedging": 2, "failed_hedges": 3, "open_intents": 4}
                """,
                "status"));
  }

  @Test
  void hasNoStatusBeforeTheEngineRuns() throws IOException {
    assertThat(rig.send(rig.request("/api/status")).status()).isEqualTo(503);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api", "/api/trades", "/api/trades/1", "/api/status/", "/x"})
  void knowsNoOtherPaths(String path) throws IOException {
    assertThat(rig.send(rig.request(path)).status()).isEqualTo(404);
  }

  @Test
  void closesTheTokenFileToOthers() throws IOException {
    assertThat(Files.getPosixFilePermissions(rig.tokenFile()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(read(rig.tokenFile()).strip()).matches("[A-Za-z0-9_-]{43}");
  }

  @Test
  void replacesAnOpenTokenFileByAClosedOne() throws IOException {
    Path token = folder.resolve("open-token");
    Files.writeString(token, "old");
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-r--r--"));

    rig.open(new ManualBlock(true, 0, Optional.empty(), token), Map.of()).close();

    assertThat(Files.getPosixFilePermissions(token))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void takesTheTokenOfTheEnvironmentAndWritesNone() throws IOException {
    Path token = folder.resolve("no-token");
    ManualBlock block = new ManualBlock(true, 0, Optional.of("TOKEN"), token);
    try (ManualTradeSource other = rig.open(block, Map.of("TOKEN", "chosen-by-a-person\n"))) {
      other.start();
      ManualRig.Reply reply =
          rig.post(
              TRADE,
              request ->
                  request
                      .url("http://127.0.0.1:" + other.port() + "/api/trades")
                      .header("Authorization", "Bearer chosen-by-a-person"));

      assertThat(reply.status()).isEqualTo(202);
      assertThat(token).doesNotExist();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "fifteen-chars-x", "with a space in the middle of it"})
  void refusesATokenThatIsWeakOrUnusable(String token) {
    ManualBlock block = new ManualBlock(true, 0, Optional.of("TOKEN"), folder.resolve("t"));

    assertThatThrownBy(() -> rig.open(block, Map.of("TOKEN", token)))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("token_env: TOKEN: token must have 16 to 512 ")
        .hasMessageEndingWith("got something else");
  }

  @Test
  void saysWhenThePortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ManualBlock block =
          new ManualBlock(true, taken.getLocalPort(), Optional.empty(), folder.resolve("t"));

      assertThatThrownBy(() -> rig.open(block, Map.of()))
          .isInstanceOf(SettingsException.class)
          .hasMessage(
              "api_port: cannot listen on 127.0.0.1:%d, is it taken?"
                  .formatted(taken.getLocalPort()));
    }
  }

  @Test
  void saysWhenTheTokenFileCannotBeWritten() throws IOException {
    Path inTheWay = Files.writeString(folder.resolve("file"), "");
    ManualBlock block = new ManualBlock(true, 0, Optional.empty(), inTheWay.resolve("token"));

    assertThatThrownBy(() -> rig.open(block, Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("token_file: " + inTheWay.resolve("token") + " cannot be written");
  }

  @Test
  void isClosedTwiceWithoutHarm() {
    rig.close();

    assertThatCode(rig::close).doesNotThrowAnyException();
    assertThatThrownBy(() -> rig.post(TRADE)).isInstanceOf(IOException.class);
  }

  @Test
  void neverShowsItsToken() throws IOException {
    String token = read(rig.tokenFile()).strip();

    assertThat(rig.post(TRADE, request -> request.header("Authorization", "x")).body())
        .doesNotContain(token);
    assertThat(BearerToken.of(token)).hasToString("***");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
