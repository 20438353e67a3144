package io.arb.core.paper;

import io.arb.core.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How an incoming quantity is shared among the orders of one price level. */
@FunctionalInterface
interface LevelSharing {
  /**
   * Shares an incoming quantity.
   *
   * @param resting what each order of the level has left, oldest first
   * @param incoming positive
   * @return for each order what it trades, together the smaller of incoming and the level
   */
  List<Quantity> share(List<Quantity> resting, Quantity incoming);

  /** First come, first served. */
  static LevelSharing byTime() {
    return (resting, incoming) -> {
      Shares shares = new Shares(resting, incoming);
      shares.byTime(incoming);
      return shares.taken;
    };
  }

  /**
   * Three passes: a first part by time, then by size rounded down, then the rest by time.
   *
   * @param step of the instrument, to which the first part is rounded down
   */
  static LevelSharing proRata(VenueRules.ProRata rules, Quantity step) {
    return (resting, incoming) -> {
      Shares shares = new Shares(resting, incoming);
      BigDecimal byTime = incoming.units().multiply(BigDecimal.ONE.subtract(rules.fraction()));
      shares.byTime(new Quantity(byTime).downTo(step).max(rules.fifoMin()));
      shares.bySize(rules.step());
      shares.byTime(incoming);
      return shares.taken;
    };
  }

  /** One incoming quantity while it is being shared. */
  final class Shares {
    private final List<Quantity> resting;
    private final List<Quantity> taken;
    private Quantity left;

    private Shares(List<Quantity> resting, Quantity incoming) {
      this.resting = resting;
      this.taken = new ArrayList<>(Collections.nCopies(resting.size(), Quantity.ZERO));
      this.left = incoming;
    }

    private void byTime(Quantity budget) {
      Quantity budgetLeft = budget.min(left);
      for (int i = 0; i < resting.size() && budgetLeft.isPositive(); i++) {
        Quantity share = room(i).min(budgetLeft);
        take(i, share);
        budgetLeft = budgetLeft.minus(share);
      }
    }

    private void bySize(Quantity step) {
      Quantity total = Quantity.ZERO;
      for (int i = 0; i < resting.size(); i++) {
        total = total.plus(room(i));
      }
      Quantity pool = left.min(total);
      for (int i = 0; i < resting.size() && pool.isPositive(); i++) {
        take(i, portion(room(i), pool, total).downTo(step));
      }
    }

    private static Quantity portion(Quantity size, Quantity pool, Quantity total) {
      BigDecimal exact =
          size.units()
              .multiply(pool.units())
              .divide(total.units(), Quantity.MAX_SCALE, RoundingMode.DOWN);
      return new Quantity(exact);
    }

    private Quantity room(int i) {
      return resting.get(i).minus(taken.get(i));
    }

    private void take(int i, Quantity share) {
      taken.set(i, taken.get(i).plus(share));
      left = left.minus(share);
    }
  }
}
