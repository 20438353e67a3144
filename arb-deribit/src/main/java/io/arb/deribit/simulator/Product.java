package io.arb.deribit.simulator;

import io.arb.core.model.Instrument;
import io.arb.core.model.Option;
import io.arb.core.model.Perpetual;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Something with a book of its own: a neutral instrument in one flavour. Units of price and amount:
 * an inverse perpetual USD per coin and USD, a linear one USDC per coin and coins, an inverse
 * option coin and coins, a linear one USDC and coins. Source: Deribit API, "Instruments".
 * Immutable.
 *
 * @param id the numeric id
 */
record Product(Instrument instrument, Flavour flavour, String name, long id, Terms terms) {

  static Product of(Instrument instrument, Flavour flavour, long id) {
    boolean isOption = instrument instanceof Option;
    return new Product(
        instrument,
        flavour,
        ProductName.of(instrument, flavour),
        id,
        Terms.of(instrument.underlying().symbol(), isOption, flavour));
  }

  boolean isOption() {
    return instrument instanceof Option;
  }

  boolean isInverse() {
    return flavour == Flavour.INVERSE;
  }

  /** True for an inverse future: its amount is in USD and its worth goes with 1 / price. */
  boolean isReciprocal() {
    return isInverse() && !isOption();
  }

  /** The option behind it; empty for a perpetual. */
  Optional<Option> option() {
    return switch (instrument) {
      case Option option -> Optional.of(option);
      case Perpetual perpetual -> Optional.empty();
    };
  }

  Optional<Instant> expiry() {
    return option().map(Option::expiry);
  }

  boolean isExpired(Instant now) {
    return option().filter(option -> option.isExpired(now)).isPresent();
  }

  String base() {
    return instrument.underlying().symbol();
  }

  /** The currency of margin, profit and fees. */
  String settlement() {
    return isInverse() ? base() : "USDC";
  }

  /** The currency of index and strike. */
  String counter() {
    return isInverse() ? "USD" : "USDC";
  }

  /** The currency of the price. */
  String quote() {
    return isInverse() && isOption() ? base() : counter();
  }

  String indexName() {
    return base().toLowerCase(Locale.ROOT) + (isInverse() ? "_usd" : "_usdc");
  }

  String kind() {
    return isOption() ? "option" : "future";
  }

  /**
   * What a signed amount stands for at a price, in the settlement currency: {@code amount * price},
   * for an inverse future {@code -amount / price}, so that a rise of the price makes a long worth
   * more in both.
   */
  BigDecimal worth(BigDecimal amount, BigDecimal price) {
    return isReciprocal()
        ? amount.negate().divide(price, MathContext.DECIMAL128)
        : amount.multiply(price);
  }

  /** The price at which {@code amount} has this worth; the reverse of {@link #worth}. */
  BigDecimal priceOf(BigDecimal amount, BigDecimal worth) {
    return isReciprocal()
        ? amount.negate().divide(worth, MathContext.DECIMAL128)
        : worth.divide(amount, MathContext.DECIMAL128);
  }

  @Override
  public String toString() {
    return name;
  }
}
