package io.arb.rysk.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.arb.core.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramingTest {
  private final Stage stage = Stage.open();

  @AfterEach
  void close() {
    stage.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "nonsense", "{}{}", "{\"id\":\"a\",\"id\":\"b\"}", "\"open"})
  void whatIsNotOneJsonValueIsAParseErrorWithoutAnId(String text) {
    stage.maker.send(text);
    JsonNode answer = stage.maker.next();

    assertThat(answer.at("/error/code").intValue()).isEqualTo(-32700);
    assertThat(answer.get("id")).isEqualTo(NullNode.getInstance());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "7",
        "null",
        "[{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"method\":\"balances\",\"params\":{}}]",
        "{\"id\":\"1\",\"method\":\"balances\",\"params\":{}}",
        "{\"jsonrpc\":\"1.0\",\"id\":\"1\",\"method\":\"balances\",\"params\":{}}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"balances\",\"params\":{}}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"balances\",\"params\":{}}",
        "{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"params\":{}}",
        "{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"result\":\"OK\"}"
      })
  void jsonThatIsNoRequestIsAnInvalidRequest(String text) {
    stage.maker.send(text);

    assertThat(stage.maker.next().at("/error/code").intValue()).isEqualTo(-32600);
  }

  @Test
  void errorRepeatsTheIdWhereverThereIsOne() {
    stage.maker.send("{\"id\":\"mine\"}");

    assertThat(stage.maker.next().get("id").textValue()).isEqualTo("mine");
  }

  @ParameterizedTest
  @CsvSource({"maker", "taker"})
  void unknownMethodIsSaidToBe(String path) {
    Peer peer = stage.add(Peer.connect(stage.simulator.webSocketBase().resolve("/" + path)));

    assertThat(peer.ask("1", "transfer", Json.object()).at("/error/code").intValue())
        .isEqualTo(-32601);
  }

  @ParameterizedTest
  @ValueSource(strings = {"quote", "balances", "positions", "deposit", "withdraw"})
  void paramsHaveToBeAnObject(String method) {
    stage.maker.send("{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"method\":\"" + method + "\"}");
    assertThat(stage.maker.next().at("/error/code").intValue()).isIn(-32602, -32010);

    assertThat(stage.maker.ask("1", method, Json.array()).at("/error/code").intValue())
        .isEqualTo(-32602);
  }

  @Test
  void blankFramesAreIgnored() {
    stage.maker.send(" ");
    stage.maker.send("\n");

    assertThat(stage.maker.isQuiet()).isTrue();
  }

  @Test
  void whatIsSentOnTheRequestStreamIsNotRead() {
    stage.rfqs.send("nonsense");
    JsonNode push = stage.ask();

    assertThat(push.has("result")).isTrue();
    assertThat(stage.simulator.books().messagesRefused()).isEmpty();
  }

  @Test
  void otherSpellingsOfTheStreamAreSilent() {
    String asset = stage.simulator.rfqUri().getPath();
    Peer upper =
        stage.add(
            Peer.connect(
                stage.simulator.webSocketBase().resolve(asset.replace("0xb67b", "0xB67B"))));
    Peer unknown = stage.add(Peer.connect(stage.simulator.webSocketBase().resolve("/rfqs/0x12")));
    stage.ask();

    upper.close();
    unknown.close();

    assertThat(upper.received()).isZero();
    assertThat(unknown.received()).isZero();
  }

  /** Pieces of real messages, cut and stirred; the seed is in the name of the failing assertion. */
  @Test
  void hostileFramesNeverStopTheServer() {
    long seed = 20_261_223;
    SplittableRandom random = new SplittableRandom(seed);
    JsonNode push = stage.ask();
    String valid =
        Peer.request(
            push.get("id").textValue(),
            "quote",
            TestMaker.FIRST.quote(push.get("result"), "42.5", 7));
    Peer taker = stage.connectTaker();

    IntStream.range(0, 400)
        .forEach(
            round -> {
              stage.maker.send(mutant(valid, random));
              taker.send(mutant(valid.replace("quote", "confirm"), random));
            });
    stage.maker.send("[".repeat(100_000));
    stage.maker.send("{\"id\":\"" + "9".repeat(1 << 20) + "\"}");
    stage.maker.send(
        "{\"jsonrpc\":\"2.0\",\"id\":\"1\",\"method\":\"quote\",\"params\":"
            + "9".repeat(100_000)
            + "}");

    Peer fresh = stage.connectMaker();
    assertThat(fresh.ask("b", "balances", TestMaker.FIRST.account()).has("result"))
        .as("seed %d", seed)
        .isTrue();
    assertThat(stage.quote(fresh, push, "43", 8).path("result").asText())
        .as("seed %d", seed)
        .isEqualTo("OK");
  }

  private static String mutant(String text, SplittableRandom random) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int from = random.nextInt(bytes.length);
    int length = random.nextInt(bytes.length - from) + 1;
    byte[] noise = new byte[random.nextInt(12)];
    random.nextBytes(noise);
    String head = new String(bytes, 0, from, StandardCharsets.UTF_8);
    String tail =
        new String(bytes, from + length, bytes.length - from - length, StandardCharsets.UTF_8);
    return head + new String(noise, StandardCharsets.ISO_8859_1) + tail;
  }
}
