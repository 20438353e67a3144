package io.arb.cli.greeks.hedging;

import io.arb.cli.output.Column;
import io.arb.greeks.hedgesim.Estimate;
import io.arb.greeks.hedgesim.PnlParts;
import io.arb.greeks.hedgesim.SimulationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What one rule came to. */
record PolicyRow(String policy, SimulationResult result) {
  static List<Column<PolicyRow>> columns(boolean withParts) {
    List<Column<PolicyRow>> columns = new ArrayList<>();
    columns.add(Column.word("policy", PolicyRow::policy));
    columns.add(Column.given("paths", "", row -> row.result().paths()));
    estimate(columns, "mean_pnl", "USD", SimulationResult::meanPnl);
    estimate(columns, "std_pnl", "USD", SimulationResult::stdPnl);
    estimate(columns, "mean_cost", "USD", SimulationResult::meanCost);
    figure(columns, "turnover", "USD", result -> result.meanTurnoverUsd().value());
    figure(columns, "trades", "", result -> result.meanTrades().value());
    figure(columns, "maker_fills", "", result -> result.meanMakerFills().value());
    figure(columns, "skewness", "", result -> result.skewness().value());
    figure(columns, "excess_kurtosis", "", SimulationResult::excessKurtosis);
    if (withParts) {
      parts(columns);
    }
    return columns;
  }

  private static void parts(List<Column<PolicyRow>> columns) {
    part(columns, "delta", PnlParts::deltaUsd);
    part(columns, "gamma", PnlParts::gammaUsd);
    part(columns, "theta", PnlParts::thetaUsd);
    part(columns, "vega", PnlParts::vegaUsd);
    part(columns, "higher_order", PnlParts::higherOrderUsd);
    part(columns, "fills", PnlParts::fillsUsd);
    part(columns, "interest", PnlParts::interestUsd);
    part(columns, "funding", PnlParts::fundingUsd);
    part(columns, "costs", PnlParts::costsUsd);
  }

  private static void part(
      List<Column<PolicyRow>> columns, String name, ToDoubleFunction<PnlParts> value) {
    figure(columns, name, "USD", result -> value.applyAsDouble(result.parts().orElseThrow()));
  }

  private static void estimate(
      List<Column<PolicyRow>> columns,
      String name,
      String unit,
      Function<SimulationResult, Estimate> value) {
    figure(columns, name, unit, result -> value.apply(result).value());
    columns.add(
        Column.<PolicyRow>number(
                name + "_error", unit, row -> value.apply(row.result()).standardError())
            .headed("+-"));
  }

  private static void figure(
      List<Column<PolicyRow>> columns,
      String name,
      String unit,
      ToDoubleFunction<SimulationResult> value) {
    columns.add(Column.number(name, unit, row -> value.applyAsDouble(row.result())));
  }
}
