package io.arb.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowReaderFuzzPropertyTest {
  private static final int FILES = 2_000;
  private static final String TYPED = "\",\n\r{}[]:\\ '#;%\0\t\ufeff\u2028é0123456789.eE+-abcNaN";
  private static final List<String> STARTS =
      List.of(
          "strike,type\n3200,call\n3300,\"put\"\n\"1,0\",\"a\"\"b\"\n",
          "{\"strike\":3200,\"type\":\"call\"}\n{\"strike\":\"1e3\",\"type\":null}\n{}\n");

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void readsOrRefusesEveryLineOfADamagedFile(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < FILES; i++) {
      String text = damaged(random);

      List<String> rows = RowReaderTest.rows(text);

      assertThat(rows).as("seed %s, text %s", seed, text).hasSizeLessThanOrEqualTo(lines(text));
      assertThat(rows.stream().map(RowReaderFuzzPropertyTest::line).toList())
          .as("seed %s, text %s", seed, text)
          .isSorted()
          .doesNotHaveDuplicates()
          .allMatch(line -> line >= 1 && line <= lines(text));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void readsBackWhatWasQuotedByTheRules(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < FILES; i++) {
      String value = "x" + text(random, 1 + random.nextInt(8)).replaceAll("[\n\r]", "") + "x";
      String quoted = '"' + value.replace("\"", "\"\"") + '"';

      assertThat(RowReaderTest.rows("type,strike\n" + quoted + ",1\n"))
          .as("seed %s", seed)
          .containsExactly("2 strike=1 type=" + value);
    }
  }

  private static String damaged(SplittableRandom random) {
    StringBuilder text = new StringBuilder(STARTS.get(random.nextInt(STARTS.size())));
    for (int wounds = 1 + random.nextInt(5); wounds > 0; wounds--) {
      int at = random.nextInt(text.length() + 1);
      int until = Math.min(text.length(), at + random.nextInt(4));
      text.replace(at, until, text(random, random.nextInt(3)));
    }
    return text.toString();
  }

  private static String text(SplittableRandom random, int length) {
    return IntStream.range(0, length)
        .mapToObj(i -> String.valueOf(TYPED.charAt(random.nextInt(TYPED.length()))))
        .collect(Collectors.joining());
  }

  private static int lines(String text) {
    return text.split("\n", -1).length;
  }

  private static long line(String row) {
    return Long.parseLong(row.substring(0, row.indexOf(' ')));
  }
}
