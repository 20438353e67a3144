package io.arb.core.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
  private static final String ZERO =
      "0000000000000000000000000000000000000000000000000000000000000000";
  private static final String ONE =
      "0000000000000000000000000000000000000000000000000000000000000001";
  private static final String N =
      "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";
  private static final String N_MINUS_1 =
      "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364140";
  private static final String HALF_N =
      "7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0";
  private static final String HALF_N_PLUS_1 =
      "7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a1";

  @ParameterizedTest
  @CsvSource({
    ONE + "," + ONE + ",1b",
    ONE + "," + ONE + ",1c",
    N_MINUS_1 + "," + HALF_N + ",1b",
  })
  void readsAndWritesTheWholeRange(String r, String s, String v) {
    assertThat(Signature.parse("0x" + r + s + v).hex()).isEqualTo("0x" + r + s + v);
    assertThat(Signature.parse(r + s + v)).hasToString("0x" + r + s + v);
  }

  @ParameterizedTest
  @CsvSource({
    ZERO + "," + ONE + ",1b, signature r needs 1 to",
    N + "," + ONE + ",1b, signature r needs 1 to",
    ONE + "," + ZERO + ",1b, signature s needs 1 to",
    ONE + "," + HALF_N_PLUS_1 + ",1b, signature s needs 1 to",
    ONE + "," + N_MINUS_1 + ",1b, signature s needs 1 to",
    ONE + "," + N + ",1b, signature s needs 1 to",
    ONE + "," + ONE + ",00, 'signature v needs 27 or 28, got 0'",
    ONE + "," + ONE + ",01, 'signature v needs 27 or 28, got 1'",
    ONE + "," + ONE + ",1a, 'signature v needs 27 or 28, got 26'",
    ONE + "," + ONE + ",1d, 'signature v needs 27 or 28, got 29'",
    ONE + "," + ONE + ",ff, 'signature v needs 27 or 28, got 255'",
  })
  void refusesValuesThatNoContractAccepts(String r, String s, String v, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Signature.parse("0x" + r + s + v))
        .withMessageStartingWith(reason);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 64, 66, 130})
  void refusesAnotherLength(int bytes) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Signature.parse("0x" + "1b".repeat(bytes)))
        .withMessage("signature needs 65 bytes, got " + bytes);
  }

  @Test
  void isEqualByValue() {
    Signature signature = new Signature(BigInteger.ONE, BigInteger.TWO, 27);

    assertThat(signature)
        .isEqualTo(Signature.parse(signature.hex()))
        .hasSameHashCodeAs(Signature.parse(signature.hex()))
        .isNotEqualTo(new Signature(BigInteger.TWO, BigInteger.TWO, 27))
        .isNotEqualTo(new Signature(BigInteger.ONE, BigInteger.ONE, 27))
        .isNotEqualTo(new Signature(BigInteger.ONE, BigInteger.TWO, 28));
  }

  @Test
  void padsShortNumbersOnTheLeft() {
    byte[] bytes = new Signature(BigInteger.ONE, BigInteger.TWO, 28).toBytes();

    assertThat(Hex.encode(bytes)).isEqualTo("0x" + ONE + "00".repeat(31) + "02" + "1c");
  }
}
