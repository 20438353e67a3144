package io.arb.deribit.simulator;

import io.arb.core.model.Side;
import io.arb.core.paper.LiquidityProfile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/**
 * Synthetic makers: keep levels around the market's fair value in every book that somebody looks
 * at; perpetuals 1 bp wide to each side, options 2 %, both at least half a tick. A book is quoted
 * anew when its best prices move, and a second after somebody traded in it. Where the market has
 * moved through a customer's order, a synthetic taker trades with it first. Each product has a
 * random sequence of its own, so sizes do not depend on which books are looked at. Owned by the
 * simulator's thread.
 */
final class Makers {
  private static final Duration REFILL_AFTER = Duration.ofSeconds(1);
  private static final BigDecimal FUTURE_HALF_SPREAD = new BigDecimal("0.0001");
  private static final BigDecimal OPTION_HALF_SPREAD = new BigDecimal("0.02");
  private static final double DEEPER_IS_LARGER = 0.3;

  private final Floor floor;
  private final Valuation valuation;
  private final LiquidityProfile profile;
  private final long seed;
  private final Account maker;
  private final Account taker;
  private final Map<Product, Shown> shown = new HashMap<>();
  private final Map<Product, SplittableRandom> randoms = new HashMap<>();

  Makers(Floor floor, Valuation valuation, LiquidityProfile profile, long seed) {
    this.floor = floor;
    this.valuation = valuation;
    this.profile = profile;
    this.seed = seed;
    this.maker = floor.open("synthetic maker", true);
    this.taker = floor.open("synthetic taker", true);
  }

  /**
   * Best prices wanted.
   *
   * @param bid empty where an option is worth less than a tick
   */
  private record Touch(Optional<BigDecimal> bid, BigDecimal ask) {
    Optional<BigDecimal> of(Side side) {
      return side == Side.BUY ? bid : Optional.of(ask);
    }
  }

  private record Shown(Touch touch, Instant at, long trades) {}

  /** Brings a book to the market's present. */
  void refresh(Product product, Instant now) {
    if (profile.levels() == 0) {
      return;
    }
    Touch wanted = touch(product, now);
    Shown before = shown.get(product);
    if (before != null && before.touch().equals(wanted) && !isDue(product, before, now)) {
      return;
    }
    Book book = floor.book(product);
    for (Side side : Side.values()) {
      book.removeIf(side, order -> order.account() == maker);
    }
    for (Side side : Side.values()) {
      wanted.of(side).ifPresent(price -> sweep(product, side, price, now));
    }
    for (Side side : Side.values()) {
      wanted.of(side).ifPresent(price -> lay(book, side, price, now));
    }
    shown.put(product, new Shown(wanted, now, trades(product)));
    floor.news().book(product);
  }

  private boolean isDue(Product product, Shown before, Instant now) {
    return trades(product) != before.trades() && !now.isBefore(before.at().plus(REFILL_AFTER));
  }

  private long trades(Product product) {
    return Optional.ofNullable(floor.tape(product).peekLast()).map(Fill::sequence).orElse(0L);
  }

  private Touch touch(Product product, Instant now) {
    BigDecimal mark = valuation.mark(product, now);
    BigDecimal half = product.isOption() ? OPTION_HALF_SPREAD : FUTURE_HALF_SPREAD;
    PriceGrid grid = product.terms().grid();
    BigDecimal bid = grid.down(mark.subtract(mark.multiply(half)));
    BigDecimal ask = grid.up(mark.add(mark.multiply(half)));
    BigDecimal apart = ask.compareTo(bid) > 0 ? ask : grid.next(bid);
    return new Touch(Optional.of(bid).filter(price -> price.signum() > 0), apart);
  }

  private void sweep(Product product, Side side, BigDecimal price, Instant now) {
    BigDecimal passed =
        floor.book(product).against(side, price).stream()
            .map(Order::remaining)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (passed.signum() > 0) {
      Order order = synthetic(taker, product, side, price, passed, now);
      var unused = floor.execute(order, floor.plan(order), now);
    }
  }

  private void lay(Book book, Side side, BigDecimal best, Instant now) {
    PriceGrid grid = book.product().terms().grid();
    BigDecimal price = best;
    for (int i = 0; i < profile.levels() && price.signum() > 0; i++) {
      book.add(synthetic(maker, book.product(), side, price, size(book.product(), price, i), now));
      price = side == Side.BUY ? grid.previous(price) : grid.next(price);
    }
  }

  private BigDecimal size(Product product, BigDecimal price, int level) {
    BigDecimal coins = product.isOption() ? profile.optionSize() : profile.perpetualSize();
    double grown = random(product).nextDouble(0.5, 1.5) * (1 + level * DEEPER_IS_LARGER);
    BigDecimal units = product.isReciprocal() ? coins.multiply(price) : coins;
    return toStep(product, units.multiply(BigDecimal.valueOf(grown)));
  }

  /** Rounded down to the step of amounts, at least one step. */
  static BigDecimal toStep(Product product, BigDecimal amount) {
    BigDecimal step = product.terms().minAmount();
    return amount.divide(step, 0, RoundingMode.DOWN).max(BigDecimal.ONE).multiply(step);
  }

  private SplittableRandom random(Product product) {
    return randoms.computeIfAbsent(product, key -> new SplittableRandom(seed * 31 + key.id()));
  }

  /** An order of nobody. */
  static Order synthetic(
      Account account,
      Product product,
      Side side,
      BigDecimal price,
      BigDecimal amount,
      Instant now) {
    OrderForm form =
        new OrderForm(
            product,
            side,
            amount,
            Optional.of(price),
            OrderType.LIMIT,
            Lifetime.GOOD_TIL_CANCELLED,
            false,
            false,
            false,
            "",
            OptionalLong.empty());
    return new Order("synthetic", account, form, amount, price, 0, now);
  }
}
