package io.arb.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class RowWriterTest {
  private record Quote(String name, double strike, OptionalDouble vol, List<Double> bids) {}

  private static final List<Column<Quote>> COLUMNS =
      List.of(
          Column.word("name", Quote::name),
          Column.given("strike", "USD", Quote::strike),
          Column.of("vol", "%", Style.PERCENT, row -> Cell.of(row.vol())),
          Column.<Quote>of("bids", "USD", Style.ROUNDED, row -> new Cell.Figures(row.bids()))
              .headed("best bids"),
          Column.flag("cheap", row -> row.strike() < 100));

  private static final Quote SOLVED =
      new Quote("first", 3200, OptionalDouble.of(0.65), List.of(1.5, 2.25));
  private static final Quote UNSOLVED = new Quote("a", 0.1, OptionalDouble.empty(), List.of());

  private final StringWriter text = new StringWriter();
  private final PrintWriter out = new PrintWriter(text);

  @Test
  void printsJsonLinesWithEveryDigitAndNullForNothing() {
    write(options("--json"), Layout.CARD);

    assertThat(text)
        .hasToString(
            """
            {"name":"first","strike":3200,"vol":0.65,"bids":[1.5,2.25],"cheap":false}
            {"name":"a","strike":0.1,"vol":null,"bids":[],"cheap":true}
            """);
  }

  @Test
  void printsCsvUnderItsHeading() {
    write(options("--csv"), Layout.CARD);

    assertThat(text)
        .hasToString(
            """
            name,strike,vol,bids,cheap
            first,3200,0.65,1.5 2.25,false
            a,0.1,,,true
            """);
  }

  @Test
  void printsCardsWithoutWhatIsMissing() {
    write(options(), Layout.CARD);

    assertThat(text)
        .hasToString(
            """
            name       first
            strike                 3200  USD
            vol                 65.0000  %
            best bids  1.50000, 2.25000  USD
            cheap                    no

            name       a
            strike      0.1  USD
            best bids  none  USD
            cheap       yes
            """);
  }

  @Test
  void fitsTheColumnsOfATableToItsWidestCells() {
    write(options(), Layout.TABLE);

    assertThat(text)
        .hasToString(
            """
            name   strike      vol         best bids  cheap
                      USD        %               USD
            first    3200  65.0000  1.50000, 2.25000     no
            a         0.1        -              none    yes
            """);
  }

  @Test
  void printsEachRowOfAStreamAtOnce() {
    try (RowWriter<Quote> rows = options().open(out, Layout.STREAM, COLUMNS)) {
      rows.write(SOLVED);

      assertThat(text.toString().lines())
          .containsExactly(
              "name            strike         vol         best bids       cheap",
              "                   USD           %               USD",
              "first             3200     65.0000  1.50000, 2.25000          no");
    }
  }

  @Test
  void printsNoHeadingOverNoRows() {
    options().open(out, Layout.TABLE, COLUMNS).close();
    options().open(out, Layout.STREAM, COLUMNS).close();

    assertThat(text.toString()).isEmpty();
  }

  @Test
  void quotesTextForProgramsAndTamesItForTerminals() {
    Quote hostile = new Quote("a,\"b\"\u001b[2J\u202e\\é", 1, OptionalDouble.empty(), List.of());
    for (String[] arguments : new String[][] {{"--json"}, {"--csv"}, {}}) {
      try (RowWriter<Quote> rows =
          options(arguments).open(out, Layout.CARD, COLUMNS.subList(0, 1))) {
        rows.write(hostile);
      }
    }

    assertThat(text.toString().lines())
        .containsExactly(
            "{\"name\":\"a,\\\"b\\\"\\u001b[2J\\u202e\\\\\\u00e9\"}",
            "name",
            "\"a,\"\"b\"\"\u001b[2J\u202e\\é\"",
            "name  a,\"b\"?[2J?\\é");
  }

  @Test
  void noticesThatNobodyReadsAnyMore() {
    PrintWriter closed = new PrintWriter(Writer.nullWriter());
    closed.close();

    try (RowWriter<Quote> rows = options().open(closed, Layout.STREAM, COLUMNS)) {
      rows.write(SOLVED);

      assertThat(rows.isBroken()).isTrue();
    }
  }

  @Test
  void refusesTwoColumnsOfOneName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> options().open(out, Layout.CARD, List.of(COLUMNS.get(0), COLUMNS.get(0))))
        .withMessage("columns must have different names, got [name, name]");
  }

  @Test
  void refusesAFigureThatIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Cell.Figure(Double.NaN))
        .withMessage("a figure must be finite, got NaN");
  }

  private void write(OutputOptions options, Layout layout) {
    try (RowWriter<Quote> rows = options.open(out, layout, COLUMNS)) {
      rows.write(SOLVED);
      rows.write(UNSOLVED);
    }
  }

  private static OutputOptions options(String... arguments) {
    return CommandLine.populateCommand(new OutputOptions(), arguments);
  }
}
