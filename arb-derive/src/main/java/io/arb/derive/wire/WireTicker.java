package io.arb.derive.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.wire.Fields;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A valuation in the short form. It does not name its instrument. Source: Derive API, channel
 * ticker_slim.{instrument}.{interval}.
 *
 * @param timestamp {@code t}, milliseconds since 1970
 * @param indexPrice {@code I}, USD
 * @param markPrice {@code M}, USD
 * @param optionPricing empty unless it is an option
 */
public record WireTicker(
    long timestamp,
    BigDecimal indexPrice,
    BigDecimal markPrice,
    Optional<OptionPricing> optionPricing) {

  /**
   * How the venue values an option.
   *
   * @param delta {@code d}, per USD of forward
   * @param gamma {@code g}, per USD of forward
   * @param vega {@code v}, USD per volatility point
   * @param theta {@code t}, USD per calendar day
   * @param iv {@code i}, mark volatility as a fraction
   * @param forwardPrice {@code f}, USD
   */
  public record OptionPricing(
      BigDecimal delta,
      BigDecimal gamma,
      BigDecimal vega,
      BigDecimal theta,
      BigDecimal iv,
      BigDecimal forwardPrice) {

    static OptionPricing of(Fields pricing) {
      return new OptionPricing(
          pricing.decimal("d"),
          pricing.decimal("g"),
          pricing.decimal("v"),
          pricing.decimal("t"),
          pricing.decimal("i"),
          pricing.decimal("f"));
    }
  }

  /** Reads the data of a notification. */
  public static WireTicker of(JsonNode data) {
    return ofSlim(Fields.of(data, "ticker_slim").object("instrument_ticker"));
  }

  /**
   * Reads the index price out of the answer of public/get_ticker: V2 sends the long form, V3 the
   * short one.
   */
  public static BigDecimal indexPrice(JsonNode result) {
    Fields fields = Fields.of(result, "public/get_ticker");
    Fields ticker = fields.optionalObject("instrument_ticker").orElse(fields);
    return ticker.optionalDecimal("index_price").orElseGet(() -> ticker.decimal("I"));
  }

  /** Reads the ticker itself, as it also stands in the map that public/get_tickers returns. */
  public static WireTicker ofSlim(Fields ticker) {
    return new WireTicker(
        ticker.longValue("t"),
        ticker.decimal("I"),
        ticker.decimal("M"),
        ticker.optionalObject("option_pricing").map(OptionPricing::of));
  }
}
