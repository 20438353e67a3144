package io.arb.deribit.map;

import io.arb.core.model.FeeSchedule;
import io.arb.core.model.Instrument;
import io.arb.core.model.InstrumentSpec;
import io.arb.core.model.Money;
import io.arb.core.model.Option;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.wire.WireFormatException;
import io.arb.deribit.wire.WireInstrument;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * An instrument with its trading rules.
 *
 * @param name the venue's name
 * @param grid prices in the venue's units; the spec's tick is the finest of them
 * @param isPricedInCoin whether the venue's price is in coins; then the spec's tick is a cent
 * @param priceIndex the index that it follows, such as {@code eth_usdc}
 */
public record DeribitInstrument(
    InstrumentSpec spec, String name, PriceGrid grid, boolean isPricedInCoin, String priceIndex) {
  /** The fee of an option is at most this part of its price. Source: Deribit, "Fees". */
  static final BigDecimal OPTION_FEE_CAP = new BigDecimal("0.125");

  private static final Price CENT = Price.of("0.01");

  /** The venue names no largest amount; margin is the limit. */
  private static final Quantity UNLIMITED = Quantity.of("1000000000");

  public Instrument instrument() {
    return spec.instrument();
  }

  /**
   * Reads an instrument of our families, checking that it is what its name says.
   *
   * @return empty for other families and kinds
   * @throws WireFormatException if its rules are impossible, or strike or expiry do not agree with
   *     its name
   */
  public static Optional<DeribitInstrument> of(WireInstrument wire, Naming naming) {
    return naming
        .instrument(wire.instrumentName())
        .map(instrument -> read(wire, instrument, naming));
  }

  private static DeribitInstrument read(WireInstrument wire, Instrument instrument, Naming naming) {
    if (instrument instanceof Option option) {
      requireSameTerms(option, wire);
    }
    boolean inCoin = naming.isPricedInCoin(instrument);
    try {
      return new DeribitInstrument(
          spec(instrument, wire, inCoin ? CENT : new Price(wire.tickSize())),
          wire.instrumentName(),
          new PriceGrid(wire.tickSize(), wire.tickSizeSteps()),
          inCoin,
          wire.priceIndex());
    } catch (IllegalArgumentException e) {
      throw new WireFormatException(
          "instrument", wire.instrumentName(), String.valueOf(e.getMessage()), "an instrument");
    }
  }

  private static void requireSameTerms(Option named, WireInstrument wire) {
    Instant expiry = Instant.ofEpochMilli(wire.expirationTimestamp());
    BigDecimal strike = wire.strike().orElse(BigDecimal.ZERO);
    if (!expiry.equals(named.expiry()) || strike.compareTo(named.strike().usd()) != 0) {
      throw new WireFormatException(
          "instrument",
          wire.instrumentName(),
          strike + " at " + expiry,
          named.strike() + " at " + named.expiry());
    }
  }

  private static InstrumentSpec spec(Instrument instrument, WireInstrument wire, Price tick) {
    Quantity step = new Quantity(wire.minTradeAmount());
    return new InstrumentSpec(
        instrument,
        tick,
        step,
        step,
        UNLIMITED,
        fees(instrument, wire),
        wire.isActive() && (wire.state().isEmpty() || wire.state().equals("open")));
  }

  /**
   * {@code rate x index x amount}, of an option at most 12.5 % of its value. For an inverse option
   * the same in coins, {@code min(rate, 0.125 x price) x amount}, times the index.
   */
  static FeeSchedule fees(Instrument instrument, WireInstrument wire) {
    return new FeeSchedule(
        wire.makerCommission(),
        wire.takerCommission(),
        Money.ZERO,
        instrument instanceof Option ? Optional.of(OPTION_FEE_CAP) : Optional.empty());
  }
}
