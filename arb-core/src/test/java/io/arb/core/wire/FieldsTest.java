package io.arb.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
  @Test
  void readsEveryKind() {
    Fields fields =
        Fields.parse(
            """
            {"name":"ETH-PERP","price":"1992.360","amount":1.50,"expiry":1795766400,
             "nonce":"1700000000123456789","quantity":"1000000000000000000000","live":true,
             "details":{"strike":"2500"},"bids":[["1","2"]],"legs":[{"id":"a"},{"id":"b"}],
             "channels":["x","y"]}
            """,
            "instrument");
    assertThat(fields.text("name")).isEqualTo("ETH-PERP");
    assertThat(fields.decimal("price")).isEqualTo(new BigDecimal("1992.360"));
    assertThat(fields.decimal("amount")).isEqualTo(new BigDecimal("1.50"));
    assertThat(fields.integer("expiry")).isEqualTo(1795766400);
    assertThat(fields.longValue("nonce")).isEqualTo(1700000000123456789L);
    assertThat(fields.bigInteger("quantity")).isEqualTo(BigInteger.TEN.pow(21));
    assertThat(fields.bool("live")).isTrue();
    assertThat(fields.object("details").decimal("strike")).isEqualTo("2500");
    assertThat(fields.array("bids")).hasSize(1);
    assertThat(fields.objects("legs")).extracting(leg -> leg.text("id")).containsExactly("a", "b");
    assertThat(fields.texts("channels")).containsExactly("x", "y");
  }

  @Test
  void takesAbsentAndNullAsEmptyWhereThatIsAllowed() {
    Fields fields = Fields.parse("{\"nothing\":null,\"some\":\"7\"}", "rfq");
    assertThat(fields.optionalText("nothing")).isEmpty();
    assertThat(fields.optionalText("absent")).isEmpty();
    assertThat(fields.optionalDecimal("absent")).isEmpty();
    assertThat(fields.optionalBigInteger("nothing")).isEmpty();
    assertThat(fields.optionalLong("absent")).isEmpty();
    assertThat(fields.optionalBool("absent")).isEmpty();
    assertThat(fields.optionalObject("nothing")).isEmpty();
    assertThat(fields.optionalText("some")).contains("7");
    assertThat(fields.optionalLong("some")).hasValue(7);
    assertThat(fields.has("nothing")).isFalse();
    assertThat(fields.has("some")).isTrue();
  }

  @Test
  void refusesTheWrongKindEvenWhereAbsenceIsAllowed() {
    Fields fields = Fields.parse("{\"a\":[1],\"b\":7}", "rfq");
    assertWrong(
        f -> f.optionalDecimal("a"), fields, "rfq a must be a decimal number, got an array");
    assertWrong(f -> f.optionalText("b"), fields, "rfq b must be a string, got 7");
    assertWrong(f -> f.optionalObject("b"), fields, "rfq b must be an object, got 7");
    assertWrong(f -> f.optionalBool("b"), fields, "rfq b must be true or false, got 7");
  }

  @Test
  void namesMessageFieldValueAndExpectation() {
    Fields fields = Fields.parse("{\"price\":\"cheap\",\"name\":null}", "order");
    assertWrong(
        f -> f.decimal("price"), fields, "order price must be a decimal number, got \"cheap\"");
    assertWrong(f -> f.text("name"), fields, "order name must be a string, got null");
    assertWrong(f -> f.integer("size"), fields, "order size must be a whole number, got nothing");
    assertWrong(f -> f.array("legs"), fields, "order legs must be an array, got nothing");
  }

  @Test
  void namesThePathOfANestedField() {
    Fields fields =
        Fields.parse("{\"result\":{\"legs\":[{\"price\":\"1\"},{\"price\":true}]}}", "quote");
    assertThatThrownBy(
            () -> fields.object("result").objects("legs").forEach(leg -> leg.decimal("price")))
        .isInstanceOfSatisfying(
            WireFormatException.class,
            e -> {
              assertThat(e.field()).isEqualTo("result.legs[1].price");
              assertThat(e.wireMessage()).isEqualTo("quote");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\"",
        "\" 1\"",
        "\"1,5\"",
        "\"0x10\"",
        "\"NaN\"",
        "\"Infinity\"",
        "\"1e\"",
        "\".5\"",
        "\"1e9999\"",
        "1e9999",
        "1e-9999",
        "1e2147483647",
        "\"\u0661\u0662\"",
        "true",
        "{}"
      })
  void refusesWhatIsNoPlainNumber(String value) {
    Fields fields = Fields.parse("{\"p\":" + value + "}", "tick");
    assertThatThrownBy(() -> fields.decimal("p")).isInstanceOf(WireFormatException.class);
    assertThatThrownBy(() -> fields.bigInteger("p")).isInstanceOf(WireFormatException.class);
    assertThatThrownBy(() -> fields.longValue("p")).isInstanceOf(WireFormatException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "\"1.5\"", "9223372036854775808", "\"-9223372036854775809\""})
  void neverRoundsNorWrapsIntoALong(String value) {
    Fields fields = Fields.parse("{\"n\":" + value + "}", "time");
    assertThatThrownBy(() -> fields.longValue("n")).isInstanceOf(WireFormatException.class);
  }

  @Test
  void neverWrapsIntoAnInt() {
    Fields fields = Fields.parse("{\"n\":2147483648}", "time");
    assertWrong(
        f -> f.integer("n"), fields, "time n must be a whole number of 32 bits, got 2147483648");
    assertThat(Fields.parse("{\"n\":2147483647}", "time").integer("n")).isEqualTo(2147483647);
  }

  @Test
  void takesWholeNumbersInAnyNotation() {
    assertThat(Fields.parse("{\"n\":1.7e3}", "time").longValue("n")).isEqualTo(1700);
    assertThat(Fields.parse("{\"n\":\"5.0\"}", "time").integer("n")).isEqualTo(5);
  }

  @Test
  void refusesWhatIsNoObject() {
    assertThatThrownBy(() -> Fields.parse("[]", "frame"))
        .hasMessage("frame $ must be an object, got an array");
  }

  @Test
  void cutsLongValuesAndHidesContainers() {
    Fields fields =
        Fields.parse("{\"a\":\"" + "x".repeat(5_000) + "\",\"b\":{\"key\":\"canary\"}}", "frame");
    assertThatThrownBy(() -> fields.decimal("a")).message().hasSizeLessThan(200);
    assertThatThrownBy(() -> fields.text("b")).message().doesNotContain("canary");
    assertThat(fields.toString()).doesNotContain("canary");
  }

  @Test
  void letsTheCallerReportAValueThatItCannotAccept() {
    Fields fields = Fields.parse("{\"side\":\"hold\"}", "order");
    assertThat(fields.wrong("side", "buy or sell"))
        .hasMessage("order side must be buy or sell, got \"hold\"");
  }

  private static void assertWrong(Function<Fields, ?> read, Fields fields, String message) {
    assertThatThrownBy(() -> read.apply(fields))
        .isInstanceOf(WireFormatException.class)
        .hasMessage(message);
  }
}
