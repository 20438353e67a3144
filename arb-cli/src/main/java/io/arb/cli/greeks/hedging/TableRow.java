package io.arb.cli.greeks.hedging;

import io.arb.cli.output.Column;
import io.arb.greeks.hedgesim.Estimate;
import io.arb.greeks.hedgesim.PublishedRow;
import io.arb.greeks.hedgesim.PublishedValue;
import io.arb.greeks.hedgesim.SimulationResult;
import java.util.List;

/** A published value beside the one that was measured. */
record TableRow(String rule, String measure, double published, Estimate measured, int paths) {
  /** All values of one row, from one run. */
  static List<TableRow> of(PublishedRow row, SimulationResult result) {
    return row.values().stream().map(value -> of(row, value, result)).toList();
  }

  private static TableRow of(PublishedRow row, PublishedValue value, SimulationResult result) {
    Estimate measured = value.measured().apply(result);
    return new TableRow(row.rule(), value.name(), value.published(), measured, result.paths());
  }

  static List<Column<TableRow>> columns() {
    return List.of(
        Column.word("rule", TableRow::rule),
        Column.word("measure", TableRow::measure),
        Column.given("published", "", TableRow::published),
        Column.number("measured", "", row -> row.measured().value()),
        Column.<TableRow>number("standard_error", "", row -> row.measured().standardError())
            .headed("+-"),
        Column.number("difference", "", row -> row.measured().value() - row.published()),
        Column.given("paths", "", TableRow::paths));
  }
}
