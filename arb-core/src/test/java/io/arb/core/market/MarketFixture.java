package io.arb.core.market;

import io.arb.core.model.FeeSchedule;
import io.arb.core.model.Instrument;
import io.arb.core.model.InstrumentSpec;
import io.arb.core.model.Level;
import io.arb.core.model.MarketEvent;
import io.arb.core.model.Money;
import io.arb.core.model.Option;
import io.arb.core.model.OptionGreeks;
import io.arb.core.model.OrderBook;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Ticker;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A small market whose numbers can be checked by hand. */
public final class MarketFixture {
  public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  public static final Duration STALE_AFTER = Duration.ofSeconds(2);
  public static final Option CALL =
      Option.call("ETH", Instant.parse("2026-11-27T08:00:00Z"), "2500");
  public static final Option OTHER_CALL =
      Option.call("ETH", Instant.parse("2026-11-27T08:00:00Z"), "2600");
  public static final Perpetual PERP = Perpetual.of("ETH");

  /** Taker 0.03 % of the index plus half a dollar, the rate part at most 12.5 % of the premium. */
  public static final FeeSchedule OPTION_FEES =
      new FeeSchedule(
          new BigDecimal("0.0001"),
          new BigDecimal("0.0003"),
          Money.of("0.5"),
          Optional.of(new BigDecimal("0.125")));

  public static final FeeSchedule PERP_FEES =
      new FeeSchedule(
          new BigDecimal("0.0001"), new BigDecimal("0.0003"), Money.of("0.01"), Optional.empty());

  private MarketFixture() {}

  /** The call and the perpetual, listed, with fresh books and tickers. */
  public static MarketView market() {
    MarketView market = new MarketView(STALE_AFTER);
    market.list(List.of(spec(CALL), spec(PERP)));
    market.on(book(CALL, NOW, List.of("80x5", "79x10"), List.of("82x5", "83x10")));
    market.on(optionTicker(CALL, NOW, "81", "0.5"));
    market.on(book(PERP, NOW, List.of("2499.8x20"), List.of("2500.2x20")));
    market.on(perpTicker(NOW, "2500"));
    return market;
  }

  public static InstrumentSpec spec(Instrument instrument) {
    return switch (instrument) {
      case Option option ->
          new InstrumentSpec(
              option,
              Price.of("0.1"),
              Quantity.of("0.01"),
              Quantity.of("0.1"),
              Quantity.of("1000"),
              OPTION_FEES,
              true);
      case Perpetual perp ->
          new InstrumentSpec(
              perp,
              Price.of("0.01"),
              Quantity.of("0.01"),
              Quantity.of("0.1"),
              Quantity.of("1000"),
              PERP_FEES,
              true);
    };
  }

  /** A book from levels written as {@code price x quantity}, best first. */
  public static MarketEvent.BookChanged book(
      Instrument instrument, Instant at, List<String> bids, List<String> asks) {
    return new MarketEvent.BookChanged(
        new OrderBook(instrument, levels(bids), levels(asks), at, at));
  }

  private static List<Level> levels(List<String> texts) {
    return texts.stream()
        .map(text -> text.split("x", 2))
        .map(parts -> Level.of(parts[0], parts[1]))
        .toList();
  }

  public static MarketEvent.TickerChanged optionTicker(
      Option option, Instant at, String mark, String delta) {
    OptionGreeks greeks =
        new OptionGreeks(
            new BigDecimal(delta),
            new BigDecimal("0.0012"),
            new BigDecimal("1.4"),
            new BigDecimal("-3.1"),
            new BigDecimal("0.65"),
            Price.of("2505"));
    return new MarketEvent.TickerChanged(
        new Ticker(option, Price.of(mark), Price.of("2500"), Optional.of(greeks), at, at));
  }

  public static MarketEvent.TickerChanged perpTicker(Instant at, String mark) {
    return new MarketEvent.TickerChanged(
        new Ticker(PERP, Price.of(mark), Price.of("2500"), Optional.empty(), at, at));
  }
}
