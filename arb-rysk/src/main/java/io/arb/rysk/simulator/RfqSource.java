package io.arb.rysk.simulator;

import io.arb.core.model.Option;
import io.arb.core.model.Quantity;
import io.arb.greeks.OptionType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Lets the synthetic taker ask for listed calls at random times. What it asks for depends on seed
 * and market only, not on what makers do. Owned by the simulator's thread.
 */
final class RfqSource {
  private static final Duration WORTH_CATCHING_UP = Duration.ofSeconds(5);
  private static final double MINUTE_NANOS = 60e9;

  private final Venue venue;
  private final Catalog catalog;
  private final SyntheticTaker taker;
  private final SplittableRandom random;
  private RfqFlow flow = RfqFlow.none();
  private int generation;

  RfqSource(Venue venue, Catalog catalog, SyntheticTaker taker, SplittableRandom random) {
    this.venue = venue;
    this.catalog = catalog;
    this.taker = taker;
    this.random = random;
  }

  /** Ends the flow there was and begins another. */
  void setFlow(RfqFlow newFlow) {
    flow = newFlow;
    generation++;
    scheduleAfter(venue.trueNow());
  }

  private void scheduleAfter(Instant last) {
    if (flow.perMinute() == 0) {
      return;
    }
    double gapNanos = -Math.log(1 - random.nextDouble()) * MINUTE_NANOS / flow.perMinute();
    int mine = generation;
    venue.agenda.at(last.plusNanos((long) gapNanos), due -> fire(due, mine));
  }

  private void fire(Instant due, int mine) {
    if (mine != generation) {
      return;
    }
    boolean late = due.plus(WORTH_CATCHING_UP).isBefore(venue.trueNow());
    scheduleAfter(late ? venue.trueNow() : due);
    ask(due);
  }

  private void ask(Instant at) {
    List<Option> calls =
        catalog.listed(at).stream().filter(option -> option.type() == OptionType.CALL).toList();
    int which = random.nextInt(Integer.MAX_VALUE);
    Quantity quantity = quantity(random.nextDouble());
    if (!calls.isEmpty()) {
      Option option = calls.get(which % calls.size());
      taker.ask(catalog.terms(option, quantity, taker.address()));
    }
  }

  /** A size on the step; {@code at} 0 is the smallest, 1 the largest. */
  private Quantity quantity(double at) {
    double min = flow.minSize().units().doubleValue();
    double max = flow.maxSize().units().doubleValue();
    BigDecimal units =
        BigDecimal.valueOf(min * Math.pow(max / min, at)).setScale(6, RoundingMode.HALF_EVEN);
    RyskAsset asset = venue.config.asset();
    return new Quantity(units).downTo(asset.step()).max(asset.minSize()).min(asset.maxSize());
  }
}
