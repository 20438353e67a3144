package io.arb.rysk;

import io.arb.core.evm.Address;
import io.arb.core.model.Money;
import io.arb.core.model.Option;
import io.arb.core.model.Quantity;
import io.arb.core.model.RfqId;
import io.arb.core.model.SourceEvent;
import io.arb.core.model.SourceEvent.FundsReported;
import io.arb.core.model.SourceEvent.PositionsReported;
import io.arb.core.model.SourceEvent.QuoteAccepted;
import io.arb.core.model.SourceEvent.QuoteOutbid;
import io.arb.core.model.SourceEvent.QuoteRejected;
import io.arb.core.model.SourceEvent.TradeConfirmed;
import io.arb.core.wire.ReconnectingSocket;
import io.arb.rysk.RyskStatistics.Count;
import io.arb.rysk.wire.MakerFrame;
import io.arb.rysk.wire.MakerFrame.Token;
import io.arb.rysk.wire.PositionRecord;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The listening half of {@code /maker}: matches answers to what was sent and reports trades and
 * money. Called by its socket's thread; {@link #generation()} is safe from any thread.
 */
final class MakerSession implements ReconnectingSocket.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(MakerSession.class);
  private static final int LOGGED_CHARS = 4096;

  private final Scope scope;
  private final SentQuotes quotes;
  private final PendingTransfers transfers;
  private final TradeReader trades;
  private final LinkStatus status;
  private final Runnable onLive;
  private volatile int generation;
  private volatile Optional<Map<Option, Quantity>> positions = Optional.empty();

  /**
   * @param onLive called when the connection is up; must not wait
   */
  MakerSession(
      Scope scope,
      SentQuotes quotes,
      PendingTransfers transfers,
      TradeReader trades,
      LinkStatus status,
      Runnable onLive) {
    this.scope = scope;
    this.quotes = quotes;
    this.transfers = transfers;
    this.trades = trades;
    this.status = status;
    this.onLive = onLive;
  }

  /** The connection that is up, or 0. */
  int generation() {
    return generation;
  }

  /** What the venue said last of the options that it holds for us. */
  Optional<Map<Option, Quantity>> positions() {
    return positions;
  }

  @Override
  public void onConnected(int connected) {
    scope.counters().add(Count.CONNECTIONS);
    generation = connected;
    status.makerUp();
    onLive.run();
  }

  @Override
  public void onDisconnected(int lost, String reason) {
    generation = 0;
    quotes.connectionLost();
    transfers.connectionLost("the connection was lost: " + reason);
    status.makerDown(reason);
  }

  @Override
  public void onText(int connected, String text) {
    switch (MakerFrame.parse(text)) {
      case MakerFrame.QuoteOk ok -> onOk(new RfqId(ok.id()));
      case MakerFrame.Outbid notice -> onOutbid(notice);
      case MakerFrame.Failed failed -> onFailed(failed);
      case MakerFrame.Traded traded ->
          trades
              .read(traded.trade(), scope.clock().instant())
              .ifPresent(trade -> report(new TradeConfirmed(trade)));
      case MakerFrame.UnreadableTrade trade -> onUnreadableTrade(trade, text);
      case MakerFrame.Balances balances -> onBalances(balances.amounts());
      case MakerFrame.Positions list -> onPositions(list.positions());
      case MakerFrame.TransferAccepted accepted ->
          matched(transfers.complete(accepted.id(), new TransferOutcome.Accepted()));
      case MakerFrame.Unknown unknown -> onUnknown(unknown.reason());
      case MakerFrame.Blank blank -> scope.counters().add(Count.BLANK_FRAMES);
    }
  }

  private void onOk(RfqId rfq) {
    Optional<SentQuote> sent = quotes.takeAnswered(rfq);
    matched(sent.isPresent());
    sent.ifPresent(
        answered -> {
          scope.counters().add(Count.QUOTES_ACCEPTED);
          report(new QuoteAccepted(scope.id(), rfq, answered.quote().nonce()));
        });
  }

  private void onOutbid(MakerFrame.Outbid notice) {
    RfqId rfq = new RfqId(notice.rfqId());
    boolean ours = quotes.outbid(rfq, notice.yours());
    matched(ours);
    if (ours) {
      scope.counters().add(Count.OUTBID);
      report(
          new QuoteOutbid(
              scope.id(), rfq, Units.price(notice.newBest()), Units.price(notice.yours())));
    }
  }

  private void onFailed(MakerFrame.Failed failed) {
    String id = failed.id().orElse("");
    if (transfers.complete(id, new TransferOutcome.Refused(failed.code(), failed.message()))) {
      return;
    }
    Optional<SentQuote> sent = failed.id().map(RfqId::new).flatMap(quotes::takeAnswered);
    if (sent.isPresent()) {
      onRefused(sent.get(), failed);
    } else {
      scope.counters().add(Count.UNMATCHED_ANSWERS);
      LOG.warn("The venue reports {} {} for '{}'", failed.code(), failed.message(), id);
    }
  }

  private void onRefused(SentQuote sent, MakerFrame.Failed failed) {
    scope.counters().addRefusal(failed.code());
    LOG.warn("Quote refused: {} {}, terms {}", failed.code(), failed.message(), sent.terms());
    report(
        new QuoteRejected(
            scope.id(),
            sent.quote().rfq(),
            sent.quote().nonce(),
            failed.code() + " " + failed.message()));
  }

  private void onUnreadableTrade(MakerFrame.UnreadableTrade trade, String text) {
    scope.counters().add(Count.TRADES_UNREADABLE);
    String shown = text.substring(0, Math.min(text.length(), LOGGED_CHARS)).replaceAll("\\R", " ");
    LOG.error("A trade happened that cannot be read: {}: {}", trade.problem(), shown);
  }

  /** What the venue does not mention is unknown, not zero. */
  private void onBalances(Map<Token, BigInteger> amounts) {
    List<BigInteger> ours =
        amounts.entrySet().stream()
            .filter(entry -> isPremiumMoney(entry.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    if (ours.isEmpty()) {
      onUnknown("balances without a premium token of ours");
      return;
    }
    Money sum = Units.premiumMoney(ours.stream().reduce(BigInteger.ZERO, BigInteger::add));
    report(new FundsReported(scope.id(), sum));
  }

  private boolean isPremiumMoney(Token token) {
    Address address = token.address();
    long ourChain = scope.settings().chain().chainId();
    return scope.settings().premiumTokens().contains(address)
        && token.chainId().map(id -> id == ourChain).orElse(true);
  }

  private void onPositions(List<PositionRecord> records) {
    try {
      Map<Option, Quantity> held = Holdings.of(records);
      positions = Optional.of(held);
      report(new PositionsReported(scope.id(), held));
    } catch (IllegalArgumentException e) {
      onUnknown("positions: " + e.getMessage());
    }
  }

  private void onUnknown(String reason) {
    scope.counters().add(Count.UNKNOWN_FRAMES);
    LOG.debug("Frame ignored: {}", reason);
  }

  private void matched(boolean matched) {
    if (!matched) {
      scope.counters().add(Count.UNMATCHED_ANSWERS);
    }
  }

  private void report(SourceEvent event) {
    scope.events().accept(event);
  }
}
