package io.arb.core.quote;

import io.arb.core.model.Price;
import java.math.BigDecimal;

/** What the hedge venue makes a request worth. */
public sealed interface Pricing {

  /**
   * All prices are USD per unit for the whole quantity asked.
   *
   * @param hedgeBid what one unit brings on the hedge venue now, after the venue's fee
   * @param target the bid that leaves the target spread
   * @param reservation the highest bid that leaves the minimum edge; not below {@code target}
   * @param delta the option's delta by the venue
   */
  record Priced(Price hedgeBid, Price target, Price reservation, BigDecimal delta)
      implements Pricing {}

  /**
   * No bid can be made.
   *
   * @param reason countable, lower_snake_case
   * @param transientReason true if a moment later there may be a price: wait for the market while
   *     the auction lasts
   */
  record NoPrice(String reason, String detail, boolean transientReason) implements Pricing {}
}
