package io.arb.core.paper;

import io.arb.core.model.FeeSchedule;
import io.arb.core.model.Instrument;
import io.arb.core.model.Money;
import io.arb.core.model.Option;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * What a venue charges and allows.
 *
 * @param perpetual trading rules of perpetuals
 * @param option trading rules of options
 * @param proRata how an option's price level is shared; perpetuals match by time
 * @param perpetualBand a perpetual trades at most this fraction away from its mark
 * @param optionBandUsd an option trades at most this far from its mark, or {@code
 *     optionBandFraction} of the mark if that is more
 * @param optionBandFraction see {@code optionBandUsd}
 * @param margined false: every order passes the margin check
 * @param maxOpenOrders per account
 * @param speedBump how long orders that would take are held back; the caller holds them, the venue
 *     only publishes the figure
 */
public record VenueRules(
    Terms perpetual,
    Terms option,
    ProRata proRata,
    BigDecimal perpetualBand,
    BigDecimal optionBandUsd,
    BigDecimal optionBandFraction,
    boolean margined,
    int maxOpenOrders,
    Duration speedBump) {

  /** The trading rules that all instruments of a kind share. */
  public record Terms(
      Price tick, Quantity step, Quantity minQuantity, Quantity maxQuantity, FeeSchedule fees) {}

  /**
   * The three passes of a shared price level.
   *
   * @param fraction part of an incoming order that is shared by size
   * @param fifoMin at least so much goes by time first
   * @param step shares by size are rounded down to a multiple of it
   */
  public record ProRata(BigDecimal fraction, Quantity fifoMin, Quantity step) {
    public ProRata {
      if (fraction.signum() < 0 || fraction.compareTo(BigDecimal.ONE) > 0) {
        throw new IllegalArgumentException("fraction must be from 0 to 1, got " + fraction);
      }
      if (!step.isPositive()) {
        throw new IllegalArgumentException("step must be positive, got " + step);
      }
    }
  }

  /** ETH-like rules with margin on. */
  public static VenueRules standard() {
    return new VenueRules(
        new Terms(
            Price.of("0.01"),
            Quantity.of("0.001"),
            Quantity.of("0.1"),
            Quantity.of("10000"),
            new FeeSchedule(
                new BigDecimal("0.0001"),
                new BigDecimal("0.0003"),
                Money.of("0.1"),
                Optional.empty())),
        new Terms(
            Price.of("0.1"),
            Quantity.of("0.01"),
            Quantity.of("0.1"),
            Quantity.of("10000"),
            new FeeSchedule(
                new BigDecimal("0.0001"),
                new BigDecimal("0.0003"),
                Money.of("0.5"),
                Optional.of(new BigDecimal("0.125")))),
        new ProRata(new BigDecimal("0.8"), Quantity.of("10"), Quantity.of("1")),
        new BigDecimal("0.02"),
        new BigDecimal("25"),
        new BigDecimal("0.5"),
        true,
        1000,
        Duration.ZERO);
  }

  /** These rules without the margin check. */
  public VenueRules withoutMargin() {
    return new VenueRules(
        perpetual,
        option,
        proRata,
        perpetualBand,
        optionBandUsd,
        optionBandFraction,
        false,
        maxOpenOrders,
        speedBump);
  }

  /** These rules with other terms for perpetuals and options. */
  public VenueRules withTerms(Terms newPerpetual, Terms newOption) {
    return new VenueRules(
        newPerpetual,
        newOption,
        proRata,
        perpetualBand,
        optionBandUsd,
        optionBandFraction,
        margined,
        maxOpenOrders,
        speedBump);
  }

  /** These rules with another way of sharing option levels. */
  public VenueRules withProRata(ProRata newProRata) {
    return new VenueRules(
        perpetual,
        option,
        newProRata,
        perpetualBand,
        optionBandUsd,
        optionBandFraction,
        margined,
        maxOpenOrders,
        speedBump);
  }

  Terms terms(Instrument instrument) {
    return switch (instrument) {
      case Perpetual p -> perpetual;
      case Option o -> option;
    };
  }
}
