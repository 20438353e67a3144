package io.arb.cli.greeks;

import io.arb.cli.output.Cell;
import io.arb.cli.output.Column;
import io.arb.cli.output.Style;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is printed of the contract and of its market. */
final class ContractColumns {
  static final Column<Answer> ID = Column.word("id", Answer::id);
  static final Column<Answer> TYPE =
      Column.word("type", row -> row.contract().type().name().toLowerCase(Locale.ROOT));
  static final Column<Answer> STRIKE =
      Column.given("strike", "USD", row -> row.contract().strikeUsd());
  static final Column<Answer> DAYS = Column.number("days", "days", row -> row.contract().days());
  static final Column<Answer> FORWARD =
      Column.number("forward", "USD", row -> row.contract().market().forwardUsd());
  static final Column<Answer> QUANTITY =
      Column.given("quantity", "coins", row -> row.contract().quantity());

  /** Everything, in the order of an option's description. */
  static final List<Column<Answer>> ALL =
      List.of(
          TYPE,
          STRIKE,
          Column.word("expiry", row -> row.contract().expiry().toString()),
          DAYS,
          Column.of("spot", "USD", Style.EXACT, row -> Cell.of(row.contract().market().spotUsd())),
          Column.percent("rate", row -> row.contract().market().rate()),
          Column.of("carry", "%", Style.PERCENT, row -> Cell.of(row.contract().market().carry())),
          FORWARD,
          Column.word("forward_from", row -> row.contract().market().forwardFrom()));

  /** What fits on a line. */
  static final List<Column<Answer>> LINE = List.of(ID, TYPE, STRIKE, DAYS, FORWARD);

  private static final Set<String> NAMES =
      Set.of(Questions.ID, "type", "strike", "expiry", "spot", "forward", "rate", "carry");

  private ContractColumns() {}

  /** What a row may say about the contract, and more. */
  static Set<String> names(Set<String> more) {
    Set<String> names = new HashSet<>(NAMES);
    names.addAll(more);
    return names;
  }
}
