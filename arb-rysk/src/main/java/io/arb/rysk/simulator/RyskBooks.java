package io.arb.rysk.simulator;

import io.arb.core.evm.Address;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/**
 * The venue's own account of what happened, at one instant. Immutable.
 *
 * @param rfqsCreated requests for quote that were pushed, each once
 * @param quotesReceived quotes that came over the wire, right or wrong; those of rivals do not
 *     count, here and below
 * @param quotesBest quotes that were answered with OK
 * @param quotesOutbid quotes that passed all checks but were not the best
 * @param quotesRefused by reason; bad signatures are one of them
 * @param messagesRefused all messages that were answered with an error, quotes included, by reason
 * @param auctionsWon by maker, rivals included: auctions whose best quote was offered to the taker
 * @param auctionsWithoutOffer auctions that ended without a quote
 * @param confirmationsAccepted offers that a taker took
 * @param confirmationsRefused confirmations that did not pass the checks
 * @param tradesSettled all of them
 * @param trades the last ten thousand of them, oldest first
 * @param balances of all makers, rivals included, in the smallest units of each token; option
 *     tokens are tokens too
 */
public record RyskBooks(
    long rfqsCreated,
    long quotesReceived,
    long quotesBest,
    long quotesOutbid,
    Map<RyskError, Long> quotesRefused,
    Map<RyskError, Long> messagesRefused,
    Map<Address, Long> auctionsWon,
    long auctionsWithoutOffer,
    long confirmationsAccepted,
    long confirmationsRefused,
    long tradesSettled,
    List<RyskTrade> trades,
    Map<RyskAccount, BigInteger> balances) {
  public RyskBooks {
    quotesRefused = Map.copyOf(quotesRefused);
    messagesRefused = Map.copyOf(messagesRefused);
    auctionsWon = Map.copyOf(auctionsWon);
    trades = List.copyOf(trades);
    balances = Map.copyOf(balances);
  }

  /** Quotes refused because their signature was not the maker's. */
  public long badSignatures() {
    return quotesRefused.getOrDefault(RyskError.BAD_SIGNATURE, 0L);
  }

  /** Quotes that passed all checks. */
  public long quotesAccepted() {
    return quotesBest + quotesOutbid;
  }

  public long auctionsWonBy(Address maker) {
    return auctionsWon.getOrDefault(maker, 0L);
  }

  public List<RyskTrade> tradesOf(Address maker) {
    return trades.stream().filter(trade -> trade.maker().equals(maker)).toList();
  }

  /** In the token's smallest units. */
  public BigInteger balance(Address owner, Address token) {
    return balances.getOrDefault(new RyskAccount(owner, token), BigInteger.ZERO);
  }
}
