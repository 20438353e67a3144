package io.arb.core.paper;

import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import java.util.ArrayList;
import java.util.List;

/** Which resting orders an incoming order would trade with, without changing anything. */
final class Matching {
  private Matching() {}

  /** One trade to be done, at the resting order's price. */
  record Match(LiveOrder maker, Price price, Quantity quantity) {}

  /** Best price first; inside a price as {@code sharing} says. */
  static List<Match> plan(
      Book book, Side side, Price limit, Quantity quantity, LevelSharing sharing) {
    List<Match> plan = new ArrayList<>();
    Quantity left = quantity;
    for (List<LiveOrder> level : book.against(side, limit)) {
      if (left.isZero()) {
        break;
      }
      List<Quantity> shares =
          sharing.share(level.stream().map(LiveOrder::remaining).toList(), left);
      for (int i = 0; i < shares.size(); i++) {
        if (shares.get(i).isPositive()) {
          plan.add(new Match(level.get(i), level.get(i).limit(), shares.get(i)));
          left = left.minus(shares.get(i));
        }
      }
    }
    return plan;
  }

  static Quantity total(List<Match> plan) {
    return plan.stream().map(Match::quantity).reduce(Quantity.ZERO, Quantity::plus);
  }
}
