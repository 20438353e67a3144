package io.arb.derive.wire;

import io.arb.core.wire.Fields;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * An instrument and its trading rules. Source: Derive API, public/get_instrument.
 *
 * @param instrumentType {@code perp}, {@code option} or {@code erc20}
 * @param markPriceFeeRateCap the rate part of an option's fee is at most this fraction of its value
 * @param baseFee USD once per order that takes
 * @param baseAssetAddress the contract that an order signs for
 * @param optionDetails empty unless it is an option
 */
public record WireInstrument(
    String instrumentType,
    String instrumentName,
    boolean isActive,
    BigDecimal tickSize,
    BigDecimal minimumAmount,
    BigDecimal maximumAmount,
    BigDecimal amountStep,
    BigDecimal markPriceFeeRateCap,
    BigDecimal makerFeeRate,
    BigDecimal takerFeeRate,
    BigDecimal baseFee,
    String baseAssetAddress,
    BigInteger baseAssetSubId,
    Optional<OptionDetails> optionDetails) {

  /**
   * The terms of an option.
   *
   * @param expiry seconds since 1970
   * @param optionType {@code C} or {@code P}
   */
  public record OptionDetails(long expiry, BigDecimal strike, String optionType) {
    static OptionDetails of(Fields details) {
      return new OptionDetails(
          details.longValue("expiry"), details.decimal("strike"), details.text("option_type"));
    }
  }

  public static WireInstrument of(Fields instrument) {
    return new WireInstrument(
        instrument.text("instrument_type"),
        instrument.text("instrument_name"),
        instrument.bool("is_active"),
        instrument.decimal("tick_size"),
        instrument.decimal("minimum_amount"),
        instrument.decimal("maximum_amount"),
        instrument.decimal("amount_step"),
        instrument.optionalDecimal("mark_price_fee_rate_cap").orElse(BigDecimal.ZERO),
        instrument.decimal("maker_fee_rate"),
        instrument.decimal("taker_fee_rate"),
        instrument.decimal("base_fee"),
        instrument.text("base_asset_address"),
        instrument.bigInteger("base_asset_sub_id"),
        instrument.optionalObject("option_details").map(OptionDetails::of));
  }
}
