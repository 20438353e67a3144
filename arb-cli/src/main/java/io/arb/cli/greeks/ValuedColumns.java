package io.arb.cli.greeks;

import io.arb.cli.output.Cell;
import io.arb.cli.output.Column;
import io.arb.cli.output.Style;
import java.util.List;
import java.util.Locale;

/** What {@code arb greeks} prints of an option. */
final class ValuedColumns {
  static final List<Column<Valued>> OF_FORWARD =
      List.of(
          Column.word("type", row -> row.contract().type().name().toLowerCase(Locale.ROOT)),
          Column.given("strike", "USD", row -> row.contract().strikeUsd()),
          Column.word("expiry", row -> row.contract().expiry().toString()),
          Column.number("days", "days", row -> row.contract().days()),
          Column.of("spot", "USD", Style.EXACT, row -> Cell.of(row.contract().market().spotUsd())),
          Column.number("forward", "USD", row -> row.contract().market().forwardUsd()),
          Column.word("forward_from", row -> row.contract().market().forwardFrom()),
          Column.percent("vol", row -> row.value().volFraction()),
          Column.given("quantity", "coins", row -> row.contract().quantity()),
          Column.number("price", "USD", Valued::priceUsd),
          Column.number("delta", "coins", row -> row.greeks().delta()),
          Column.number("gamma", "coins per USD", row -> row.greeks().gamma()),
          Column.<Valued>number(
                  "vega_per_point", "USD per vol point", row -> row.greeks().vegaPerPoint())
              .headed("vega"),
          Column.<Valued>number("theta_per_day", "USD per day", row -> row.greeks().thetaPerDay())
              .headed("theta"),
          Column.<Valued>number(
                  "rho_per_percent", "USD per 1% of rate", row -> row.greeks().rhoPerPercent())
              .headed("rho"));

  private ValuedColumns() {}
}
