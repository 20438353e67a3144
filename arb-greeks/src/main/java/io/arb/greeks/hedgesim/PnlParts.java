package io.arb.greeks.hedgesim;

/**
 * Where the profit of a path, or the mean profit of many, came from; USD, discounted to the start.
 * The parts add up to the profit.
 *
 * @param deltaUsd net delta left open, times the move
 * @param gammaUsd half gamma times the square of the move
 * @param thetaUsd time decay
 * @param vegaUsd vega times the move of implied volatility
 * @param higherOrderUsd what the greeks of a step's start do not explain of the options' value
 * @param fillsUsd resting orders: from the price they filled at to the end of that step
 * @param interestUsd on the options and the hedge
 * @param fundingUsd received on the hedge
 * @param costsUsd of trading, negative
 */
public record PnlParts(
    double deltaUsd,
    double gammaUsd,
    double thetaUsd,
    double vegaUsd,
    double higherOrderUsd,
    double fillsUsd,
    double interestUsd,
    double fundingUsd,
    double costsUsd) {
  /** Nothing earned, nothing lost. */
  public static final PnlParts NONE = new PnlParts(0, 0, 0, 0, 0, 0, 0, 0, 0);

  PnlParts plus(PnlParts other) {
    return new PnlParts(
        deltaUsd + other.deltaUsd,
        gammaUsd + other.gammaUsd,
        thetaUsd + other.thetaUsd,
        vegaUsd + other.vegaUsd,
        higherOrderUsd + other.higherOrderUsd,
        fillsUsd + other.fillsUsd,
        interestUsd + other.interestUsd,
        fundingUsd + other.fundingUsd,
        costsUsd + other.costsUsd);
  }

  PnlParts times(double factor) {
    return new PnlParts(
        deltaUsd * factor,
        gammaUsd * factor,
        thetaUsd * factor,
        vegaUsd * factor,
        higherOrderUsd * factor,
        fillsUsd * factor,
        interestUsd * factor,
        fundingUsd * factor,
        costsUsd * factor);
  }

  /** The profit. */
  public double totalUsd() {
    return deltaUsd
        + gammaUsd
        + thetaUsd
        + vegaUsd
        + higherOrderUsd
        + fillsUsd
        + interestUsd
        + fundingUsd
        + costsUsd;
  }
}
