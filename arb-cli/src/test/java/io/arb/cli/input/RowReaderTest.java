package io.arb.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowReaderTest {
  @Test
  void readsCsvUnderItsHeading() {
    assertThat(rows("strike, Type\n3200,call\n\n 3300 ,\"put\"\n"))
        .containsExactly("2 strike=3200 type=call", "4 strike=3300 type=put");
  }

  @Test
  void readsJsonLines() {
    assertThat(rows("{\"strike\":3200.50,\"type\":\"call\"}\n{\"type\":null,\"strike\":\"1e3\"}"))
        .containsExactly("1 strike=3200.50 type=call", "2 strike=1e3 type=");
  }

  @Test
  void readsFilesOfOtherMachines() {
    assertThat(rows("\ufeffstrike,type\r\n3200,call\r\n"))
        .containsExactly("2 strike=3200 type=call");
  }

  @Test
  void takesCommasAndQuotesInsideQuotesAsText() {
    assertThat(rows("type,strike\n\"a,\"\"b\"\"\",1\n")).containsExactly("2 strike=1 type=a,\"b\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "3200           | row: expected 2 values, as in the heading, got '3200'",
        "1,2,3          | row: expected 2 values, as in the heading, got '1,2,3'",
        "\"a,1          | row: expected each quote to be closed on its line, got '\"a,1'",
        "a\"b\",1       | row: expected quotes around whole values only, got 'a\"b\",1'",
        "\"a\"b,1       | row: expected quotes around whole values only, got '\"a\"b,1'",
      })
  void saysWhatIsWrongWithALineOfCsvAndReadsOn(String line, String problem) {
    assertThat(rows("strike,type\n" + line + "\n1,call\n"))
        .containsExactly("2 " + problem.replace("''", "'"), "3 strike=1 type=call");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"strike\":1}{}",
        "{\"strike\":1",
        "{\"strike\":1,}",
        "[1]",
        "strike",
        "{\"strike\":1,\"strike\":2}",
        "{\"strike\":NaN}",
        "{} x",
        "{'strike':1}",
      })
  void refusesWhatIsNotOneJsonObjectAndReadsOn(String line) {
    assertThat(rows("{}\n" + line + "\n{\"strike\":1}\n"))
        .containsExactly(
            "1 strike= type=",
            "2 row: expected one JSON object, got '" + line + "'",
            "3 strike=1 type=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[1]", "{\"a\":1}", "true"})
  void refusesJsonValuesThatAreNoText(String value) {
    assertThat(rows("{\"strike\":" + value + "}"))
        .singleElement()
        .asString()
        .startsWith("1 strike: expected a number or a text, got ");
  }

  @Test
  void refusesAnUnknownKey() {
    assertThat(rows("{\"strik\":1}"))
        .containsExactly("1 row: expected keys out of strike, type, got 'strik'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "strik,type   | heading: expected names out of strike, type, got 'strik'",
        "type,type    | heading: expected each name once, got 'type'",
        "type,        | heading: expected names out of strike, type, got ''",
      })
  void readsNothingUnderABadHeading(String heading, String problem) {
    assertThat(rows(heading + "\n3200,call\n")).containsExactly("1 " + problem);
  }

  @Test
  void readsOverALineThatWouldFillTheMemory() {
    String longest = "x".repeat(LineReader.MOST_CHARS - 2);

    assertThat(rows("type,strike\n" + longest + "xxx\n" + longest + ",1\n1,2"))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("2 row: expected at most 65536 characters"),
            second -> assertThat(second).isEqualTo("3 strike=1 type=" + longest),
            third -> assertThat(third).isEqualTo("4 strike=2 type=1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "strike,type", "strike,type\n\n"})
  void findsNoRowsWhereThereAreNone(String text) {
    assertThat(rows(text)).isEmpty();
  }

  static List<String> rows(String text) {
    List<String> rows = new ArrayList<>();
    try (RowReader reader = new RowReader(new StringReader(text), Set.of("strike", "type"))) {
      for (Optional<InputRow> row = reader.next(); row.isPresent(); row = reader.next()) {
        rows.add(told(row.get()));
      }
    } catch (IOException e) {
      throw new AssertionError("a text in memory can be read", e);
    }
    return rows;
  }

  private static String told(InputRow row) {
    return switch (row) {
      case InputRow.Read(long line, Fields fields) ->
          "%d strike=%s type=%s"
              .formatted(line, fields.text("strike").orElse(""), fields.text("type").orElse(""));
      case InputRow.Refused(long line, String problem) -> line + " " + problem;
    };
  }
}
