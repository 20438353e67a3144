package io.arb.deribit.simulator;

import java.math.BigDecimal;

/** One currency of one account. Owned by the simulator's thread. */
final class Wallet {
  private BigDecimal balance = BigDecimal.ZERO;
  private BigDecimal sessionRealized = BigDecimal.ZERO;
  private BigDecimal fees = BigDecimal.ZERO;

  /** Cash, without the profit of futures in this session. */
  BigDecimal balance() {
    return balance;
  }

  /** What futures realised in this session, fees taken off. */
  BigDecimal sessionRealized() {
    return sessionRealized;
  }

  /** All fees so far. */
  BigDecimal fees() {
    return fees;
  }

  void deposit(BigDecimal amount) {
    balance = balance.add(amount);
  }

  void futureTraded(BigDecimal profit, BigDecimal fee) {
    sessionRealized = sessionRealized.add(profit).subtract(fee);
    fees = fees.add(fee);
  }

  /** A premium paid is negative; also the payoff of a delivery. */
  void optionPaid(BigDecimal premium, BigDecimal fee) {
    balance = balance.add(premium).subtract(fee);
    fees = fees.add(fee);
  }

  /** Ends a session: its profit becomes balance. */
  void settle(BigDecimal openProfit) {
    balance = balance.add(sessionRealized).add(openProfit);
    sessionRealized = BigDecimal.ZERO;
  }
}
