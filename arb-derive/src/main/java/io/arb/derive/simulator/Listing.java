package io.arb.derive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.evm.Address;
import io.arb.core.model.FeeSchedule;
import io.arb.core.model.Instrument;
import io.arb.core.model.InstrumentSpec;
import io.arb.core.model.Option;
import io.arb.core.model.Perpetual;
import io.arb.core.paper.PaperVenue;
import io.arb.core.paper.VenueRules;
import io.arb.core.wire.Json;
import io.arb.derive.profile.DeriveProfile;
import io.arb.derive.profile.Generation;
import io.arb.derive.sign.OptionSubId;
import io.arb.greeks.OptionType;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The instruments under the exchange's names, with the contracts behind them. Source: Derive API,
 * public/get_instrument and "Protocol constants". Owned by the simulator's thread.
 */
final class Listing {
  private static final String ETH_PERPETUAL = "0xAf65752C4643E25C02F693f9D4FE19cF23a095E3";
  private static final String ETH_OPTION = "0x4BB4C3CDc7562f08e9910A0C7D8bB7e108861eB4";
  private static final String ETH_PERPETUAL_V2_TEST = "0x010e26422790C6Cb3872330980FAa7628FD20294";
  private static final String ETH_OPTION_V2_TEST = "0xBcB494059969DAaB460E0B5d4f5c2366aab79aa1";
  private static final long LISTED_DAYS_BEFORE = 30;
  private static final long DAY_SECONDS = 86_400;

  private final PaperVenue venue;
  private final DeriveProfile profile;
  private final Map<String, Instrument> byName = new LinkedHashMap<>();

  Listing(PaperVenue venue, DeriveProfile profile) {
    this.venue = venue;
    this.profile = profile;
    venue.instruments().forEach(spec -> byName.put(name(spec.instrument()), spec.instrument()));
  }

  /** A point in a strike is written as an underscore. */
  static String name(Instrument instrument) {
    return instrument.symbol().replace('.', '_');
  }

  static String type(Instrument instrument) {
    return switch (instrument) {
      case Perpetual p -> "perp";
      case Option o -> "option";
    };
  }

  Optional<Instrument> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The instrument of a request. */
  Instrument require(String name) {
    return find(name).orElseThrow(() -> RpcError.of(ErrorCode.INSTRUMENT_NOT_FOUND, name));
  }

  List<InstrumentSpec> all() {
    return venue.instruments();
  }

  InstrumentSpec spec(Instrument instrument) {
    return venue.spec(instrument).orElseThrow();
  }

  Address asset(Instrument instrument) {
    boolean test = profile == DeriveProfile.V2_TESTNET;
    return Address.of(
        switch (instrument) {
          case Perpetual p -> test ? ETH_PERPETUAL_V2_TEST : ETH_PERPETUAL;
          case Option o -> test ? ETH_OPTION_V2_TEST : ETH_OPTION;
        });
  }

  static BigInteger subId(Instrument instrument) {
    return switch (instrument) {
      case Perpetual p -> BigInteger.ZERO;
      case Option option -> OptionSubId.of(option);
    };
  }

  /** The instrument object. */
  ObjectNode json(Instrument instrument) {
    InstrumentSpec spec = spec(instrument);
    FeeSchedule fees = spec.fees();
    ObjectNode json = Json.object();
    json.put("instrument_type", type(instrument));
    json.put("instrument_name", name(instrument));
    json.put("scheduled_activation", activation(instrument));
    json.put("scheduled_deactivation", deactivation(instrument));
    json.put("is_active", spec.active());
    json.put("tick_size", spec.tick().toString());
    json.put("minimum_amount", spec.minQuantity().toString());
    json.put("maximum_amount", spec.maxQuantity().toString());
    json.put("amount_step", spec.step().toString());
    json.put(
        "mark_price_fee_rate_cap", fees.premiumCap().map(cap -> cap.toPlainString()).orElse(null));
    json.put("maker_fee_rate", fees.makerRate().toPlainString());
    json.put("taker_fee_rate", fees.takerRate().toPlainString());
    json.put("base_fee", fees.takerBase().toString());
    json.put("base_currency", instrument.underlying().symbol());
    json.put("quote_currency", instrument instanceof Perpetual ? "USD" : "USDC");
    details(json, instrument);
    json.put("base_asset_address", asset(instrument).checksummed());
    json.put("base_asset_sub_id", subId(instrument).toString());
    sharing(json, instrument);
    return json;
  }

  private void details(ObjectNode json, Instrument instrument) {
    String index = instrument.underlying().symbol() + "-USD";
    json.putNull("option_details");
    json.putNull("perp_details");
    json.putNull("erc20_details");
    switch (instrument) {
      case Option option -> {
        ObjectNode details = json.putObject("option_details");
        details.put("index", index);
        details.put("expiry", option.expiry().getEpochSecond());
        details.put("strike", option.strike().toString());
        details.put("option_type", option.type() == OptionType.CALL ? "C" : "P");
        details.put(
            "settlement_price",
            venue.settlementPrice(option.expiry()).map(price -> price.toString()).orElse(null));
      }
      case Perpetual p -> {
        ObjectNode details = json.putObject("perp_details");
        details.put("index", index);
        details.put("max_rate_per_hour", "0.004");
        details.put("min_rate_per_hour", "-0.004");
        if (profile.generation() == Generation.V2) {
          details.put("static_interest_rate", "0.0000125");
        }
        details.put("aggregate_funding", "0");
        details.put("funding_rate", "0");
      }
    }
  }

  private void sharing(ObjectNode json, Instrument instrument) {
    VenueRules.ProRata proRata = venue.rules().proRata();
    boolean shared = instrument instanceof Option;
    json.put("pro_rata_fraction", shared ? proRata.fraction().toPlainString() : "0");
    json.put("fifo_min_allocation", shared ? proRata.fifoMin().toString() : "0");
    json.put("pro_rata_amount_step", shared ? proRata.step().toString() : "1");
  }

  private static long activation(Instrument instrument) {
    return switch (instrument) {
      case Perpetual p -> 0;
      case Option option -> option.expiry().getEpochSecond() - LISTED_DAYS_BEFORE * DAY_SECONDS;
    };
  }

  private static long deactivation(Instrument instrument) {
    return switch (instrument) {
      case Perpetual p -> Long.MAX_VALUE;
      case Option option -> option.expiry().getEpochSecond();
    };
  }
}
