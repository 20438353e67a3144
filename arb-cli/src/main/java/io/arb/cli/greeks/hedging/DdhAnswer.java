package io.arb.cli.greeks.hedging;

import io.arb.cli.output.Cell;
import io.arb.cli.output.Column;
import io.arb.cli.output.Style;
import io.arb.greeks.ddh.AggressiveDdh;
import io.arb.greeks.ddh.DdhAction;
import io.arb.greeks.ddh.DdhParameters;
import io.arb.greeks.ddh.Escalation;
import io.arb.greeks.ddh.HedgeSide;
import io.arb.greeks.ddh.LadderDecision;
import io.arb.greeks.ddh.LadderParameters;
import io.arb.greeks.ddh.LadderRound;
import io.arb.greeks.ddh.OwnOrders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One order that the hedger would send now, or that it would send none on a side.
 *
 * @param number counts the orders of a side from the market outwards, 0 for none
 * @param kind {@code rest}, {@code take} or {@code nothing}
 */
record DdhAnswer(
    HedgeSide side,
    int number,
    String kind,
    OptionalDouble priceUsd,
    OptionalDouble amount,
    OptionalDouble moveUsd,
    OptionalDouble deltaThere) {

  /** Nearest to the market first, buys before sells; at least one for each side. */
  static List<DdhAnswer> to(DdhQuestion question) {
    List<DdhAnswer> answers = new ArrayList<>();
    for (HedgeSide side : HedgeSide.values()) {
      List<DdhAction> orders = orders(question, side);
      for (int i = 0; i < orders.size(); i++) {
        answers.add(of(question, side, i + 1, orders.get(i)));
      }
      if (orders.isEmpty()) {
        answers.add(nothing(side));
      }
    }
    return answers;
  }

  static List<Column<DdhAnswer>> columns() {
    return List.of(
        Column.word("side", answer -> answer.side().name().toLowerCase(Locale.ROOT)),
        Column.given("number", "", answer -> answer.number()),
        Column.word("kind", DdhAnswer::kind),
        Column.of("price", "USD", Style.EXACT, answer -> Cell.of(answer.priceUsd())),
        Column.of("amount", "units", Style.EXACT, answer -> Cell.of(answer.amount())),
        Column.of("move", "USD", Style.ROUNDED, answer -> Cell.of(answer.moveUsd())),
        Column.of("delta_there", "units", Style.ROUNDED, answer -> Cell.of(answer.deltaThere())));
  }

  private static List<DdhAction> orders(DdhQuestion question, HedgeSide side) {
    double widestTrusted = question.market().markUsd() / 100;
    var parameters =
        new DdhParameters(question.band(), question.maxSpreadUsd(), 0, 0, widestTrusted);
    return switch (question.mode()) {
      case PASSIVE, ESCALATE -> ladder(question, parameters).on(side);
      case AGGRESSIVE -> {
        var escalation =
            new Escalation(
                question.patienceMillis() / 2,
                question.patienceMillis() / 2,
                0,
                question.crossUsd(),
                question.patienceMillis());
        double delta = question.profile().deltaAt(question.market().markUsd());
        DdhAction action =
            new AggressiveDdh(parameters, escalation)
                .decide(delta, question.market(), OwnOrders.NONE, question.breachedMillis())
                .on(side)
                .action();
        yield action instanceof DdhAction.None ? List.of() : List.of(action);
      }
    };
  }

  private static LadderRound ladder(DdhQuestion question, DdhParameters parameters) {
    var ladder =
        new LadderParameters(
            question.band(), question.rungs(), question.maxSpreadUsd(), question.solution());
    return new LadderDecision(ladder, parameters, question.hardLimit())
        .decide(question.profile(), question.market(), OwnOrders.NONE, question.breachedMillis());
  }

  private static DdhAnswer of(DdhQuestion question, HedgeSide side, int number, DdhAction action) {
    return switch (action) {
      case DdhAction.Place(double price, double amount) ->
          order(question, side, number, "rest", price, amount);
      case DdhAction.Cross(double limit, double amount) ->
          order(question, side, number, "take", limit, amount);
      case DdhAction.None none -> nothing(side);
      case DdhAction.Keep keep -> nothing(side);
      case DdhAction.Replace replace -> nothing(side);
      case DdhAction.Cancel cancel -> nothing(side);
      case DdhAction.CancelSide cancel -> nothing(side);
      case DdhAction.CancelAll cancel -> nothing(side);
    };
  }

  private static DdhAnswer order(
      DdhQuestion question,
      HedgeSide side,
      int number,
      String kind,
      double priceUsd,
      double amount) {
    return new DdhAnswer(
        side,
        number,
        kind,
        OptionalDouble.of(priceUsd),
        OptionalDouble.of(amount),
        OptionalDouble.of(priceUsd - question.market().markUsd()),
        OptionalDouble.of(question.profile().deltaAt(priceUsd)));
  }

  private static DdhAnswer nothing(HedgeSide side) {
    OptionalDouble none = OptionalDouble.empty();
    return new DdhAnswer(side, 0, "nothing", none, none, none, none);
  }
}
