package io.arb.deribit.map;

import io.arb.core.model.Instrument;
import io.arb.core.model.Option;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Underlying;
import io.arb.deribit.map.VenueName.Product;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Which of the venue's families an instrument of the model stands for. The venue lists the same
 * option twice, settled in USDC and in the coin; one session trades one of them.
 */
public record Naming(Family options, Family perpetuals) {
  private static final String USDC = "USDC";

  /** The venue's name of an instrument, whether the venue lists it or not. */
  public String name(Instrument instrument) {
    Product product =
        switch (instrument) {
          case Perpetual perpetual -> new Product.PerpetualFuture();
          case Option option ->
              new Product.OptionProduct(
                  option.expiry().atZone(ZoneOffset.UTC).toLocalDate(),
                  option.strike(),
                  option.type());
        };
    return new VenueName(instrument.underlying().symbol(), quote(instrument), product).toString();
  }

  /** The instrument behind a name; empty for what is of another family or kind. */
  public Optional<Instrument> instrument(String name) {
    return VenueName.parse(name)
        .flatMap(Naming::known)
        .filter(instrument -> name(instrument).equals(name));
  }

  private static Optional<Instrument> known(VenueName name) {
    return switch (name.product()) {
      case Product.PerpetualFuture perpetual -> Optional.of(Perpetual.of(name.base()));
      case Product.OptionProduct option -> {
        Instant expiry = VenueName.expiry(option.day());
        yield Optional.of(
            new Option(new Underlying(name.base()), expiry, option.strike(), option.type()));
      }
      case Product.DatedFuture future -> Optional.empty();
      case Product.Spot spot -> Optional.empty();
      case Product.Combo combo -> Optional.empty();
    };
  }

  /** The currency under which the venue keeps an instrument's orders, trades and positions. */
  public String settlementCurrency(Instrument instrument) {
    return quote(instrument).orElse(instrument.underlying().symbol());
  }

  /** The currency under which the venue keeps all options of an underlying. */
  public String optionCurrency(Underlying underlying) {
    return options == Family.LINEAR ? USDC : underlying.symbol();
  }

  /** Whether the venue's price of an instrument is in coins. */
  public boolean isPricedInCoin(Instrument instrument) {
    return instrument instanceof Option && options == Family.INVERSE;
  }

  private Optional<String> quote(Instrument instrument) {
    Family family = instrument instanceof Option ? options : perpetuals;
    return family == Family.LINEAR ? Optional.of(USDC) : Optional.empty();
  }
}
