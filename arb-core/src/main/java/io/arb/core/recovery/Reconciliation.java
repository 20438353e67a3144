package io.arb.core.recovery;

import io.arb.core.model.AccountSnapshot;
import io.arb.core.model.Instrument;
import io.arb.core.model.Quantity;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Compares the positions that the exchange reports with ours. A difference while orders are in
 * flight means nothing: a fill may be on its way. A difference that stays the same over several
 * snapshots, with nothing in flight, is a position that no order of ours explains: somebody else
 * trades on the account, or it was there before us. Owned by the engine thread.
 */
public final class Reconciliation {
  /** Equal snapshots in a row after which a difference is believed. */
  private static final int BELIEVED_AFTER = 3;

  private Map<Instrument, Quantity> lastDifference = Map.of();
  private int repeats;
  private boolean agreed;

  /** What a snapshot proves. */
  public sealed interface Outcome {

    /** The exchange holds what we believe. */
    record Agreed() implements Outcome {}

    /** Not settled yet: ask again. */
    record AskAgain(String detail) implements Outcome {}

    /** The exchange holds this much more than orders of ours explain; take it over. */
    record Adopt(Map<Instrument, Quantity> difference) implements Outcome {
      public Adopt {
        difference = Map.copyOf(difference);
      }
    }
  }

  /** After a lost connection nothing is agreed. */
  public void reset() {
    agreed = false;
    repeats = 0;
    lastDifference = Map.of();
  }

  /** True if the newest snapshot agreed with us, or its difference was adopted. */
  public boolean isAgreed() {
    return agreed;
  }

  /**
   * Takes a snapshot.
   *
   * @param ours what we believe the exchange holds
   * @param ordersInFlight true if fills may be on their way
   */
  public Outcome on(
      AccountSnapshot snapshot, Map<Instrument, Quantity> ours, boolean ordersInFlight) {
    Map<Instrument, Quantity> difference = difference(snapshot.positions(), ours);
    if (difference.isEmpty()) {
      agreed = true;
      repeats = 0;
      return new Outcome.Agreed();
    }
    repeats = difference.equals(lastDifference) && !ordersInFlight ? repeats + 1 : 1;
    lastDifference = difference;
    if (ordersInFlight || repeats < BELIEVED_AFTER) {
      return new Outcome.AskAgain("the exchange differs by " + difference);
    }
    agreed = true;
    repeats = 0;
    return new Outcome.Adopt(difference);
  }

  private static Map<Instrument, Quantity> difference(
      Map<Instrument, Quantity> theirs, Map<Instrument, Quantity> ours) {
    Map<Instrument, Quantity> difference = new LinkedHashMap<>(theirs);
    ours.forEach((instrument, held) -> difference.merge(instrument, held.negate(), Quantity::plus));
    difference.values().removeIf(Quantity::isZero);
    return difference;
  }
}
