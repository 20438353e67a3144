package io.arb.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.arb.greeks.OptionType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
  @ParameterizedTest
  @CsvSource({
    "3000, 3000",
    "+1.5, 1.5",
    ".5, 0.5",
    "7., 7",
    "1e3, 1000",
    "2.5E-3, 0.0025",
    "65%, 0.65",
    "' 12 ', 12"
  })
  void readsDecimalNumbersAndPercent(String text, double expected) throws FieldException {
    assertThat(row(text).positive("x")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "NaN",
        "Infinity",
        "0x10",
        "1d",
        "1f",
        "1,5",
        "1 000",
        "1e999",
        "--1",
        "%",
        "1%%",
        "1e",
        ".",
        "-",
        "٣",
        "0",
        "-1",
        "1e16"
      })
  void refusesWhatIsNoAmount(String text) {
    assertThatExceptionOfType(FieldException.class)
        .isThrownBy(() -> row(text).positive("x"))
        .withMessage("x: expected a number above 0, from 1e-15 to 1e15, got '" + text + "'");
  }

  @Test
  void saysWhatIsMissing() {
    assertThatExceptionOfType(FieldException.class)
        .isThrownBy(() -> Fields.ofOptions(Map.of("far_expiry", " ")).positive("far_expiry"))
        .withMessage("--far-expiry: expected a number above 0, from 1e-15 to 1e15, got nothing");
  }

  @Test
  void showsOnlyTheStartOfALongValueAndNoControlCharacters() {
    assertThatExceptionOfType(FieldException.class)
        .isThrownBy(() -> row("\u001b" + "x".repeat(5000)).positive("x"))
        .withMessageEndingWith("got '?" + "x".repeat(59) + "...'");
  }

  @Test
  void readsWordsInAnyCase() throws FieldException {
    assertThat(row("Put").word("x", OptionType.class)).isEqualTo(OptionType.PUT);
  }

  @Test
  void listsTheWordsThereAre() {
    assertThatExceptionOfType(FieldException.class)
        .isThrownBy(() -> row("c").word("x", OptionType.class))
        .withMessage("x: expected call or put, got 'c'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,2,30%", "1/2/30%", "1 2 30%", "1, 2, 30%"})
  void readsSeveralNumbers(String text) throws FieldException {
    assertThat(row(text).numbers("x", 3, "any", value -> true)).containsExactly(1.0, 2.0, 0.3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,2", "1,2,3,4", "1,,3", "1,2,x", ",1,2,3"})
  void refusesTooFewTooManyAndBadNumbers(String text) {
    assertThatExceptionOfType(FieldException.class)
        .isThrownBy(() -> row(text).numbers("x", 3, "any", value -> true))
        .withMessage("x: expected 3 numbers with commas between, each any, got '" + text + "'");
  }

  @Test
  void takesDefaultsWhereItSaysNothing() {
    Fields fields =
        Fields.ofRow(Map.of("a", "1", "b", ""))
            .orElse(Fields.ofOptions(Map.of("a", "8", "b", "9")));

    assertThat(fields.text("a")).contains("1");
    assertThat(fields.text("b")).contains("9");
  }

  private static Fields row(String text) {
    return Fields.ofRow(Map.of("x", text));
  }
}
