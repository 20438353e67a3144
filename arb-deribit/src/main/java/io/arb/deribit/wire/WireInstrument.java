package io.arb.deribit.wire;

import io.arb.core.wire.Fields;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An instrument and its trading rules. Source: Deribit API, public/get_instruments.
 *
 * @param kind {@code option}, {@code future} (perpetuals too), {@code spot}, {@code option_combo},
 *     {@code future_combo}; others may come
 * @param instrumentType {@code linear} or {@code reversed}; empty if the venue leaves it out
 * @param tickSize the price step below the first of {@code tickSizeSteps}
 * @param minTradeAmount smallest order and step of amounts
 * @param contractSize amount units of one contract, also a fraction
 * @param makerCommission fraction, may be negative
 * @param expirationTimestamp milliseconds since 1970
 * @param strike empty unless it is an option
 * @param state of the book; empty if the venue leaves it out
 */
public record WireInstrument(
    String instrumentName,
    String kind,
    String instrumentType,
    BigDecimal tickSize,
    List<TickStep> tickSizeSteps,
    BigDecimal minTradeAmount,
    BigDecimal contractSize,
    BigDecimal makerCommission,
    BigDecimal takerCommission,
    long expirationTimestamp,
    Optional<BigDecimal> strike,
    String priceIndex,
    boolean isActive,
    String state) {

  /** Above a price another tick is in force. */
  public record TickStep(BigDecimal abovePrice, BigDecimal tickSize) {
    static TickStep of(Fields step) {
      return new TickStep(step.decimal("above_price"), step.decimal("tick_size"));
    }
  }

  public WireInstrument {
    tickSizeSteps = List.copyOf(tickSizeSteps);
  }

  public static WireInstrument of(Fields instrument) {
    return new WireInstrument(
        instrument.text("instrument_name"),
        instrument.text("kind"),
        instrument.optionalText("instrument_type").orElse(""),
        instrument.decimal("tick_size"),
        steps(instrument),
        instrument.decimal("min_trade_amount"),
        instrument.decimal("contract_size"),
        instrument.decimal("maker_commission"),
        instrument.decimal("taker_commission"),
        instrument.longValue("expiration_timestamp"),
        instrument.optionalDecimal("strike"),
        instrument.optionalText("price_index").orElse(""),
        instrument.bool("is_active"),
        instrument.optionalText("state").orElse(""));
  }

  private static List<TickStep> steps(Fields instrument) {
    return instrument.has("tick_size_steps")
        ? instrument.objects("tick_size_steps").stream().map(TickStep::of).toList()
        : List.of();
  }
}
