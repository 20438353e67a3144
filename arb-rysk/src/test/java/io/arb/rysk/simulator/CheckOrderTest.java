package io.arb.rysk.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.rysk.sign.RyskChain;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Of two things that are wrong with a quote, the one that is looked at first is answered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckOrderTest {
  private static final String UNKNOWN_ID = "unknown";

  /** One thing to do wrong; in the order of the checks. */
  private enum Wrong {
    SHAPE(-32602),
    REQUEST(-32010),
    TERMS(-32011),
    NONCE(-32013),
    VALIDITY(-32003),
    PRICE(-32602),
    SIGNATURE(-32012),
    BALANCE(-32014);

    private final int code;

    Wrong(int code) {
      this.code = code;
    }
  }

  private final Stage stage = Stage.open();
  private JsonNode push = stage.ask();

  @BeforeAll
  void spendANonce() {
    push = stage.ask();
    stage.quote(push, "1", 1);
  }

  @AfterAll
  void close() {
    stage.close();
  }

  static Stream<Arguments> pairs() {
    List<Wrong> all = List.of(Wrong.values());
    return IntStream.range(0, all.size())
        .boxed()
        .flatMap(
            first ->
                all.subList(first, all.size()).stream()
                    .map(second -> Arguments.of(all.get(first), second)));
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void earlierCheckIsAnswered(Wrong first, Wrong second) {
    List<Wrong> wrong = List.of(first, second);
    String id = wrong.contains(Wrong.REQUEST) ? UNKNOWN_ID : push.get("id").textValue();

    JsonNode answer = stage.maker.ask(id, "quote", quote(wrong));

    assertThat(answer.at("/error/code").intValue()).isEqualTo(first.code);
  }

  private ObjectNode quote(List<Wrong> wrong) {
    String fair = wrong.contains(Wrong.BALANCE) ? "9".repeat(38) : "42500000000000000000";
    ObjectNode quote =
        TestMaker.FIRST.unsigned(
            push.get("result"),
            wrong.contains(Wrong.PRICE) ? "9".repeat(40) : fair,
            wrong.contains(Wrong.NONCE) ? "1" : "2",
            wrong.contains(Wrong.VALIDITY) ? 0 : TestMaker.VALID_UNTIL);
    quote.put("strike", wrong.contains(Wrong.TERMS) ? "1" : "300000000000");
    TestMaker.FIRST.signed(quote, RyskChain.BASE_SEPOLIA.domain());
    quote.put(
        "signature", wrong.contains(Wrong.SIGNATURE) ? "0x" : quote.get("signature").asText());
    return wrong.contains(Wrong.SHAPE) ? quote.without("usd") : quote;
  }
}
