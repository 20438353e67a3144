package io.arb.derive.map;

import io.arb.core.evm.Address;
import io.arb.core.model.FeeSchedule;
import io.arb.core.model.Instrument;
import io.arb.core.model.InstrumentSpec;
import io.arb.core.model.Money;
import io.arb.core.model.Option;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.wire.WireFormatException;
import io.arb.derive.sign.OptionSubId;
import io.arb.derive.wire.WireInstrument;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * An instrument with what an order for it must sign.
 *
 * @param name the venue's name
 * @param asset the contract that the order is for
 * @param subId the instrument within that contract
 */
public record DeriveInstrument(InstrumentSpec spec, String name, Address asset, BigInteger subId) {

  public Instrument instrument() {
    return spec.instrument();
  }

  /**
   * Reads an instrument, checking that what will be signed is what its name says: an order for
   * another option would be valid, and wrong.
   *
   * @throws WireFormatException if the model cannot express it, or if expiry, strike, kind or sub
   *     id do not agree with the name
   */
  public static DeriveInstrument of(WireInstrument wire) {
    Instrument instrument = OrderReader.instrument(wire.instrumentName());
    requireSame("base_asset_sub_id", subId(instrument), wire.baseAssetSubId());
    wire.optionDetails().ifPresent(details -> requireSameTerms(instrument, details));
    try {
      return new DeriveInstrument(
          spec(instrument, wire),
          wire.instrumentName(),
          Address.of(wire.baseAssetAddress()),
          wire.baseAssetSubId());
    } catch (IllegalArgumentException e) {
      throw new WireFormatException(
          "instrument", wire.instrumentName(), String.valueOf(e.getMessage()), "an instrument");
    }
  }

  private static BigInteger subId(Instrument instrument) {
    return switch (instrument) {
      case Perpetual perpetual -> BigInteger.ZERO;
      case Option option -> OptionSubId.of(option);
    };
  }

  private static void requireSameTerms(Instrument named, WireInstrument.OptionDetails details) {
    if (named instanceof Option option) {
      BigInteger expiry = BigInteger.valueOf(option.expiry().getEpochSecond());
      requireSame("option_details.expiry", expiry, BigInteger.valueOf(details.expiry()));
    }
  }

  private static void requireSame(String field, BigInteger expected, BigInteger found) {
    if (!expected.equals(found)) {
      throw new WireFormatException("instrument", field, found.toString(), expected.toString());
    }
  }

  private static InstrumentSpec spec(Instrument instrument, WireInstrument wire) {
    return new InstrumentSpec(
        instrument,
        new Price(wire.tickSize()),
        new Quantity(wire.amountStep()),
        new Quantity(wire.minimumAmount()),
        new Quantity(wire.maximumAmount()),
        fees(instrument, wire),
        wire.isActive());
  }

  private static FeeSchedule fees(Instrument instrument, WireInstrument wire) {
    BigDecimal cap = wire.markPriceFeeRateCap();
    boolean capped = instrument instanceof Option && cap.signum() > 0;
    return new FeeSchedule(
        wire.makerFeeRate(),
        wire.takerFeeRate(),
        new Money(wire.baseFee()),
        capped ? Optional.of(cap) : Optional.empty());
  }
}
