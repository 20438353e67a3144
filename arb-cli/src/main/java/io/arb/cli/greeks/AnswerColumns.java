package io.arb.cli.greeks;

import io.arb.cli.output.Cell;
import io.arb.cli.output.Column;
import io.arb.cli.output.Style;
import io.arb.greeks.OptionPrice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What is printed of an answer. Figures that there are none of are missing. */
final class AnswerColumns {
  private static final Column<Answer> VOL =
      Column.of("vol", "%", Style.PERCENT, row -> Cell.of(row.volFraction()));
  private static final Column<Answer> PRICE =
      Column.of("price", "USD", Style.EXACT, row -> Cell.of(row.askedPriceUsd()));
  private static final Column<Answer> STATUS =
      word("status", row -> row.verdict().map(Verdict::status));
  private static final Column<Answer> EXPLANATION =
      word("explanation", row -> row.verdict().flatMap(Verdict::explanation));

  private static final List<Column<Answer>> FIGURES =
      List.of(
          total("price", "USD", OptionPrice::priceUsd),
          total("delta", "coins", one -> one.greeks().delta()),
          total("gamma", "coins/USD", one -> one.greeks().gamma()),
          total("vega_per_point", "USD/point", one -> one.greeks().vegaPerPoint()).headed("vega"),
          total("theta_per_day", "USD/day", one -> one.greeks().thetaPerDay()).headed("theta"),
          total("rho_per_percent", "USD/1%", one -> one.greeks().rhoPerPercent()).headed("rho"));

  private AnswerColumns() {}

  /** Of {@code arb greeks}. */
  static Sheet<Answer> ofGreeks() {
    return new Sheet<>(
        ContractColumns.names(Set.of("vol", "price", "quantity")),
        ofOne(),
        joined(List.of(List.of(ContractColumns.ID), ofOne())),
        ofLine());
  }

  /** Of {@code arb greeks iv}. */
  static Sheet<Answer> ofIv() {
    List<Column<Answer>> found = List.of(PRICE, VOL, STATUS);
    List<Column<Answer>> all = joined(List.of(ContractColumns.ALL, found, List.of(EXPLANATION)));
    return new Sheet<>(
        ContractColumns.names(Set.of("price")),
        all,
        joined(List.of(List.of(ContractColumns.ID), all)),
        joined(List.of(ContractColumns.LINE, found)));
  }

  /** Everything about one option. */
  private static List<Column<Answer>> ofOne() {
    return joined(
        List.of(
            ContractColumns.ALL,
            List.of(ContractColumns.QUANTITY, VOL, STATUS, EXPLANATION),
            FIGURES));
  }

  /** What fits on a line that people read. */
  private static List<Column<Answer>> ofLine() {
    return joined(List.of(ContractColumns.LINE, List.of(VOL), FIGURES, List.of(STATUS)));
  }

  private static List<Column<Answer>> joined(List<List<Column<Answer>>> parts) {
    return parts.stream().flatMap(List::stream).toList();
  }

  private static Column<Answer> total(
      String name, String unit, ToDoubleFunction<OptionPrice> ofOne) {
    return Column.of(name, unit, Style.ROUNDED, row -> Cell.of(row.total(ofOne)));
  }

  private static Column<Answer> word(String name, Function<Answer, Optional<String>> word) {
    return Column.of(name, "", Style.EXACT, row -> Cell.ofWord(word.apply(row)));
  }
}
