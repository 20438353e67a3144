package io.arb.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples that people copy can be used as they are. */
class ExampleConfigsTest {
  private static final Path EXAMPLES = Path.of("..", "examples");

  @ParameterizedTest
  @MethodSource("examples")
  void areValid(Path example) {
    assertThatCode(() -> ArbConfigReader.read(example, InstalledAdapters.find()))
        .doesNotThrowAnyException();
  }

  @Test
  void areFound() throws IOException {
    assertThat(examples()).isNotEmpty();
  }

  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
