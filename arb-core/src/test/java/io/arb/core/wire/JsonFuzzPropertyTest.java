package io.arb.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever arrives, parsing returns a value or throws a {@link WireFormatException}. */
class JsonFuzzPropertyTest {
  private static final String WHOLE =
      """
      {"id":"17","result":{"price":"1992.36","amount":1.5e0,"legs":[{"n":1},null,[true]],"x":-0}}\
      """;
  private static final List<Function<Fields, ?>> READS =
      List.of(
          f -> f.text("id"),
          f -> f.decimal("price"),
          f -> f.bigInteger("amount"),
          f -> f.integer("x"),
          f -> f.bool("legs"),
          f -> f.objects("legs"),
          f -> f.texts("legs"),
          f -> f.optionalLong("amount"),
          f -> f.object("result").decimal("amount"),
          f -> f.object("result").objects("legs"),
          f -> f.object("result").longValue("x"));
  private static final String ALPHABET = "{}[]\",:0123456789eE+-.truefalsn\\u \n\u0000\ud800\u00e9";

  @Test
  void survivesMutatedFrames() {
    LongStream.range(0, 3_000)
        .forEach(seed -> assertTotal(seed, mutated(new SplittableRandom(seed))));
  }

  @Test
  void survivesNoise() {
    LongStream.range(0, 3_000)
        .forEach(seed -> assertTotal(seed, noise(new SplittableRandom(seed))));
  }

  @Test
  void survivesEveryTruncation() {
    IntStream.range(0, WHOLE.length()).forEach(end -> assertTotal(end, WHOLE.substring(0, end)));
  }

  private static void assertTotal(long seed, String text) {
    for (Function<Fields, ?> read : READS) {
      Throwable thrown = catchThrowable(() -> read.apply(Fields.parse(text, "fuzz")));
      assertThat(Stream.ofNullable(thrown))
          .as("seed %d, text %s", seed, text)
          .allSatisfy(failure -> assertThat(failure).isInstanceOf(WireFormatException.class));
    }
  }

  private static String mutated(SplittableRandom random) {
    StringBuilder text = new StringBuilder(WHOLE);
    IntStream.range(0, random.nextInt(1, 4)).forEach(i -> mutate(text, random));
    return text.toString();
  }

  private static void mutate(StringBuilder text, SplittableRandom random) {
    int at = random.nextInt(text.length());
    switch (random.nextInt(3)) {
      case 0 -> text.deleteCharAt(at);
      case 1 -> text.insert(at, letter(random));
      default -> text.setCharAt(at, letter(random));
    }
  }

  private static String noise(SplittableRandom random) {
    return IntStream.range(0, random.nextInt(40))
        .mapToObj(i -> String.valueOf(letter(random)))
        .collect(Collectors.joining());
  }

  private static char letter(SplittableRandom random) {
    return ALPHABET.charAt(random.nextInt(ALPHABET.length()));
  }
}
