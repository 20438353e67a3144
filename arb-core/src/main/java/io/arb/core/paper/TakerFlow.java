package io.arb.core.paper;

import io.arb.core.model.Instrument;
import io.arb.core.model.Option;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Synthetic takers: arrive at random (Poisson, in seconds of the price path), buy or sell a little
 * at the best price, whoever rests there. Owned by the venue's lock.
 */
final class TakerFlow {
  private static final int MOST_PER_STEP = 100;
  private static final double SMALLEST = 0.02;
  private static final double LARGEST = 0.4;
  private static final Duration NEAR_EXPIRY = Duration.ofDays(45);
  private static final double NEAR_MONEY = 0.15;

  private final Floor floor;
  private final Execution execution;
  private final Account taker;
  private final SplittableRandom random;
  private final Stream perpetual;
  private final Stream option;

  TakerFlow(
      Floor floor, Execution execution, LiquidityProfile profile, double fromSeconds, long seed) {
    this.floor = floor;
    this.execution = execution;
    this.random = new SplittableRandom(seed);
    this.taker = floor.openAccount(new AccountId("synthetic-taker"), true);
    this.perpetual =
        new Stream(
            profile.perpetualTradesPerSecond(),
            profile.perpetualSize(),
            fromSeconds,
            now -> Optional.of(floor.market().perpetual()));
    this.option =
        new Stream(
            profile.optionTradesPerSecond(), profile.optionSize(), fromSeconds, this::someOption);
  }

  /** Lets everybody trade who has arrived by {@code now}. */
  void run(Instant now) {
    perpetual.run(now);
    option.run(now);
  }

  /** One of the options that people trade: near in time and near the money. */
  private Optional<Instrument> someOption(Instant now) {
    double index = floor.market().index(now).usd().doubleValue();
    List<Instrument> traded =
        floor.books().keySet().stream()
            .filter(
                instrument ->
                    instrument instanceof Option candidate && isTraded(candidate, index, now))
            .toList();
    return traded.isEmpty()
        ? Optional.empty()
        : Optional.of(traded.get(random.nextInt(traded.size())));
  }

  private static boolean isTraded(Option option, double index, Instant now) {
    double moneyness = option.strike().usd().doubleValue() / index;
    return Math.abs(moneyness - 1) < NEAR_MONEY && option.expiry().isBefore(now.plus(NEAR_EXPIRY));
  }

  /** The takers of one kind of instrument. */
  private final class Stream {
    private final double perSecond;
    private final BigDecimal typicalSize;
    private final Function<Instant, Optional<Instrument>> choice;
    private double nextSeconds;

    Stream(
        double perSecond,
        BigDecimal typicalSize,
        double fromSeconds,
        Function<Instant, Optional<Instrument>> choice) {
      this.perSecond = perSecond;
      this.typicalSize = typicalSize;
      this.choice = choice;
      this.nextSeconds = fromSeconds + pause();
    }

    private double pause() {
      return perSecond > 0
          ? -Math.log(1 - random.nextDouble()) / perSecond
          : Double.POSITIVE_INFINITY;
    }

    /** Beyond {@code MOST_PER_STEP} arrivals are forgotten: the step was too long. */
    void run(Instant now) {
      double until = floor.market().pathSeconds(now);
      for (int i = 0; nextSeconds <= until && i < MOST_PER_STEP; i++) {
        nextSeconds += pause();
        choice.apply(now).ifPresent(instrument -> trade(instrument, now));
      }
      if (nextSeconds <= until) {
        nextSeconds = until + pause();
      }
    }

    private void trade(Instrument instrument, Instant now) {
      Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
      VenueRules.Terms terms = floor.rules().terms(instrument);
      double units = typicalSize.doubleValue() * random.nextDouble(SMALLEST, LARGEST);
      Quantity quantity = Exact.quantity(units, terms.step(), terms.minQuantity());
      Book book = floor.books().get(instrument);
      if (book != null) {
        book.best(side.opposite())
            .ifPresent(best -> execution.take(taker, book, side, best, quantity, now));
      }
    }
  }
}
