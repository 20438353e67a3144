package io.arb.greeks.ddh;

import java.util.List;

/**
 * One decision of {@link LadderDecision}: what to send, nearest to the market first on each side.
 *
 * @param buys never {@link DdhAction.None}; empty when nothing is wanted and nothing is open
 * @param sells the same for the other side
 */
public record LadderRound(List<DdhAction> buys, List<DdhAction> sells) {
  public LadderRound {
    buys = List.copyOf(buys);
    sells = List.copyOf(sells);
  }

  /** The actions of one side. */
  public List<DdhAction> on(HedgeSide side) {
    return side == HedgeSide.BUY ? buys : sells;
  }
}
