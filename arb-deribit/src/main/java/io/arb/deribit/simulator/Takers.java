package io.arb.deribit.simulator;

import io.arb.core.model.Side;
import io.arb.core.paper.LiquidityProfile;
import io.arb.core.paper.PaperMarket;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Synthetic takers: arrive at random (Poisson, in seconds of the price path) and trade a little at
 * the best price of a book that somebody looks at, whoever rests there. Owned by the simulator's
 * thread.
 */
final class Takers {
  private static final int MOST_PER_STEP = 100;
  private static final double SMALLEST = 0.02;
  private static final double LARGEST = 0.4;

  private final Floor floor;
  private final PaperMarket market;
  private final SplittableRandom random;
  private final Account taker;
  private final Stream futures;
  private final Stream options;

  Takers(Floor floor, PaperMarket market, LiquidityProfile profile, long seed) {
    this.floor = floor;
    this.market = market;
    this.random = new SplittableRandom(seed);
    this.taker = floor.open("synthetic taker", true);
    double from = market.pathSeconds(market.now());
    this.futures =
        new Stream(
            profile.perpetualTradesPerSecond(),
            profile.perpetualSize(),
            product -> !product.isOption(),
            from);
    this.options =
        new Stream(profile.optionTradesPerSecond(), profile.optionSize(), Product::isOption, from);
  }

  /** Lets everybody trade who has arrived by {@code now}. */
  void run(Instant now) {
    futures.run(now);
    options.run(now);
  }

  private final class Stream {
    private final double perSecond;
    private final BigDecimal typicalCoins;
    private final Predicate<Product> kind;
    private double nextSeconds;

    Stream(double perSecond, BigDecimal typicalCoins, Predicate<Product> kind, double fromSeconds) {
      this.perSecond = perSecond;
      this.typicalCoins = typicalCoins;
      this.kind = kind;
      this.nextSeconds = fromSeconds + pause();
    }

    private double pause() {
      return perSecond > 0
          ? -Math.log(1 - random.nextDouble()) / perSecond
          : Double.POSITIVE_INFINITY;
    }

    /** Beyond {@code MOST_PER_STEP} arrivals are forgotten: the step was too long. */
    void run(Instant now) {
      double until = market.pathSeconds(now);
      for (int i = 0; nextSeconds <= until && i < MOST_PER_STEP; i++) {
        nextSeconds += pause();
        arrive(now);
      }
      if (nextSeconds <= until) {
        nextSeconds = until + pause();
      }
    }

    private void arrive(Instant now) {
      List<Book> candidates =
          floor.books().stream().filter(book -> kind.test(book.product())).toList();
      if (!candidates.isEmpty()) {
        trade(candidates.get(random.nextInt(candidates.size())), now);
      }
    }

    private void trade(Book book, Instant now) {
      Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
      BigDecimal part = BigDecimal.valueOf(random.nextDouble(SMALLEST, LARGEST));
      book.best(side.opposite())
          .ifPresent(price -> take(book.product(), side, price, typicalCoins.multiply(part), now));
    }

    private void take(Product product, Side side, BigDecimal price, BigDecimal coins, Instant now) {
      BigDecimal units = product.isReciprocal() ? coins.multiply(price) : coins;
      Order order =
          Makers.synthetic(taker, product, side, price, Makers.toStep(product, units), now);
      var unused = floor.execute(order, floor.plan(order), now);
    }
  }
}
