package io.arb.rysk.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.evm.Address;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Counts what happens at the venue. Owned by the simulator's thread. */
final class BookKeeper {
  private static final int TRADES_KEPT = 10_000;

  /**
   * A trade and the record of it that its maker is sent.
   *
   * @param json as pushed if nothing is wrong
   */
  record Settled(RyskTrade trade, ObjectNode json) {}

  private final Map<RyskError, Long> quotesRefused = new EnumMap<>(RyskError.class);
  private final Map<RyskError, Long> messagesRefused = new EnumMap<>(RyskError.class);
  private final Map<Address, Long> auctionsWon = new HashMap<>();
  private final Deque<Settled> trades = new ArrayDeque<>();
  private long rfqsCreated;
  private long quotesReceived;
  private long quotesBest;
  private long quotesOutbid;
  private long auctionsWithoutOffer;
  private long confirmationsAccepted;
  private long confirmationsRefused;
  private long tradesSettled;

  void rfqCreated() {
    rfqsCreated++;
  }

  void quoteReceived() {
    quotesReceived++;
  }

  void quoteAccepted(boolean isBest) {
    if (isBest) {
      quotesBest++;
    } else {
      quotesOutbid++;
    }
  }

  void quoteRefused(RyskError error) {
    quotesRefused.merge(error, 1L, Long::sum);
  }

  void refused(RyskError error) {
    messagesRefused.merge(error, 1L, Long::sum);
  }

  void auctionClosed(Optional<Address> winner) {
    winner.ifPresentOrElse(
        maker -> auctionsWon.merge(maker, 1L, Long::sum), () -> auctionsWithoutOffer++);
  }

  void confirmed() {
    confirmationsAccepted++;
  }

  void confirmationRefused() {
    confirmationsRefused++;
  }

  void settled(Settled trade) {
    tradesSettled++;
    trades.addLast(trade);
    if (trades.size() > TRADES_KEPT) {
      trades.removeFirst();
    }
  }

  long confirmations() {
    return confirmationsAccepted;
  }

  /** The trades that are kept, oldest first. */
  Stream<Settled> trades() {
    return trades.stream();
  }

  RyskBooks snapshot(Map<RyskAccount, BigInteger> balances) {
    return new RyskBooks(
        rfqsCreated,
        quotesReceived,
        quotesBest,
        quotesOutbid,
        quotesRefused,
        messagesRefused,
        auctionsWon,
        auctionsWithoutOffer,
        confirmationsAccepted,
        confirmationsRefused,
        tradesSettled,
        trades.stream().map(Settled::trade).toList(),
        balances);
  }
}
