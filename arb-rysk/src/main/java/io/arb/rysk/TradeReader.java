package io.arb.rysk;

import io.arb.core.model.Confirmation;
import io.arb.core.model.Option;
import io.arb.core.model.Quote;
import io.arb.core.model.QuoteNonce;
import io.arb.core.model.Side;
import io.arb.core.model.Underlying;
import io.arb.greeks.OptionType;
import io.arb.rysk.RyskStatistics.Count;
import io.arb.rysk.sign.RyskQuote;
import io.arb.rysk.wire.Settlement;
import io.arb.rysk.wire.TradeRecord;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns trade messages into confirmations. A trade of our account is money and is always passed on:
 * with the terms that we signed, if this process signed the quote, because the contract settles
 * nothing else; otherwise with the terms of the message.
 */
final class TradeReader {
  private static final Logger LOG = LoggerFactory.getLogger(TradeReader.class);
  private static final int HEX_DIGITS_IN_A_NAME = 14;

  private final Scope scope;
  private final AssetDirectory assets;
  private final SentQuotes quotes;

  TradeReader(Scope scope, AssetDirectory assets, SentQuotes quotes) {
    this.scope = scope;
    this.assets = assets;
    this.quotes = quotes;
  }

  /** The trade, or nothing if it is another maker's. */
  Optional<Confirmation> read(TradeRecord trade, Instant receivedAt) {
    if (!trade.maker().equals(scope.settings().maker())) {
      scope.counters().add(Count.TRADES_OF_OTHERS);
      return Optional.empty();
    }
    scope.counters().add(Count.TRADES);
    QuoteNonce nonce = new QuoteNonce(trade.quoteNonce().longValue()); // 64 bits, unsigned
    Optional<SentQuote> sent = quotes.find(nonce);
    sent.ifPresentOrElse(known -> compare(trade, known), () -> reportUnknown(trade));
    boolean takerBuys = sent.map(known -> known.terms().isTakerBuy()).orElse(trade.isTakerBuy());
    BigInteger quantity = sent.map(known -> known.terms().quantity()).orElse(trade.quantity());
    BigInteger price = sent.map(known -> known.terms().price()).orElse(trade.price());
    return Optional.of(
        new Confirmation(
            scope.id(),
            nonce,
            sent.map(known -> known.quote().option()).orElseGet(() -> option(trade)),
            takerBuys ? Side.SELL : Side.BUY,
            Units.quantity(quantity),
            Units.price(price),
            Units.premiumMoney(trade.fees().orElseGet(() -> usualFee(quantity, price))),
            trade.txHash().orElse(""),
            trade.createdAt().orElse(receivedAt)));
  }

  /** The trade of a quote that was taken though no message said so; the fee is the usual one. */
  Confirmation recovered(Quote quote, Instant at) {
    scope.counters().add(Count.TRADES_RECOVERED);
    BigInteger fee = usualFee(Units.scaled(quote.quantity()), Units.scaled(quote.bid()));
    return new Confirmation(
        scope.id(),
        quote.nonce(),
        quote.option(),
        Side.BUY,
        quote.quantity(),
        quote.bid(),
        Units.premiumMoney(fee),
        "recovered from positions",
        at);
  }

  private void compare(TradeRecord trade, SentQuote sent) {
    RyskQuote signed = sent.terms();
    boolean agrees =
        trade.assetAddress().equals(signed.assetAddress())
            && trade.chainId() == signed.chainId()
            && BigInteger.valueOf(trade.expirySeconds()).equals(signed.expiry())
            && trade.isPut() == signed.isPut()
            && trade.isTakerBuy() == signed.isTakerBuy()
            && trade.strike().equals(signed.strike())
            && trade.quantity().equals(signed.quantity())
            && trade.price().equals(signed.price())
            && trade.usd().map(signed.usd()::equals).orElse(true)
            && trade.collateralAsset().map(signed.collateralAsset()::equals).orElse(true)
            && trade.quoteSignature().map(echo -> isEcho(echo, sent)).orElse(true);
    if (!agrees) {
      scope.counters().add(Count.TRADES_CONTRADICTING_QUOTES);
      LOG.warn("Trade message contradicts the signed quote: {} but signed was {}", trade, signed);
    }
  }

  private static boolean isEcho(String echo, SentQuote sent) {
    return echo.toLowerCase(Locale.ROOT).equals(sent.signature().hex());
  }

  private void reportUnknown(TradeRecord trade) {
    scope.counters().add(Count.TRADES_OF_UNKNOWN_QUOTES);
    LOG.warn("Trade of a quote that this process did not sign: {}", trade);
  }

  private Option option(TradeRecord trade) {
    return new Option(
        assets.underlying(trade.assetAddress()).orElseGet(() -> unlisted(trade)),
        Instant.ofEpochSecond(trade.expirySeconds()),
        Units.strike(trade.strike()),
        trade.isPut() ? OptionType.PUT : OptionType.CALL);
  }

  /**
   * The trade must be booked even where nobody says what the token stands for. The name matches
   * nothing that can be hedged, so that it ends with a person.
   */
  private static Underlying unlisted(TradeRecord trade) {
    String digits = trade.assetAddress().hex().substring(2, 2 + HEX_DIGITS_IN_A_NAME);
    LOG.error("Trade in the unlisted token {}: it cannot be hedged", trade.assetAddress());
    return new Underlying("0X" + digits.toUpperCase(Locale.ROOT));
  }

  private BigInteger usualFee(BigInteger quantity, BigInteger price) {
    BigInteger premium = Settlement.premium(quantity, price, Units.PREMIUM_DECIMALS);
    return Settlement.fee(premium, scope.settings().feeRate());
  }
}
