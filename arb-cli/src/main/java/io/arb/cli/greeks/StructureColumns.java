package io.arb.cli.greeks;

import io.arb.cli.output.Cell;
import io.arb.cli.output.Column;
import io.arb.cli.output.Style;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What is printed of a structure. */
final class StructureColumns {
  private static final Column<StructureAnswer> ID = Column.word("id", StructureAnswer::id);
  private static final Column<StructureAnswer> STRUCTURE =
      Column.word("structure", row -> row.parts().kind().word());
  private static final Column<StructureAnswer> FORWARD =
      Column.number("forward", "USD", row -> row.parts().market().forwardUsd());

  /** Legs side by side: as many numbers in each list as there are legs. */
  private static final List<Column<StructureAnswer>> LEGS =
      List.of(
          Column.word(
              "legs",
              row -> String.join("/", row.legs().stream().map(StructureAnswer.Leg::what).toList())),
          figures("quantities", "coins", Style.EXACT, StructureAnswer.Leg::quantity),
          Column.of("strikes", "USD", Style.EXACT, row -> new Cell.Figures(row.parts().strikes())),
          Column.of("vols", "%", Style.PERCENT, row -> new Cell.Figures(row.parts().vols())),
          figures("prices", "USD", Style.ROUNDED, StructureAnswer.Leg::priceUsd));

  private static final List<Column<StructureAnswer>> RESULTS =
      List.of(
          Column.number("cost", "USD", StructureAnswer::costUsd),
          limit("max_gain", row -> row.profile().maxGainUsd()),
          limit("max_loss", row -> row.profile().maxLossUsd()),
          Column.of(
              "break_evens",
              "USD",
              Style.ROUNDED,
              row -> new Cell.Figures(row.profile().breakEvensUsd())),
          Column.number("delta", "coins", row -> row.greeks().delta()),
          Column.number("gamma", "coins/USD", row -> row.greeks().gamma()),
          Column.<StructureAnswer>number(
                  "vega_per_point", "USD/point", row -> row.greeks().vegaPerPoint())
              .headed("vega"),
          Column.<StructureAnswer>number(
                  "theta_per_day", "USD/day", row -> row.greeks().thetaPerDay())
              .headed("theta"));

  private StructureColumns() {}

  static Sheet<StructureAnswer> sheet() {
    List<Column<StructureAnswer>> all =
        Stream.of(List.of(STRUCTURE), market(), LEGS, RESULTS).flatMap(List::stream).toList();
    List<Column<StructureAnswer>> line =
        Stream.concat(Stream.of(ID, STRUCTURE, FORWARD), RESULTS.stream()).toList();
    return new Sheet<>(names(), all, Stream.concat(Stream.of(ID), all.stream()).toList(), line);
  }

  private static Set<String> names() {
    return Set.of(
        Questions.ID,
        "expiry",
        "spot",
        "forward",
        "rate",
        "carry",
        "quantity",
        "strikes",
        "vol",
        "vols",
        "prices",
        "type",
        "ratio",
        "entry",
        "far_expiry",
        "far_forward");
  }

  private static List<Column<StructureAnswer>> market() {
    return List.of(
        Column.word("expiry", row -> row.parts().expiry().toString()),
        Column.of("spot", "USD", Style.EXACT, row -> Cell.of(row.parts().market().spotUsd())),
        FORWARD,
        Column.word("forward_from", row -> row.parts().market().forwardFrom()),
        Column.of(
            "far_expiry",
            "",
            Style.TEXT,
            row -> Cell.ofWord(row.far().map(far -> far.expiry().toString()))),
        Column.of("far_forward", "USD", Style.ROUNDED, row -> Cell.of(row.farForwardUsd())));
  }

  private static Column<StructureAnswer> figures(
      String name, String unit, Style style, ToDoubleFunction<StructureAnswer.Leg> ofLeg) {
    return Column.of(
        name,
        unit,
        style,
        row -> new Cell.Figures(row.legs().stream().map(ofLeg::applyAsDouble).toList()));
  }

  /** The most that can happen, which may have no limit. */
  private static Column<StructureAnswer> limit(
      String name, ToDoubleFunction<StructureAnswer> value) {
    return Column.of(name, "USD", Style.ROUNDED, row -> limit(value.applyAsDouble(row)));
  }

  private static Cell limit(double value) {
    return Double.isInfinite(value) ? new Cell.Word("unlimited") : new Cell.Figure(value);
  }
}
