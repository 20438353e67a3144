package io.arb.rysk.simulator;

import io.arb.core.evm.Address;
import io.arb.core.model.Option;
import io.arb.core.model.Quantity;
import io.arb.greeks.OptionType;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which options can be asked for: on the nearest Fridays, calls just above spot and puts just below
 * it. Owned by the simulator's thread.
 */
final class Catalog {
  private static final int EXPIRIES = 4;
  private static final int STRIKES = 5;
  private static final int EXPIRY_HOUR = 8;
  private static final Duration LAST_REQUEST = Duration.ofHours(1);

  private final Venue venue;

  Catalog(Venue venue) {
    this.venue = venue;
  }

  /** By expiry, calls before puts, the nearest strike first. */
  List<Option> listed(Instant now) {
    TreeMap<Instant, List<Option>> byExpiry =
        venue.market.options(now).stream()
            .filter(option -> isListedDay(option.expiry(), now))
            .collect(Collectors.groupingBy(Option::expiry, TreeMap::new, Collectors.toList()));
    return byExpiry.values().stream()
        .limit(EXPIRIES)
        .flatMap(
            options ->
                Stream.concat(
                    nearest(options, OptionType.CALL, now), nearest(options, OptionType.PUT, now)))
        .toList();
  }

  private static boolean isListedDay(Instant expiry, Instant now) {
    ZonedDateTime day = expiry.atZone(ZoneOffset.UTC);
    return day.getDayOfWeek() == DayOfWeek.FRIDAY
        && day.getHour() == EXPIRY_HOUR
        && expiry.isAfter(now.plus(LAST_REQUEST));
  }

  private Stream<Option> nearest(List<Option> options, OptionType type, Instant now) {
    var spot = venue.market.index(now);
    Comparator<Option> upwards = Comparator.comparing(Option::strike);
    return options.stream()
        .filter(option -> option.type() == type)
        .filter(
            option ->
                type == OptionType.CALL
                    ? option.strike().compareTo(spot) > 0
                    : option.strike().compareTo(spot) < 0)
        .sorted(type == OptionType.CALL ? upwards : upwards.reversed())
        .limit(STRIKES);
  }

  /** What a taker of an option asks for. */
  RfqTerms terms(Option option, Quantity quantity, Address taker) {
    RyskAsset asset = venue.config.asset();
    Address usd = venue.config.chain().strikeAsset();
    boolean isPut = option.type() == OptionType.PUT;
    return new RfqTerms(
        asset.address().hex(),
        Optional.of(asset.symbol()),
        venue.config.chain().chainId(),
        option.expiry().getEpochSecond(),
        isPut,
        Optional.of(false),
        RyskMoney.scaled(quantity.units(), RyskMoney.WIRE_DECIMALS).toString(),
        RyskMoney.scaled(option.strike().usd(), RyskMoney.STRIKE_DECIMALS).toString(),
        taker.hex(),
        Optional.of(usd.hex()),
        Optional.of((isPut ? usd : asset.address()).hex()),
        Map.of());
  }

  /** Refuses what is not listed, and sizes that are not traded. */
  void require(RfqTerms terms, Instant now) {
    Quantity quantity =
        new Quantity(RyskMoney.unscaled(terms.quantityUnits(), RyskMoney.WIRE_DECIMALS));
    boolean listed =
        listed(now).stream()
            .anyMatch(option -> isSameProduct(terms, terms(option, quantity, Address.ZERO)));
    if (!listed) {
      throw new Refused(RyskError.NOT_LISTED, "product is not available");
    }
    RyskAsset asset = venue.config.asset();
    if (!quantity.isMultipleOf(asset.step())) {
      throw new Refused(RyskError.BAD_SIZE, "trade increment is wrong");
    }
    if (quantity.compareTo(asset.minSize()) < 0 || quantity.compareTo(asset.maxSize()) > 0) {
      throw new Refused(RyskError.BAD_SIZE, "trade size is out of range");
    }
  }

  private static boolean isSameProduct(RfqTerms asked, RfqTerms listed) {
    return asked.asset().equals(listed.asset())
        && asked.chainId() == listed.chainId()
        && asked.expiry() == listed.expiry()
        && asked.isPut() == listed.isPut()
        && asked.strike().equals(listed.strike())
        && asked.usd().equals(listed.usd())
        && asked.collateralAsset().equals(listed.collateralAsset());
  }
}
