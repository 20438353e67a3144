package io.arb.cli.greeks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of any values: each is answered in finite numbers or refused with its line. */
class AnyRowPropertyTest {
  private static final int ROWS = 3_000;
  private static final Pattern COMPLAINT =
      Pattern.compile("line \\d+: [a-z]+: expected .+, got ('.*'|nothing)");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<List<String>> VALUES =
      List.of(
          List.of("call", "put", "PUT", "c"),
          List.of("1e-15", "0.01", "3000", "3200", "1e15", "1e16", "0"),
          List.of("0d", "1m", "1.5h", "30d", "36500d", "2026-11-22", "2099-01-01", "soon"),
          List.of("", "1e-15", "3000", "1e15", "NaN"),
          List.of("", "1e-15", "3000", "1e15", "-1"),
          List.of("", "0", "-2", "2", "3%", "2.1"),
          List.of("", "0", "-2", "2"),
          List.of("", "0", "1e-300", "1e-9", "0.65", "65%", "20", "65"),
          List.of("", "0", "1e-12", "150", "2999", "1e15"),
          List.of("", "1", "-1e15", "1e-300", "0"));

  private final Path file;

  AnyRowPropertyTest(@TempDir Path folder) {
    this.file = folder.resolve("rows.csv");
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33})
  void isAnsweredOrRefused(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> rows = new ArrayList<>();
    rows.add("type,strike,expiry,spot,forward,rate,carry,vol,price,quantity");
    for (int i = 0; i < ROWS; i++) {
      rows.add(row(random));
    }
    Files.write(file, rows);

    Outcome outcome =
        Outcome.of(file.toString(), "--now=2026-11-22", "--json", "--inverse", "--all");

    assertThat(outcome.lines().size() + outcome.complaints().size())
        .as("seed %s", seed)
        .isEqualTo(ROWS);
    assertThat(outcome.complaints())
        .as("seed %s", seed)
        .allMatch(line -> COMPLAINT.matcher(line).matches());
    assertThat(outcome.lines()).as("seed %s", seed).hasSizeGreaterThan(ROWS / 200);
    for (String line : outcome.lines()) {
      assertThat(JSON.readTree(line))
          .as("seed %s, %s", seed, line)
          .allMatch(AnyRowPropertyTest::isFinite);
    }
  }

  @Test
  void agreesWithTheCommandLine() throws IOException {
    Files.writeString(file, "type,strike,expiry,spot,rate,vol\nput,3200,30d,3000,3%,65%\n");

    String row = Outcome.of(file.toString(), "--now=2026-11-22", "--json").out();
    String one =
        Outcome.of(
                "--type=put",
                "--strike=3200",
                "--expiry=30d",
                "--spot=3000",
                "--rate=3%",
                "--vol=65%",
                "--now=2026-11-22",
                "--json")
            .out();

    assertThat(row).isEqualTo(one.replace("{\"type\"", "{\"id\":\"2\",\"type\""));
  }

  private static String row(SplittableRandom random) {
    Stream<String> cells = VALUES.stream().map(values -> values.get(random.nextInt(values.size())));
    return cells.collect(Collectors.joining(","));
  }

  private static boolean isFinite(JsonNode value) {
    return !value.isNumber() || Double.isFinite(value.doubleValue());
  }
}
