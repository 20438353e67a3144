package io.arb.core.paper;

import io.arb.core.model.Instrument;
import io.arb.core.model.Level;
import io.arb.core.model.Option;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * Synthetic makers: keeps levels around the fair value of every instrument, as wide as the recorded
 * quotes of such an option were, and none where nobody quoted.
 *
 * <p>A book is quoted anew when its best prices move, and a second after somebody traded in it.
 * Where the market has moved through a client's order, a synthetic taker trades with that order
 * first: that is how resting orders fill. Owned by the venue's lock.
 */
final class LiquidityProvider {
  private static final Duration REFILL_AFTER = Duration.ofSeconds(1);
  private static final BigDecimal PERPETUAL_HALF_SPREAD_BPS = BigDecimal.ONE;
  private static final BigDecimal SPACING_FRACTION = new BigDecimal("0.25");
  private static final double DEEPER_IS_LARGER = 0.3;

  private final Floor floor;
  private final Execution execution;
  private final LiquidityProfile profile;
  private final SplittableRandom random;
  private final Account maker;
  private final Account taker;
  private final Map<Instrument, Shown> shown = new HashMap<>();

  LiquidityProvider(Floor floor, Execution execution, LiquidityProfile profile, long seed) {
    this.floor = floor;
    this.execution = execution;
    this.profile = profile;
    this.random = new SplittableRandom(seed);
    this.maker = floor.openAccount(new AccountId("synthetic-maker"), true);
    this.taker = floor.openAccount(new AccountId("synthetic-taker"), true);
  }

  /** Best prices that the makers want; empty: they do not quote that side. */
  private record Touch(Optional<Price> bid, Optional<Price> ask) {
    Optional<Price> of(Side side) {
      return side == Side.BUY ? bid : ask;
    }
  }

  private record Shown(Touch touch, Instant at) {}

  void requote(Book book, Instant now) {
    if (profile.levels() == 0) {
      return;
    }
    Touch wanted = touch(book.instrument(), now);
    Shown before = shown.get(book.instrument());
    if (before != null && before.touch().equals(wanted) && !isDue(book, before, now)) {
      return;
    }
    book.removeIf(order -> order.account() == maker);
    for (Side side : Side.values()) {
      wanted.of(side).ifPresent(price -> sweep(book, side, price, now));
    }
    for (Side side : Side.values()) {
      wanted.of(side).ifPresent(price -> lay(book, side, price, spacing(book, wanted), now));
    }
    shown.put(book.instrument(), new Shown(wanted, now));
    floor.tradedSinceQuoted().remove(book.instrument());
    floor.outbox().book(book.instrument());
  }

  private boolean isDue(Book book, Shown before, Instant now) {
    return floor.tradedSinceQuoted().contains(book.instrument())
        && !now.isBefore(before.at().plus(REFILL_AFTER));
  }

  private Touch touch(Instrument instrument, Instant now) {
    Price mark = floor.market().fair(instrument, now);
    Price tick = floor.rules().terms(instrument).tick();
    return switch (instrument) {
      case Perpetual p ->
          new Touch(
              Optional.of(mark.movedBps(PERPETUAL_HALF_SPREAD_BPS.negate()).floorTo(tick)),
              Optional.of(mark.movedBps(PERPETUAL_HALF_SPREAD_BPS).ceilTo(tick)));
      case Option option -> {
        QuoteGap gap = floor.market().quoteGap(option, now);
        Optional<Price> bid =
            moved(mark, gap.bid(), -1).map(price -> price.floorTo(tick)).filter(p -> !p.isZero());
        Price lowestAsk = bid.orElse(Price.ZERO).plusClamped(tick.usd());
        yield new Touch(
            bid, moved(mark, gap.ask(), 1).map(price -> price.ceilTo(tick).max(lowestAsk)));
      }
    };
  }

  private static Optional<Price> moved(Price mark, OptionalDouble gapFraction, int sign) {
    return gapFraction.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Exact.price(mark.usd().doubleValue() * (1 + sign * gapFraction.getAsDouble())));
  }

  /** Distance of a maker's levels: a quarter of the spread, at least a tick. */
  private Price spacing(Book book, Touch touch) {
    Price tick = floor.rules().terms(book.instrument()).tick();
    Price bid = touch.bid().orElse(Price.ZERO);
    Price ask = touch.ask().orElse(bid);
    BigDecimal width = ask.plusClamped(bid.usd().negate()).usd().multiply(SPACING_FRACTION);
    return new Price(width.setScale(Price.MAX_SCALE, RoundingMode.HALF_EVEN))
        .ceilTo(tick)
        .max(tick);
  }

  /** Trades the clients' orders of the other side that stand at or beyond a maker's new price. */
  private void sweep(Book book, Side makerSide, Price price, Instant now) {
    Quantity passed =
        book.against(makerSide, price).stream()
            .flatMap(List::stream)
            .map(LiveOrder::remaining)
            .reduce(Quantity.ZERO, Quantity::plus);
    if (passed.isPositive()) {
      execution.take(taker, book, makerSide, price, passed, now);
    }
  }

  private void lay(Book book, Side side, Price best, Price spacing, Instant now) {
    BigDecimal step = side == Side.BUY ? spacing.usd().negate() : spacing.usd();
    Price price = best;
    for (int i = 0; i < profile.levels() && !price.isZero(); i++) {
      Level level = new Level(price, size(book.instrument(), i));
      book.add(
          Execution.synthetic(
              maker,
              book,
              side,
              level.price(),
              level.quantity(),
              Lifetime.GOOD_TILL_CANCELLED,
              now));
      price = price.plusClamped(step);
    }
  }

  private Quantity size(Instrument instrument, int level) {
    VenueRules.Terms terms = floor.rules().terms(instrument);
    BigDecimal base =
        switch (instrument) {
          case Perpetual p -> profile.perpetualSize();
          case Option o -> profile.optionSize();
        };
    double units =
        base.doubleValue() * random.nextDouble(0.5, 1.5) * (1 + level * DEEPER_IS_LARGER);
    return Exact.quantity(units, terms.step(), terms.minQuantity());
  }
}
