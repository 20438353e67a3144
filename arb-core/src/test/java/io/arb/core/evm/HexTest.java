package io.arb.core.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HexTest {
  @Test
  void writesThePrefixAndLowerCase() {
    assertThat(Hex.encode(new byte[] {0, (byte) 0xAB, 0x7f, (byte) 0xff})).isEqualTo("0x00ab7fff");
    assertThat(Hex.encode(new byte[0])).isEqualTo("0x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x00ab7fff", "00ab7fff", "0x00AB7FFF", "00aB7fFf"})
  void readsEitherCaseWithOrWithoutPrefix(String text) {
    assertThat(Hex.decode(text)).containsExactly(0, 0xab, 0x7f, 0xff);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0x"})
  void readsNoDigitsAsNoBytes(String text) {
    assertThat(Hex.decode(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0X00",
        "0x0x00",
        " 00",
        "00 ",
        "0x 00",
        "00\n",
        "-0",
        "+1",
        "zz",
        "0g",
        "x0",
        "0\u0660",
        "\uff21\uff21",
        "\uD835\uDFCE",
        "0\u0000"
      })
  void refusesAnythingButAsciiDigits(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hex.decode("sub id", text))
        .withMessageStartingWith("sub id needs hexadecimal digits only, character ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0x0", "0x123", "12345"})
  void refusesHalfAByte(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hex.decode("sub id", text))
        .withMessageStartingWith("sub id needs an even number of digits, got ");
  }

  @Test
  void countsTheRefusedCharacterFromTheStartOfTheText() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Hex.decode("0x12g4"))
        .withMessage("hex text needs hexadecimal digits only, character 4 is none");
  }
}
