package io.arb.core.paper;

import io.arb.core.model.Instrument;
import java.math.BigDecimal;

/** One balance of an account that moved. */
public sealed interface BalanceChange {
  /** Why a balance moved. */
  enum Cause {
    TRADE,
    DEPOSIT,
    OPTION_SETTLEMENT
  }

  BigDecimal before();

  BigDecimal after();

  Cause cause();

  /** USD. */
  record Cash(BigDecimal before, BigDecimal after, Cause cause) implements BalanceChange {}

  /** Units of an instrument. */
  record Position(Instrument instrument, BigDecimal before, BigDecimal after, Cause cause)
      implements BalanceChange {}

  /** USD that an open perpetual position has cost (negative) or brought. */
  record PerpetualQuote(Instrument instrument, BigDecimal before, BigDecimal after, Cause cause)
      implements BalanceChange {}
}
