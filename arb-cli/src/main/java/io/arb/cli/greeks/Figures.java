package io.arb.cli.greeks;

import io.arb.cli.output.Cell;
import io.arb.cli.output.Column;
import io.arb.cli.output.Style;
import io.arb.greeks.inverse.DeltaConvention;
import io.arb.greeks.inverse.InverseOption;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The figures of an option in the units of a screen: a point is 0.01 of volatility, a day is 1/365
 * of a year. All are of the whole quantity; what has no value is missing.
 */
final class Figures {
  private static final double POINTS = 100;
  private static final double DAYS = 365;

  /** Price and the usual greeks. */
  static final List<Column<Answer>> USUAL =
      List.of(
          usd("price", "USD", one -> one.first().priceUsd()),
          usd("delta", "coins", one -> one.first().greeks().delta()),
          usd("gamma", "coins/USD", one -> one.first().greeks().gamma()),
          usd("vega_per_point", "USD/point", one -> one.first().greeks().vegaPerPoint())
              .headed("vega"),
          usd("theta_per_day", "USD/day", one -> one.first().greeks().thetaPerDay())
              .headed("theta"),
          usd("rho_per_percent", "USD/1%", one -> one.first().greeks().rhoPerPercent())
              .headed("rho"),
          usd("vanna_per_point", "coins/point", one -> one.higher().vanna() / POINTS)
              .headed("vanna"),
          usd("volga_per_point2", "USD/point2", one -> one.higher().volga() / POINTS / POINTS)
              .headed("volga"));

  /** The greeks of {@code --all}. */
  static final List<Column<Answer>> OTHERS =
      List.of(
          usd("charm_per_day", "coins/day", one -> one.higher().charm() / DAYS).headed("charm"),
          usd("speed", "coins/USD2", one -> one.higher().speed()),
          usd("zomma_per_point", "coins/USD/point", one -> one.higher().zomma() / POINTS)
              .headed("zomma"),
          usd("color_per_day", "coins/USD/day", one -> one.higher().color() / DAYS).headed("color"),
          usd("veta_per_point_day", "USD/point/day", one -> one.higher().veta() / POINTS / DAYS)
              .headed("veta"),
          usd(
                  "ultima_per_point3",
                  "USD/point3",
                  one -> one.higher().ultima() / POINTS / POINTS / POINTS)
              .headed("ultima"),
          usd("dual_delta", "USD/USD", one -> one.higher().dualDelta()),
          usd("dual_gamma", "1/USD", one -> one.higher().dualGamma()));

  /** The figures of {@code --inverse}. */
  static final List<Column<Answer>> COINS =
      List.of(
          coins("price_coins", "coins", InverseOption::priceCoins),
          coins("net_delta", "coins", one -> one.delta(DeltaConvention.COIN)),
          coins("coins_per_usd", "coins/USD", InverseOption::coinsPerUsd),
          coins("convexity", "coins/USD2", InverseOption::convexity),
          coins("vega_coins_per_point", "coins/point", InverseOption::vegaPerPoint)
              .headed("vega in coins"),
          coins("theta_coins_per_day", "coins/day", InverseOption::thetaPerDay)
              .headed("theta in coins"));

  private Figures() {}

  private static Column<Answer> usd(String name, String unit, ToDoubleFunction<Valuation> ofOne) {
    return Column.of(name, unit, Style.ROUNDED, row -> Cell.of(row.total(ofOne)));
  }

  private static Column<Answer> coins(
      String name, String unit, ToDoubleFunction<InverseOption> ofOne) {
    return Column.of(name, unit, Style.ROUNDED, row -> Cell.of(row.totalInverse(ofOne)));
  }
}
