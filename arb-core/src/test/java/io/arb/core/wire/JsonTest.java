package io.arb.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  record Point(int x) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"a\":1}{",
        "{\"a\":1} x",
        "{\"a\":1,\"a\":2}",
        "{'a':1}",
        "{\"a\":NaN}",
        "{\"a\":01}",
        "[1,]",
        "OK",
        "\u0000"
      })
  void refusesWhatIsNotExactlyOneValue(String text) {
    assertThatThrownBy(() -> Json.parse(text, "frame"))
        .isInstanceOf(WireFormatException.class)
        .hasMessageStartingWith("frame $ must be JSON, got ");
  }

  @Test
  void refusesDepthThatWouldExhaustTheStack() {
    assertThatThrownBy(() -> Json.parse("[".repeat(100_000), "frame"))
        .isInstanceOf(WireFormatException.class);
  }

  @Test
  void refusesNumbersWithoutEnd() {
    assertThatThrownBy(() -> Json.parse("9".repeat(1_000_000), "frame"))
        .isInstanceOf(WireFormatException.class)
        .message()
        .hasSizeLessThan(300);
  }

  @Test
  void refusesExponentsThatNoDecimalCanCarry() {
    assertThatThrownBy(() -> Json.parse("{\"strike\":1e40050000000}", "frame"))
        .isInstanceOf(WireFormatException.class);
  }

  @Test
  void keepsFractionsExactWithTheirZeros() {
    assertThat(Json.parse("{\"p\":0.10}", "book").get("p").decimalValue())
        .isEqualTo(new BigDecimal("0.10"));
    assertThat(Json.write(Json.parse("{\"p\":1992.360,\"q\":\"1.50\"}", "book")))
        .isEqualTo("{\"p\":1992.360,\"q\":\"1.50\"}");
  }

  @Test
  void bindsRecordsAndPassesOverUnknownKeys() throws JsonProcessingException {
    assertThat(Json.mapper().readValue("{\"x\":1,\"y\":2}", Point.class)).isEqualTo(new Point(1));
  }
}
