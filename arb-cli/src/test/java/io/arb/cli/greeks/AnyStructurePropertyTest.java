package io.arb.cli.greeks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Structures of any values: each is answered or refused with its line. */
class AnyStructurePropertyTest {
  private static final int ROWS = 300;
  private static final long SEED = 41;
  private static final List<String> USD = List.of("1e-15", "2800", "3000", "3200", "3400", "1e15");
  private static final List<String> VOLS = List.of("0", "1e-9", "65%", "66%", "20");
  private static final List<String> PRICES = List.of("0", "1e-12", "130", "140", "1e15");
  private static final List<String> QUANTITIES = List.of("", "1", "-3", "1e-15", "-1e15");

  private static final Set<StructureKind> TYPED =
      EnumSet.of(
          StructureKind.VERTICAL,
          StructureKind.BUTTERFLY,
          StructureKind.CALENDAR,
          StructureKind.RATIO);

  private final Path file;

  AnyStructurePropertyTest(@TempDir Path folder) {
    this.file = folder.resolve("rows.csv");
  }

  @ParameterizedTest
  @EnumSource
  void isAnsweredOrRefused(StructureKind kind) throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    List<String> rows = new ArrayList<>();
    rows.add("strikes,vols,prices,quantity,spot,rate,expiry" + extras(kind));
    for (int i = 0; i < ROWS; i++) {
      rows.add(row(kind, random));
    }
    Files.write(file, rows);

    Outcome outcome =
        Outcome.of("structure", kind.word(), file.toString(), "--now=2026-11-22", "--csv");

    assertThat(outcome.lines().size() - 1 + outcome.complaints().size())
        .as("seed %s", SEED)
        .isEqualTo(ROWS);
    assertThat(outcome.complaints())
        .as("seed %s", SEED)
        .allMatch(
            line ->
                line.matches("line \\d+: ([a-z_]+: expected .+|cannot be computed: .+), got .+"));
    assertThat(outcome.lines()).as("seed %s", SEED).hasSizeGreaterThan(ROWS / 10);
  }

  private static String extras(StructureKind kind) {
    return (TYPED.contains(kind) ? ",type" : "")
        + (kind == StructureKind.CALENDAR ? ",far_expiry" : "");
  }

  private static String row(StructureKind kind, SplittableRandom random) {
    return String.join(
        ",",
        random.nextInt(4) == 0 ? several(USD, kind.strikes(), random) : rising(kind, random),
        several(VOLS, kind.options(), random),
        random.nextBoolean() ? "" : several(PRICES, kind.options(), random),
        one(QUANTITIES, random),
        one(USD, random),
        one(List.of("", "-2", "2", "3%"), random),
        one(List.of("0d", "1m", "30d", "36500d"), random)
            + (TYPED.contains(kind) ? "," + one(List.of("call", "put"), random) : "")
            + (kind == StructureKind.CALENDAR
                ? "," + one(List.of("2m", "60d", "36500d"), random)
                : ""));
  }

  private static String rising(StructureKind kind, SplittableRandom random) {
    int first = random.nextInt(USD.size() - kind.strikes() + 1);
    return String.join("/", USD.subList(first, first + kind.strikes()));
  }

  private static String several(List<String> values, int count, SplittableRandom random) {
    return IntStream.range(0, count)
        .mapToObj(i -> one(values, random))
        .collect(Collectors.joining("/"));
  }

  private static String one(List<String> values, SplittableRandom random) {
    return values.get(random.nextInt(values.size()));
  }
}
