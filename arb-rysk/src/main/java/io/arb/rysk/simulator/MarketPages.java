package io.arb.rysk.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.Option;
import io.arb.core.model.Ticker;
import io.arb.core.wire.Json;
import io.arb.greeks.OptionType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The lists of what is traded: assets, inventory, products and caps. Indications in them are made
 * from the fair value; nobody stands behind them. Owned by the simulator's thread.
 */
final class MarketPages {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("ddMMMyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final BigDecimal HALF_SPREAD = new BigDecimal("0.03");
  private static final BigDecimal DAY_SECONDS = BigDecimal.valueOf(86_400);
  private static final int EXPOSURE_CAP_UNITS = 10_000;

  private final Venue venue;
  private final Catalog catalog;

  MarketPages(Venue venue, Catalog catalog) {
    this.venue = venue;
    this.catalog = catalog;
  }

  ObjectNode assets() {
    RyskAsset asset = venue.config.asset();
    ObjectNode entry =
        Json.object()
            .put("symbol", asset.symbol())
            .put("address", asset.address().hex())
            .put("decimals", asset.decimals())
            .put("chainId", venue.config.chain().chainId())
            .put("active", true)
            .put("price", venue.spot().toString())
            .put("underlying", asset.underlying().symbol())
            .put("underlyingAssetAddress", asset.address().hex())
            .put("minTradeSize", e18(asset.minSize().units()))
            .put("maxTradeSize", e18(asset.maxSize().units()));
    entry.putArray("multipliers");
    ObjectNode assets = Json.object();
    assets.putArray(Long.toString(venue.config.chain().chainId())).add(entry);
    return assets;
  }

  private static String e18(BigDecimal units) {
    return RyskMoney.scaled(units, RyskMoney.WIRE_DECIMALS).toString();
  }

  ObjectNode inventory() {
    Instant now = venue.trueNow();
    List<Option> listed = catalog.listed(now);
    Map<Long, Set<BigDecimal>> strikes = new TreeMap<>();
    ObjectNode combinations = Json.object();
    for (Option option : listed) {
      long expiry = option.expiry().getEpochSecond();
      Set<BigDecimal> ofExpiry = strikes.computeIfAbsent(expiry, any -> new LinkedHashSet<>());
      boolean unused = ofExpiry.add(option.strike().usd());
      String key = option.strike().usd().setScale(6, RoundingMode.HALF_UP) + "-" + expiry;
      combinations.set(key, combination(option, now));
    }
    ObjectNode page = Json.object();
    ObjectNode strikesPage = page.putObject("strikes");
    strikes.forEach(
        (expiry, values) -> {
          ArrayNode list = strikesPage.putArray(Long.toString(expiry));
          values.stream().sorted().forEach(list::add);
        });
    ArrayNode expiries = page.putArray("expiries");
    strikes.keySet().forEach(expiries::add);
    page.set("combinations", combinations);
    return Json.object().set(venue.config.asset().underlying().symbol(), page);
  }

  private ObjectNode combination(Option option, Instant now) {
    Ticker ticker = venue.market.ticker(option, now);
    BigDecimal seconds = BigDecimal.valueOf(Duration.between(now, option.expiry()).toSeconds());
    BigDecimal bid = times(ticker.mark().usd(), BigDecimal.ONE.subtract(HALF_SPREAD));
    ObjectNode entry =
        Json.object()
            .put("expiry", DAY.format(option.expiry()).toUpperCase(Locale.ROOT))
            .put("expiration_timestamp", option.expiry().getEpochSecond())
            .put("timeToExpiryDays", seconds.divide(DAY_SECONDS, 3, RoundingMode.HALF_UP))
            .put("strike", option.strike().usd())
            .put("isPut", option.type() == OptionType.PUT)
            .put("bid", bid)
            .put("ask", times(ticker.mark().usd(), BigDecimal.ONE.add(HALF_SPREAD)))
            .put("index", ticker.index().usd())
            .put("apy", apy(option, bid, ticker, seconds))
            .put("timestamp", now.getEpochSecond());
    ticker
        .greeks()
        .ifPresent(
            greeks ->
                entry
                    .put("delta", greeks.delta())
                    .put("bidIv", percent(greeks.volFraction()).subtract(BigDecimal.ONE))
                    .put("askIv", percent(greeks.volFraction()).add(BigDecimal.ONE)));
    entry.putArray("products").add(product(option));
    return entry;
  }

  private static BigDecimal apy(Option option, BigDecimal bid, Ticker ticker, BigDecimal seconds) {
    BigDecimal locked =
        option.type() == OptionType.PUT ? option.strike().usd() : ticker.index().usd();
    return RyskMoney.apr(
        RyskMoney.scaled(bid, RyskMoney.WIRE_DECIMALS),
        RyskMoney.scaled(locked, RyskMoney.WIRE_DECIMALS),
        seconds.longValueExact());
  }

  private static BigDecimal times(BigDecimal usd, BigDecimal factor) {
    return usd.multiply(factor).setScale(4, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal percent(BigDecimal fraction) {
    return fraction.movePointRight(2).setScale(2, RoundingMode.HALF_EVEN);
  }

  private ObjectNode product(Option option) {
    String asset = venue.config.asset().address().hex();
    String usd = venue.config.chain().strikeAsset().hex();
    return Json.object()
        .put("asset", asset)
        .put("strikeAsset", usd)
        .put("collateralAsset", option.type() == OptionType.PUT ? usd : asset);
  }

  /** One cap, on the contracts of all trades together. */
  ArrayNode caps() {
    BigInteger usage =
        venue
            .books
            .trades()
            .map(
                settled ->
                    RyskMoney.scaled(settled.trade().quantity().units(), RyskMoney.WIRE_DECIMALS))
            .reduce(BigInteger.ZERO, BigInteger::add);
    ArrayNode caps = Json.array();
    caps.addObject()
        .put("name", "GLOBAL")
        .put("type", "CONTRACTS")
        .put("cap", e18(BigDecimal.valueOf(EXPOSURE_CAP_UNITS)))
        .put("usage", usage.toString());
    return caps;
  }
}
