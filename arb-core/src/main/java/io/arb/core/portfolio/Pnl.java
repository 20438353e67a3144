package io.arb.core.portfolio;

import io.arb.core.model.Instrument;
import io.arb.core.model.Money;
import java.util.Set;

/**
 * Profit by part, realised and unrealised together.
 *
 * @param options premiums received less premiums paid, plus what the options held are worth
 * @param perpetuals the same for perpetuals
 * @param sourceFees paid to trade sources
 * @param exchangeFees paid to the exchange
 * @param unmarked positions that have never had a mark, counted at nothing: the figure is not whole
 */
public record Pnl(
    Money options,
    Money perpetuals,
    Money sourceFees,
    Money exchangeFees,
    Set<Instrument> unmarked) {
  public static final Pnl NONE = new Pnl(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Set.of());

  public Pnl {
    unmarked = Set.copyOf(unmarked);
  }

  public Money total() {
    return options.plus(perpetuals).minus(sourceFees).minus(exchangeFees);
  }

  public boolean isWhole() {
    return unmarked.isEmpty();
  }
}
