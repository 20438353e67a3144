package io.arb.greeks.hedgesim;

import io.arb.greeks.Arguments;
import io.arb.greeks.ddh.LadderDecision;
import io.arb.greeks.ddh.LadderReference;
import io.arb.greeks.ddh.PerpRules;

/**
 * Rests the rungs of a gamma ladder and lets the path fill them.
 *
 * <p>The book is hedged by taking at the first observation. From then on the orders of {@link
 * LadderDecision} rest; one fills, whole and at its own price, when the path has been there by the
 * next observation, and pays the maker's fee. They are decided anew when the ladder is out of date
 * ({@link LadderReference}). A delta beyond the decision's hard limit is taken away at the next
 * observation.
 *
 * <p>On random paths the price between two observations is drawn too. On recorded ones only the
 * observations are known: an order then fills only if the price stayed beyond it until the next,
 * which makes the ladder look worse than it is unless the recording is fine. What flatters it on
 * both is that a real queue may not fill at a touch.
 *
 * @param decision the ladder, as it trades
 * @param driftShare share of a rung by which delta may drift before rungs are solved again
 * @param rules tick, step and sizes of the perpetual
 */
public record LadderHedger(LadderDecision decision, double driftShare, PerpRules rules)
    implements Hedger {
  public LadderHedger {
    Arguments.positive("driftShare", driftShare);
  }
}
