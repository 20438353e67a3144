package io.arb.rysk.simulator;

import io.arb.core.model.Option;
import io.arb.core.model.OptionGreeks;
import io.arb.core.model.Price;
import io.arb.core.model.Ticker;
import io.arb.core.model.Underlying;
import io.arb.greeks.OptionType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A market that stands still: ETH at 2850, every option worth 45, strikes of 2600 to 3400 on two
 * Fridays and, to be left out by the venue, on a Thursday.
 */
record FlatMarket() implements RyskMarket {
  static final Underlying ETH = new Underlying("ETH");

  /** Friday, 25 December 2026, 08:00 UTC: the expiry of the protocol's examples. */
  static final Instant FRIDAY = Instant.ofEpochSecond(1_798_185_600);

  static final Price SPOT = Price.of("2850");
  static final Price WORTH = Price.of("45");
  private static final Instant THURSDAY = FRIDAY.minusSeconds(86_400);
  private static final Instant NEXT_FRIDAY = FRIDAY.plusSeconds(7 * 86_400);

  static Option call(String strike) {
    return new Option(ETH, FRIDAY, Price.of(strike), OptionType.CALL);
  }

  static Option put(String strike) {
    return new Option(ETH, FRIDAY, Price.of(strike), OptionType.PUT);
  }

  @Override
  public Underlying underlying() {
    return ETH;
  }

  @Override
  public Price index(Instant now) {
    return SPOT;
  }

  @Override
  public List<Option> options(Instant now) {
    return Stream.of(THURSDAY, FRIDAY, NEXT_FRIDAY)
        .flatMap(
            expiry ->
                Stream.of("2600", "2700", "2800", "2900", "3000", "3100", "3200", "3400")
                    .flatMap(
                        strike ->
                            Stream.of(OptionType.values())
                                .map(type -> new Option(ETH, expiry, Price.of(strike), type))))
        .filter(option -> !option.isExpired(now))
        .toList();
  }

  @Override
  public Ticker ticker(Option option, Instant now) {
    OptionGreeks greeks =
        new OptionGreeks(
            new BigDecimal("0.31"),
            new BigDecimal("0.001"),
            new BigDecimal("1.5"),
            new BigDecimal("-4"),
            new BigDecimal("0.62"),
            SPOT);
    return new Ticker(option, WORTH, SPOT, Optional.of(greeks), now, now);
  }

  @Override
  public Price settlement(Instant expiry) {
    return Price.of("3050");
  }
}
