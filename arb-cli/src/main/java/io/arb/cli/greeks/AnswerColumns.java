package io.arb.cli.greeks;

import io.arb.cli.output.Cell;
import io.arb.cli.output.Column;
import io.arb.cli.output.Style;
import io.arb.greeks.OptionPrice;
import io.arb.greeks.inverse.DeltaConvention;
import io.arb.greeks.inverse.InverseOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What is printed of an answer. Figures that there are none of are missing. */
final class AnswerColumns {
  private static final Column<Answer> VOL =
      Column.of("vol", "%", Style.PERCENT, row -> Cell.of(row.volFraction()));
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

  private static final List<Column<Answer>> COINS =
      List.of(
          coins("price_coins", "coins", InverseOption::priceCoins),
          coins("net_delta", "coins", one -> one.delta(DeltaConvention.COIN)),
          coins("coins_per_usd", "coins/USD", InverseOption::coinsPerUsd),
          coins("convexity", "coins/USD2", InverseOption::convexity),
          coins("vega_coins_per_point", "coins/point", InverseOption::vegaPerPoint)
              .headed("vega in coins"),
          coins("theta_coins_per_day", "coins/day", InverseOption::thetaPerDay)
              .headed("theta in coins"));

  private AnswerColumns() {}

  /**
   * Of {@code arb greeks}.
   *
   * @param isInverse whether figures in coins are wanted too
   */
  static Sheet<Answer> ofGreeks(boolean isInverse) {
    List<Column<Answer>> coins = isInverse ? COINS : List.of();
    List<Column<Answer>> known = List.of(ContractColumns.QUANTITY, VOL, STATUS, EXPLANATION);
    List<Column<Answer>> all = joined(List.of(ContractColumns.ALL, known, FIGURES, coins));
    return new Sheet<>(
        ContractColumns.names(Set.of("vol", "price", "quantity")),
        all,
        joined(List.of(List.of(ContractColumns.ID), all)),
        joined(List.of(ContractColumns.LINE, List.of(VOL), FIGURES, coins, List.of(STATUS))));
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

  private static Column<Answer> total(
      String name, String unit, ToDoubleFunction<OptionPrice> ofOne) {
    return Column.of(name, unit, Style.ROUNDED, row -> Cell.of(row.total(ofOne)));
  }

  private static Column<Answer> coins(
      String name, String unit, ToDoubleFunction<InverseOption> ofOne) {
    return Column.of(name, unit, Style.ROUNDED, row -> Cell.of(row.totalInverse(ofOne)));
  }

  private static Column<Answer> word(String name, Function<Answer, Optional<String>> word) {
    return Column.of(name, "", Style.TEXT, row -> Cell.ofWord(word.apply(row)));
  }
}
