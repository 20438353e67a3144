package io.arb.core.evm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The parsers take or refuse any text, and a refusal does not repeat it. */
class HostileTextPropertyTest {
  private static final long SEED = 0xbad_7e87L;
  private static final int CASES = 3000;
  private static final String ALPHABET =
      "0123456789abcdefABCDEFxXgG-+._ \t\r\n\u0000\u007f\u00a0\u0660\uff10\uff21\u202e\ud835\udfce";
  private static final String KEY =
      "9f3c52d1b8476ae05d3917c64f82ab0e6b51d7f49823ce7a01f5846db29e37c8";

  /** Every run of six digits of the key. */
  private static final String[] SIX_DIGITS =
      IntStream.rangeClosed(0, KEY.length() - 6)
          .mapToObj(i -> KEY.substring(i, i + 6))
          .toArray(String[]::new);

  private final SplittableRandom random = new SplittableRandom(SEED);

  static Stream<Arguments> parsers() {
    return Stream.of(
        parser("Hex", Hex::decode),
        parser("Address", Address::of),
        parser("PrivateKey", PrivateKey::parse),
        parser("Signature", Signature::parse));
  }

  private static Arguments parser(String name, Function<String, Object> parser) {
    return Arguments.argumentSet(name, parser);
  }

  @ParameterizedTest
  @MethodSource("parsers")
  void refuseRandomTextWithIllegalArgumentOnly(Function<String, Object> parser) {
    IntStream.range(0, CASES).forEach(i -> assertTotal(parser, randomText(140), "case " + i));
  }

  @ParameterizedTest
  @MethodSource("parsers")
  void neverRepeatASpoiltKey(Function<String, Object> parser) {
    IntStream.range(0, CASES).forEach(i -> assertTotal(parser, spoilt(), "case " + i));
  }

  /** Either a value, or an exception in whose messages no six digits of the key appear. */
  private static void assertTotal(Function<String, Object> parser, String text, String name) {
    Throwable thrown = catchThrowable(() -> parser.apply(text));

    assertThat(thrown == null || thrown.getClass() == IllegalArgumentException.class)
        .as("seed %s %s threw %s", SEED, name, thrown)
        .isTrue();
    assertThat(said(thrown)).as("seed %s %s", SEED, name).doesNotContain(SIX_DIGITS);
  }

  private static String said(@Nullable Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
        .map(Throwable::toString)
        .collect(Collectors.joining(System.lineSeparator()));
  }

  /** The key with a part cut out and hostile text in its place. */
  private String spoilt() {
    int from = random.nextInt(KEY.length() + 1);
    int to = random.nextInt(from, KEY.length() + 1);
    String prefix = "0x".repeat(random.nextInt(3));
    return prefix + KEY.substring(0, from) + randomText(9) + KEY.substring(to);
  }

  private String randomText(int maxLength) {
    return random
        .ints(random.nextInt(maxLength + 1), 0, ALPHABET.length())
        .mapToObj(i -> String.valueOf(ALPHABET.charAt(i)))
        .collect(Collectors.joining());
  }
}
