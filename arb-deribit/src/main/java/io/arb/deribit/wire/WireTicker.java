package io.arb.deribit.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.wire.Fields;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A valuation. Source: Deribit API, channel ticker.{instrument}.{interval}.
 *
 * @param timestamp milliseconds since 1970
 * @param markPrice in the instrument's price currency: the coin itself for inverse options
 * @param indexPrice USD or USDC for one coin
 * @param bestBid empty if nobody bids, which the venue writes as null or 0
 * @param bestAsk empty if nobody asks
 * @param minPrice lowest price that an order may have; empty if the venue shows none
 * @param maxPrice highest price that an order may have; empty if the venue shows none
 * @param option empty unless it is an option
 */
public record WireTicker(
    String instrumentName,
    long timestamp,
    BigDecimal markPrice,
    BigDecimal indexPrice,
    Optional<BigDecimal> bestBid,
    Optional<BigDecimal> bestAsk,
    Optional<BigDecimal> minPrice,
    Optional<BigDecimal> maxPrice,
    Optional<OptionValues> option) {

  /**
   * How the venue values an option.
   *
   * @param underlyingPrice forward that the model uses
   * @param markIv percent a year (38.21 is 0.3821)
   * @param delta Black-Scholes delta on the forward, not adjusted for the premium
   * @param gamma change of delta for 1 USD
   * @param vega USD for one volatility point
   * @param theta USD a day
   */
  public record OptionValues(
      BigDecimal underlyingPrice,
      BigDecimal markIv,
      BigDecimal delta,
      BigDecimal gamma,
      BigDecimal vega,
      BigDecimal theta) {

    static OptionValues of(Fields ticker, Fields greeks) {
      return new OptionValues(
          ticker.decimal("underlying_price"),
          ticker.decimal("mark_iv"),
          greeks.decimal("delta"),
          greeks.decimal("gamma"),
          greeks.decimal("vega"),
          greeks.decimal("theta"));
    }
  }

  public static WireTicker of(JsonNode data) {
    Fields ticker = Fields.of(data, "ticker");
    return new WireTicker(
        ticker.text("instrument_name"),
        ticker.longValue("timestamp"),
        ticker.decimal("mark_price"),
        ticker.decimal("index_price"),
        ticker.optionalDecimal("best_bid_price").filter(price -> price.signum() > 0),
        ticker.optionalDecimal("best_ask_price").filter(price -> price.signum() > 0),
        ticker.optionalDecimal("min_price"),
        ticker.optionalDecimal("max_price"),
        ticker.optionalObject("greeks").map(greeks -> OptionValues.of(ticker, greeks)));
  }
}
