package io.arb.cli.greeks;

import io.arb.cli.output.Cell;
import io.arb.cli.output.Column;
import io.arb.cli.output.Style;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What is printed of an answer. Figures that there are none of are missing. */
final class AnswerColumns {
  private static final Column<Answer> VOL =
      Column.of("vol", "%", Style.PERCENT, row -> Cell.of(row.volFraction()));
  private static final Column<Answer> STATUS =
      word("status", row -> row.verdict().map(Verdict::status));
  private static final Column<Answer> EXPLANATION =
      word("explanation", row -> row.verdict().flatMap(Verdict::explanation));

  private static final Column<Answer> GREEKS_BY = Column.word("greeks_by", Answer::greeksBy);
  private static final Column<Answer> NOTE = word("note", Answer::note);

  private AnswerColumns() {}

  /**
   * Of {@code arb greeks}.
   *
   * @param isInverse whether figures in coins are wanted too
   * @param isFull whether all greeks are wanted
   */
  static Sheet<Answer> ofGreeks(boolean isInverse, boolean isFull) {
    List<Column<Answer>> figures =
        joined(
            List.of(
                Figures.USUAL,
                isFull ? Figures.OTHERS : List.of(),
                isInverse ? Figures.COINS : List.of()));
    List<Column<Answer>> known =
        List.of(ContractColumns.QUANTITY, GREEKS_BY, VOL, STATUS, EXPLANATION, NOTE);
    List<Column<Answer>> all = joined(List.of(ContractColumns.ALL, known, figures));
    return new Sheet<>(
        ContractColumns.names(Set.of("vol", "price", "quantity")),
        all,
        joined(List.of(List.of(ContractColumns.ID), all)),
        joined(List.of(ContractColumns.LINE, List.of(VOL), figures, List.of(STATUS))));
  }

  /**
   * Of {@code arb greeks iv}.
   *
   * @param isInverse whether the price is in coins
   */
  static Sheet<Answer> ofIv(boolean isInverse) {
    String name = isInverse ? "price_coins" : "price";
    Column<Answer> price =
        Column.of(name, isInverse ? "coins" : "USD", Style.EXACT, row -> Cell.of(row.askedPrice()));
    List<Column<Answer>> found = List.of(price, VOL, STATUS);
    List<Column<Answer>> all = joined(List.of(ContractColumns.ALL, found, List.of(EXPLANATION)));
    return new Sheet<>(
        ContractColumns.names(Set.of("price")),
        all,
        joined(List.of(List.of(ContractColumns.ID), all)),
        joined(List.of(ContractColumns.LINE, found)));
  }

  private static List<Column<Answer>> joined(List<List<Column<Answer>>> parts) {
    return parts.stream().flatMap(List::stream).toList();
  }

  private static Column<Answer> word(String name, Function<Answer, Optional<String>> word) {
    return Column.of(name, "", Style.TEXT, row -> Cell.ofWord(word.apply(row)));
  }
}
