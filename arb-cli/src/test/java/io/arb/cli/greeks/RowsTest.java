package io.arb.cli.greeks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowsTest {
  private final Path file;

  RowsTest(@TempDir Path folder) {
    this.file = folder.resolve("rows");
  }

  @Test
  void answersRowsInATable() throws IOException {
    Outcome outcome =
        answer(
            """
            id,type,strike,vol
            mine,call,105000,55%
            ,put,105000,0.55
            """);

    assertThat(outcome.lines())
        .containsExactly(
            "id          type            strike        days     forward         vol       price    "
                + "   delta       gamma        vega       theta         rho        vanna      "
                + " volga  status",
            "                               USD        days         USD           %         USD    "
                + "   coins   coins/USD   USD/point     USD/day      USD/1%  coins/point "
                + " USD/point2",
            "mine        call            105000     30.0000      100000     55.0000     4246.32   "
                + " 0.408819  2.46370e-5     111.373    -102.092    -3.49012   0.00274240   "
                + " 0.181291  -",
            "3           put             105000     30.0000      100000     55.0000     9246.32  "
                + " -0.591181  2.46370e-5     111.373    -102.092    -7.59971   0.00274240   "
                + " 0.181291  -");
    assertThat(outcome.code()).isZero();
  }

  @Test
  void namesLineFieldValueAndExpectationOfABadRowAndGoesOn() throws IOException {
    Outcome outcome =
        answer(
            """
            type,strike,vol
            call,105000,0.5
            call,x,0.5
            call,105000
            put,105000,0.5
            """,
            "--json");

    assertThat(outcome.complaints())
        .containsExactly(
            "line 3: strike: expected a number above 0, from 1e-15 to 1e15, got 'x'",
            "line 4: row: expected 3 values, as in the heading, got 'call,105000'");
    assertThat(outcome.lines())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("{\"id\":\"2\",\"type\":\"call\""),
            second -> assertThat(second).startsWith("{\"id\":\"5\",\"type\":\"put\""));
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void endsAtTheFirstBadRowIfAsked() throws IOException {
    Outcome outcome =
        answer(
            """
            {"type":"call","strike":105000,"vol":0.5}
            {"type":"call","strike":-1,"vol":0.5}
            {"type":"call","strike":105000,"vol":0.5}
            """,
            "--json",
            "--fail-fast");

    assertThat(outcome.lines()).hasSize(1);
    assertThat(outcome.complaints()).hasSize(1);
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void answersARowWithoutVolatilityByItsStatus() throws IOException {
    Outcome outcome =
        answer(
            """
            type,strike,price
            call,105000,4246.31833556
            call,95000,1000
            """,
            "--csv");

    assertThat(outcome.lines())
        .satisfiesExactly(
            heading -> assertThat(heading).startsWith("id,type,strike,expiry,days,spot,rate,"),
            solved -> assertThat(solved).contains(",solved,,,4246.31833"),
            unsolved ->
                assertThat(unsolved)
                    .contains(",forward,,below-intrinsic,no volatility gives it: ")
                    .endsWith("worth,,,,,,,,,"));
    assertThat(outcome.code()).isEqualTo(1);
  }

  @Test
  void holdsTheOptionsOfTheCommandLineWhereARowSaysNothing() throws IOException {
    Outcome outcome =
        answer(
            """
            {"strike":105000,"vol":0.55}
            {"strike":105000,"vol":0.55,"type":"put"}
            """,
            "--json",
            "--type=call");

    assertThat(outcome.lines())
        .satisfiesExactly(
            first -> assertThat(first).contains("\"type\":\"call\""),
            second -> assertThat(second).contains("\"type\":\"put\""));
  }

  @Test
  void solvesRowsOfPrices() throws IOException {
    Files.writeString(file, "type,strike,price\ncall,105000,4246.31833556\ncall,95000,1000\n");

    Outcome outcome =
        Outcome.of("iv", file.toString(), "--forward=100000", "--expiry=30d", "--now=2026-11-22");

    assertThat(outcome.lines())
        .containsExactly(
            "id          type            strike        days     forward          price         vol "
                + " status",
            "                               USD        days         USD            USD           %",
            "2           call            105000     30.0000      100000  4246.31833556     55.0000 "
                + " solved",
            "3           call             95000     30.0000      100000           1000           - "
                + " below-intrinsic");
    assertThat(outcome.code()).isEqualTo(1);
  }

  @Test
  void analysesRowsOfStructures() throws IOException {
    Files.writeString(file, "strikes,prices\n3000/3200,200/120\n3000/3000,1/1\n");

    Outcome outcome =
        Outcome.of(
            "structure",
            "vertical",
            file.toString(),
            "--type=call",
            "--spot=3000",
            "--vol=65%",
            "--expiry=30d",
            "--csv");

    assertThat(outcome.lines())
        .satisfiesExactly(
            heading -> assertThat(heading).startsWith("id,structure,expiry,"),
            row -> assertThat(row).startsWith("2,vertical,").contains(",80,120,80,3080,"));
    assertThat(outcome.complaints()).hasSize(1);
    assertThat(outcome.code()).isEqualTo(2);
  }

  @Test
  void saysThatAFileCannotBeRead() {
    Outcome outcome = Outcome.of(file.toString(), "--type=call");

    assertThat(outcome.complaints())
        .singleElement()
        .asString()
        .startsWith("FILE: expected a file that can be read, or -, got '");
    assertThat(outcome.code()).isEqualTo(2);
  }

  private Outcome answer(String rows, String... more) throws IOException {
    Files.writeString(file, rows);
    return Outcome.of(
        Stream.concat(
                Stream.of(file.toString(), "--forward=100000", "--expiry=30d", "--now=2026-11-22"),
                Stream.of(more))
            .toArray(String[]::new));
  }
}
