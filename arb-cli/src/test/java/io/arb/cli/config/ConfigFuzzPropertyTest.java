package io.arb.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a valid file: it is read, or refused with a place on every line. */
class ConfigFuzzPropertyTest {
  private static final int FILES_PER_SEED = 500;
  private static final String PUNCTUATION = ":-{}[]\"'#&*!|>%@`,?~ \n\t\\<=.0e9\u0000\uFEFF";

  private final Path folder;

  ConfigFuzzPropertyTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void isReadOrRefusedWithAPlaceOnEveryLine(long seed) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < FILES_PER_SEED; i++) {
      String yaml = damaged(random);
      Path file = Files.writeString(folder.resolve("arb.yaml"), yaml);
      Pattern placed = Pattern.compile(Pattern.quote(file + ":") + "\\d+:\\d+: .+");

      assertThat(complaints(file, yaml, seed))
          .as("seed %s, file:%n%s", seed, yaml)
          .allMatch(line -> placed.matcher(line).matches());
    }
  }

  private static List<String> complaints(Path file, String yaml, long seed) {
    try {
      ArbConfigReader.read(file, TestAdapters.INSTALLED);
      return List.of();
    } catch (ConfigException e) {
      return String.valueOf(e.getMessage()).lines().toList();
    } catch (RuntimeException e) {
      throw new AssertionError("seed " + seed + ", file:\n" + yaml, e);
    }
  }

  private static String damaged(Random random) {
    String yaml = ConfigFiles.VALID;
    for (int wounds = 1 + random.nextInt(4); wounds > 0; wounds--) {
      yaml = random.nextBoolean() ? damagedCharacter(yaml, random) : damagedLine(yaml, random);
    }
    return yaml;
  }

  private static String damagedCharacter(String yaml, Random random) {
    int at = random.nextInt(yaml.length() + 1);
    int until = Math.min(yaml.length(), at + random.nextInt(3));
    char typed = PUNCTUATION.charAt(random.nextInt(PUNCTUATION.length()));
    return switch (random.nextInt(4)) {
      case 0 -> yaml.substring(0, at) + yaml.substring(until);
      case 1 -> yaml.substring(0, at) + typed + yaml.substring(at);
      case 2 -> yaml.substring(0, at) + typed + yaml.substring(until);
      default -> yaml.substring(0, at);
    };
  }

  private static String damagedLine(String yaml, Random random) {
    List<String> lines = new ArrayList<>(yaml.lines().toList());
    lines.add("");
    int at = random.nextInt(lines.size());
    int other = random.nextInt(lines.size());
    switch (random.nextInt(5)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, lines.get(other));
      case 2 -> Collections.swap(lines, at, other);
      case 3 -> lines.set(at, "  " + lines.get(at));
      default -> lines.set(at, lines.get(at).replaceFirst(": .*", ": " + value(random)));
    }
    return String.join("\n", lines);
  }

  private static String value(Random random) {
    List<String> values =
        List.of(
            "",
            "~",
            "-1",
            "0",
            "1e999999999",
            "9223372036854775807",
            "99999999999999999999",
            "NaN",
            "[]",
            "{}",
            "[[1]]",
            "{a: {b: c}}",
            "true",
            "\"\\0\"",
            "!!int 1",
            "<<",
            "|\n  x",
            "'it''s'",
            "0x10",
            "1_000",
            "2026-11-27",
            ".inf",
            "x".repeat(5000));
    return values.get(random.nextInt(values.size()));
  }
}
