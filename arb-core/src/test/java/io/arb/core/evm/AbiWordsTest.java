package io.arb.core.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AbiWordsTest {
  private static final BigInteger ONE = BigInteger.ONE;
  private static final String ZEROS = "0".repeat(64);
  private static final String ONES = "f".repeat(64);

  private static BigInteger pow2(int exponent) {
    return ONE.shiftLeft(exponent);
  }

  private static Arguments outside(
      String type, BiConsumer<AbiWords, BigInteger> append, BigInteger value) {
    return Arguments.of(type, append, value);
  }

  static Stream<Arguments> numbersAndWords() {
    return Stream.of(
        Arguments.of(new AbiWords().uint(0), ZEROS),
        Arguments.of(new AbiWords().uint(1), ZEROS.substring(1) + "1"),
        Arguments.of(new AbiWords().uint(Long.MAX_VALUE), "0".repeat(48) + "7fffffffffffffff"),
        Arguments.of(new AbiWords().uint(pow2(256).subtract(ONE)), ONES),
        Arguments.of(new AbiWords().uint(pow2(255)), "8" + ZEROS.substring(1)),
        Arguments.of(
            new AbiWords().uint64(pow2(64).subtract(ONE)), "0".repeat(48) + "f".repeat(16)),
        Arguments.of(
            new AbiWords().uint128(pow2(128).subtract(ONE)), "0".repeat(32) + "f".repeat(32)),
        Arguments.of(new AbiWords().int256(BigInteger.ZERO), ZEROS),
        Arguments.of(new AbiWords().int256(ONE), ZEROS.substring(1) + "1"),
        Arguments.of(new AbiWords().int256(ONE.negate()), ONES),
        Arguments.of(new AbiWords().int256(pow2(255).negate()), "8" + ZEROS.substring(1)),
        Arguments.of(new AbiWords().int256(pow2(255).subtract(ONE)), "7" + ONES.substring(1)),
        Arguments.of(
            new AbiWords().int128(pow2(127).negate()), "f".repeat(32) + "8" + "0".repeat(31)),
        Arguments.of(
            new AbiWords().int128(pow2(127).subtract(ONE)), "0".repeat(32) + "7" + "f".repeat(31)),
        Arguments.of(
            new AbiWords().int256(new BigInteger("-2000000000000000000")),
            "f".repeat(48) + "e43e9298b1380000"),
        Arguments.of(new AbiWords().bool(true), ZEROS.substring(1) + "1"),
        Arguments.of(new AbiWords().bool(false), ZEROS),
        Arguments.of(
            new AbiWords().address(Address.of("0x" + "ab".repeat(20))),
            "0".repeat(24) + "ab".repeat(20)),
        Arguments.of(new AbiWords().bytes32(Hex.decode("cd".repeat(32))), "cd".repeat(32)),
        Arguments.of(
            new AbiWords().hashed(new byte[0]),
            "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"));
  }

  static Stream<Arguments> numbersOutOfRange() {
    return Stream.of(
        outside("uint256", AbiWords::uint, ONE.negate()),
        outside("uint256", AbiWords::uint, pow2(256)),
        outside("uint64", AbiWords::uint64, ONE.negate()),
        outside("uint64", AbiWords::uint64, pow2(64)),
        outside("uint128", AbiWords::uint128, ONE.negate()),
        outside("uint128", AbiWords::uint128, pow2(128)),
        outside("int256", AbiWords::int256, pow2(255)),
        outside("int256", AbiWords::int256, pow2(255).add(ONE).negate()),
        outside("int128", AbiWords::int128, pow2(127)),
        outside("int128", AbiWords::int128, pow2(127).add(ONE).negate()));
  }

  @ParameterizedTest
  @MethodSource("numbersAndWords")
  void fillsOneWord(AbiWords words, String digits) {
    assertThat(Hex.encode(words.toBytes())).isEqualTo("0x" + digits);
  }

  @ParameterizedTest
  @MethodSource("numbersOutOfRange")
  void refusesANumberThatDoesNotFit(
      String type, BiConsumer<AbiWords, BigInteger> append, BigInteger value) {
    AbiWords words = new AbiWords();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> append.accept(words, value))
        .withMessage(type + " cannot hold " + value);
    assertThat(words.toBytes()).isEmpty();
  }

  @Test
  void refusesANegativeLong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AbiWords().uint(-1))
        .withMessage("uint256 cannot hold -1");
  }

  @Test
  void refusesAnotherLengthThan32Bytes() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AbiWords().bytes32(new byte[31]))
        .withMessage("bytes32 needs 32 bytes, got 31");
  }

  @Test
  void keepsTheOrderOfTheCalls() {
    byte[] bytes = new AbiWords().uint(1).bool(false).uint(2).toBytes();

    assertThat(bytes).hasSize(96);
    assertThat(bytes[31]).isEqualTo((byte) 1);
    assertThat(Arrays.copyOfRange(bytes, 32, 64)).containsOnly(0);
    assertThat(bytes[95]).isEqualTo((byte) 2);
  }

  @Test
  void givesAwayACopyOfItsBytes() {
    AbiWords words = new AbiWords().uint(1);
    words.toBytes()[31] = 9;

    assertThat(words.toBytes()[31]).isEqualTo((byte) 1);
  }
}
