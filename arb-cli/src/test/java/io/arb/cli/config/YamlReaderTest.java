package io.arb.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
  private final ConfigFiles files;

  YamlReaderTest(@TempDir Path folder) {
    files = new ConfigFiles(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# nothing yet\n", "---\n", "arbitrage", "- a\n- b\n", "[]"})
  void refusesAFileWithoutKeys(String yaml) {
    assertThat(files.problems(yaml))
        .containsExactly("1:1: expected a block of keys that begins with 'arbitrage:'");
  }

  @Test
  void refusesAFileWithoutTheOutermostKey() {
    assertThat(files.problems("{}")).containsExactly("1:1: arbitrage: is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          arbitrage:\\n\\thedging: {} | 2:1: is not YAML: found character '\\t(TAB)' that cannot start any token
          arbitrage: {a: 1 | 2:1: is not YAML: expected ',' or '}', but got <stream end>
          arbitrage: [1 | 2:1: is not YAML: expected ',' or ']', but got <stream end>
          arbitrage:\\n  a: 'open | 3:1: is not YAML: found unexpected end of stream
          arbitrage:\\n  a: 1\\n b: 2 | 3:2: is not YAML: expected <block end>, but found '<block mapping start>'
          arbitrage:\\n  a: b: c | 2:7: is not YAML: mapping values are not allowed here
          arbitrage:\\n  a: @home | 2:6: is not YAML: found character '@' that cannot start any token
          arbitrage:\\n  a: "\\q" | 2:8: is not YAML: found unknown escape character q(113)
          arbitrage: {}\\n---\\narbitrage: {} | 3:1: expected the end of the file, found another document
          arbitrage:\\n  a: *there | 2:6: anchors (&) and aliases (*) are not allowed here
          arbitrage: &a {b: *a} | 1:12: anchors (&) and aliases (*) are not allowed here
          arbitrage:\\n  a: &x 1\\n  b: *x | 3:6: anchors (&) and aliases (*) are not allowed here
          arbitrage:\\n  a: !secret 1 | 2:6: tags (!) are not allowed here
          arbitrage: !!java.net.URL {} | 1:12: tags (!) are not allowed here
          arbitrage:\\n  ? [a, b]\\n  : 1 | 2:5: expected a plain key
          ok: 1\\nbad: \u0007x | 2:6: is not YAML: a character that may not stand in text
          """)
  void refusesWhatIsNotPlainYaml(String yaml, String expected) {
    assertThat(files.problems(yaml.replace("\\n", "\n").replace("\\t", "\t") + "\n"))
        .singleElement()
        .asString()
        .startsWith(expected);
  }

  @Test
  void refusesBottomlessNesting() {
    assertThat(files.problems("arbitrage: " + "[".repeat(100_000)))
        .singleElement()
        .asString()
        .startsWith("1:1011: is not YAML: Document nesting depth (1001) exceeds");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n"})
  void takesTheLineEndsOfEverySystem(String lineEnd) {
    assertThatCode(() -> files.read(ConfigFiles.VALID.replace("\n", lineEnd)))
        .doesNotThrowAnyException();
  }

  @Test
  void takesAByteOrderMark() {
    assertThatCode(() -> files.read("\uFEFF" + ConfigFiles.VALID)).doesNotThrowAnyException();
  }

  @Test
  void countsCharactersAsPeopleDo() {
    assertThat(files.problems("arbitrage: {\"\uD83D\uDCB0\": 1, b: 2}"))
        .anyMatch(problem -> problem.startsWith("1:21: unknown key 'arbitrage.b'"));
  }
}
