package io.arb.core.paper;

import io.arb.core.model.Instrument;
import io.arb.core.model.Option;
import io.arb.core.model.OptionGreeks;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Price;
import io.arb.core.model.Ticker;
import io.arb.core.model.Underlying;
import io.arb.greeks.Black76;
import io.arb.greeks.OptionPrice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Fair values of one underlying's perpetual and options at any instant: pure functions of the
 * configuration and of when the market was made. Immutable, safe from any thread; all simulators of
 * one process should share one.
 *
 * <p>The index is a recorded price path, scaled so that it starts at the index of the recorded
 * option chain: returns and strikes stay the recorded ones. The chain's expiries are moved by whole
 * weeks, so that the recorded day falls into the week that ends when the market is made and
 * weekdays stay what they were; expiries that have passed by then are not listed. Time is the
 * clock's; only the path runs at {@link PaperMarketConfig#speed}.
 */
public final class PaperMarket {
  private static final long WEEK_SECONDS = Duration.ofDays(7).toSeconds();
  private static final int SETTLEMENT_SAMPLES = 30;
  private static final double BASIS_FRACTION = 0.0003;
  private static final double BASIS_PERIOD_SECONDS = 1800;

  private final PaperMarketConfig config;
  private final InstantSource clock;
  private final PricePath path;
  private final VolSurface surface;
  private final Instant startedAt;
  private final double scale;
  private final Perpetual perpetual;
  private final List<Option> options;

  /** The recorded ETH market, beginning at the clock's present. */
  public PaperMarket(PaperMarketConfig config, InstantSource clock) {
    this(config, clock, PricePath.recordedEth(config.seed()), OptionChain.recordedEth());
    if (!config.underlying().equals(new Underlying("ETH"))) {
      throw new IllegalArgumentException(
          "underlying must be ETH, the only recorded one, got " + config.underlying());
    }
  }

  /** A market on another path and chain. */
  public PaperMarket(
      PaperMarketConfig config, InstantSource clock, PricePath path, OptionChain chain) {
    this.config = config;
    this.clock = clock;
    this.path = path;
    this.startedAt = clock.instant();
    this.scale = chain.indexUsd() / path.priceUsd(config.startOffset().toMillis() / 1000.0);
    Duration shift = shift(chain.recordedAt(), startedAt);
    this.surface = new VolSurface(chain, shift);
    this.perpetual = new Perpetual(config.underlying());
    this.options =
        chain.rows().stream()
            .map(row -> option(config.underlying(), row, shift))
            .filter(option -> !option.isExpired(startedAt))
            .sorted(
                Comparator.comparing(Option::expiry)
                    .thenComparing(Option::strike)
                    .thenComparing(Option::type))
            .toList();
  }

  private static Duration shift(Instant recordedAt, Instant startedAt) {
    long weeks =
        Math.floorDiv(startedAt.getEpochSecond() - recordedAt.getEpochSecond(), WEEK_SECONDS);
    return Duration.ofSeconds(weeks * WEEK_SECONDS);
  }

  private static Option option(Underlying underlying, OptionChain.Row row, Duration shift) {
    return new Option(
        underlying, row.expiry().plus(shift), Exact.price(row.strikeUsd()), row.type());
  }

  public PaperMarketConfig config() {
    return config;
  }

  /** The clock's time. */
  public Instant now() {
    return clock.instant();
  }

  public Perpetual perpetual() {
    return perpetual;
  }

  /** Recorded options that have not expired at {@code now}, by expiry, strike, call before put. */
  public List<Option> options(Instant now) {
    return options.stream().filter(option -> !option.isExpired(now)).toList();
  }

  /** Seconds of the price path at {@code now}; grows {@code speed} times as fast as the clock. */
  public double pathSeconds(Instant now) {
    double elapsed = Duration.between(startedAt, now).toNanos() / 1e9;
    return config.startOffset().toMillis() / 1000.0 + elapsed * config.speed();
  }

  /** The spot index, positive. */
  public Price index(Instant now) {
    return Exact.price(indexUsd(now));
  }

  private double indexUsd(Instant now) {
    return scale * path.priceUsd(pathSeconds(now));
  }

  /** The forward of any expiry; at and after the expiry the index. */
  public Price forward(Instant expiry, Instant now) {
    return Exact.price(forwardUsd(expiry, now));
  }

  private double forwardUsd(Instant expiry, Instant now) {
    return surface.forwardUsd(expiry, indexUsd(now), now);
  }

  /** Mark volatility of any option of the underlying, annual, as a fraction. */
  public double volFraction(Option option, Instant now) {
    double forward = forwardUsd(option.expiry(), now);
    return surface.volFraction(option.expiry(), logMoneyness(option, forward), now);
  }

  private static double logMoneyness(Option option, double forwardUsd) {
    return Math.log(option.strike().usd().doubleValue() / forwardUsd);
  }

  /**
   * The fair value: for the perpetual the index with a basis of at most 3 bp that swings every half
   * hour of the path, for options Black-76 on the forward without discount.
   */
  public Price fair(Instrument instrument, Instant now) {
    return switch (instrument) {
      case Perpetual p -> Exact.price(indexUsd(now) * (1 + basisFraction(now)));
      case Option option -> Exact.price(value(option, now, 1).priceUsd());
    };
  }

  private double basisFraction(Instant now) {
    double turns = pathSeconds(now) / BASIS_PERIOD_SECONDS + config.seed() % 1000 / 1000.0;
    return BASIS_FRACTION * Math.sin(2 * Math.PI * turns);
  }

  /** The fair value of an option if the index stood at {@code indexFactor} times its value. */
  Price stressed(Option option, Instant now, double indexFactor) {
    return Exact.price(value(option, now, indexFactor).priceUsd());
  }

  private OptionPrice value(Option option, Instant now, double indexFactor) {
    return Black76.price(
        option.type(),
        forwardUsd(option.expiry(), now) * indexFactor,
        option.strike().usd().doubleValue(),
        Math.max(VolSlice.years(now, option.expiry()), 0),
        volFraction(option, now));
  }

  /** Mark, index and greeks, valid at {@code now} and received then. */
  public Ticker ticker(Instrument instrument, Instant now) {
    Optional<OptionGreeks> greeks =
        switch (instrument) {
          case Perpetual p -> Optional.empty();
          case Option option -> Optional.of(greeks(option, now));
        };
    return new Ticker(instrument, fair(instrument, now), index(now), greeks, now, now);
  }

  private OptionGreeks greeks(Option option, Instant now) {
    OptionPrice value = value(option, now, 1);
    return new OptionGreeks(
        Exact.decimal(value.greeks().delta(), 5),
        Exact.decimal(value.greeks().gamma(), 8),
        Exact.decimal(value.greeks().vegaPerPoint(), 5),
        Exact.decimal(value.greeks().thetaPerDay(), 5),
        Exact.decimal(value.volFraction(), 5),
        forward(option.expiry(), now));
  }

  /** How far the recorded quotes of such an option stood from its mark. */
  QuoteGap quoteGap(Option option, Instant now) {
    double forward = forwardUsd(option.expiry(), now);
    return surface.gap(option.expiry(), option.type(), logMoneyness(option, forward));
  }

  /** Average of the index over the 30 minutes before {@code expiry}, sampled every minute. */
  public Price settlement(Instant expiry) {
    return Exact.price(
        IntStream.range(0, SETTLEMENT_SAMPLES)
            .mapToDouble(minute -> indexUsd(expiry.minus(Duration.ofMinutes(minute))))
            .average()
            .orElseThrow());
  }
}
