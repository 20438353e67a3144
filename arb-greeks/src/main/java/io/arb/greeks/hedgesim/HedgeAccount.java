package io.arb.greeks.hedgesim;

/**
 * Holding, cash and costs of the hedge along one path, all money discounted to its start. Owned by
 * the thread that runs the path.
 */
final class HedgeAccount {
  private final HedgeCosts costs;
  private final double rate;
  private double held;
  private double lastHedgeUsd;
  private double cashUsd;
  private double costUsd;
  private double fundingUsd;
  private double turnoverUsd;
  private int trades;
  private int makerFills;

  HedgeAccount(HedgeCosts costs, double rate) {
    this.costs = costs;
    this.rate = rate;
  }

  /** Takes what is missing to a holding, which is put on a step first. */
  void takeTo(double wanted, double priceUsd, double years) {
    if (wanted != held) {
      take(costs.onStep(wanted) - held, priceUsd, years);
    }
  }

  /** Takes a signed amount at the market. */
  void take(double amount, double priceUsd, double years) {
    if (amount != 0) {
      trade(amount, priceUsd, years, costs.takerFraction());
    }
  }

  /** A resting order has traded a signed amount at its own price. */
  void fill(double amount, double priceUsd, double years) {
    trade(amount, priceUsd, years, costs.makerFraction());
    makerFills++;
  }

  private void trade(double amount, double priceUsd, double years, double costFraction) {
    exchange(amount, priceUsd, years, costFraction);
    lastHedgeUsd = priceUsd;
    trades++;
  }

  private void exchange(double amount, double priceUsd, double years, double costFraction) {
    double discount = discount(years);
    double turnover = Math.abs(amount) * priceUsd;
    held += amount;
    cashUsd -= discount * amount * priceUsd;
    costUsd += discount * costFraction * turnover;
    turnoverUsd += turnover;
  }

  /** Charges funding on what is held from one time to another. */
  void carry(double priceUsd, double fromYears, double toYears) {
    if (costs.fundingPerYear() != 0) {
      double charged = held * priceUsd * costs.fundingPerYear() * (toYears - fromYears);
      fundingUsd -= discount(toYears) * charged;
    }
  }

  /** Sells what is held at the end; no trade is counted for it. */
  void liquidate(double priceUsd, double years) {
    exchange(-held, priceUsd, years, costs.takerFraction());
  }

  double discount(double years) {
    return rate == 0 ? 1 : Math.exp(-rate * years);
  }

  double held() {
    return held;
  }

  /** Price of the last trade, 0 before the first. */
  double lastHedgeUsd() {
    return lastHedgeUsd;
  }

  /** What has come in less what has gone out for the hedge, before costs and funding. */
  double cashUsd() {
    return cashUsd;
  }

  double costUsd() {
    return costUsd;
  }

  /** Received; negative if paid. */
  double fundingUsd() {
    return fundingUsd;
  }

  double turnoverUsd() {
    return turnoverUsd;
  }

  int trades() {
    return trades;
  }

  int makerFills() {
    return makerFills;
  }
}
