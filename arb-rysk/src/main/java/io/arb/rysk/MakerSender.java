package io.arb.rysk;

import io.arb.core.evm.Eip712Domain;
import io.arb.core.evm.Signature;
import io.arb.core.evm.Signer;
import io.arb.core.model.Quote;
import io.arb.core.model.SourceEvent.QuoteNotSent;
import io.arb.core.spi.IdSource;
import io.arb.core.wire.NotConnectedException;
import io.arb.core.wire.RateBudget;
import io.arb.core.wire.ReconnectingSocket;
import io.arb.core.wire.SendFailedException;
import io.arb.rysk.RyskStatistics.Count;
import io.arb.rysk.sign.RyskQuote;
import io.arb.rysk.sign.RyskTransfer;
import io.arb.rysk.wire.MakerRequests;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The speaking half of {@code /maker}: signs and sends, in the order of the calls, on a thread of
 * its own ({@code arb-rysk-sender}). Nothing is ever sent twice. Safe from any thread.
 */
final class MakerSender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MakerSender.class);
  private static final Duration ANSWER_WAIT = Duration.ofSeconds(30);
  private static final Duration ACCOUNT_PATIENCE = Duration.ofSeconds(5);
  private static final Duration CLOSE_GRACE = Duration.ofSeconds(1);
  private static final int BUDGET_ATTEMPTS = 3;

  private final Scope scope;
  private final ReconnectingSocket socket;
  private final MakerSession session;
  private final OpenRequests requests;
  private final SentQuotes quotes;
  private final PendingTransfers transfers;
  private final Signer signer;
  private final IdSource ids;
  private final RateBudget budget;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("arb-rysk-sender").factory());

  MakerSender(
      Scope scope,
      ReconnectingSocket socket,
      MakerSession session,
      OpenRequests requests,
      SentQuotes quotes,
      PendingTransfers transfers,
      Signer signer,
      IdSource ids,
      RateBudget budget) {
    this.scope = scope;
    this.socket = socket;
    this.session = session;
    this.requests = requests;
    this.quotes = quotes;
    this.transfers = transfers;
    this.signer = signer;
    this.ids = ids;
    this.budget = budget;
  }

  /** See {@link io.arb.core.spi.TradeSource#send}. */
  void quote(Quote quote) {
    execute(() -> deliver(quote), () -> notSent(quote, "the source is closed"));
  }

  /** Asks for balances and positions; the answers reach the {@link MakerSession}. */
  void refreshAccount() {
    execute(this::askForAccount, () -> {});
  }

  CompletableFuture<TransferOutcome> transfer(Transfer transfer) {
    CompletableFuture<TransferOutcome> outcome = new CompletableFuture<>();
    execute(
        () -> deliver(transfer, outcome),
        () -> outcome.complete(new TransferOutcome.NotSent("the source is closed")));
    return outcome.completeOnTimeout(
        new TransferOutcome.Unknown("no answer within " + ANSWER_WAIT),
        ANSWER_WAIT.toMillis(),
        TimeUnit.MILLISECONDS);
  }

  private void deliver(Quote quote) {
    Optional<String> problem;
    try {
      problem = tryDeliver(quote);
    } catch (RuntimeException e) {
      LOG.error("Quote {} could not be made", quote.nonce(), e);
      problem = Optional.of("could not be made: " + e.getMessage());
    }
    problem.ifPresent(reason -> notSent(quote, reason));
  }

  /** Returns why the quote has not left, or nothing. */
  private Optional<String> tryDeliver(Quote quote) {
    Optional<OpenRequest> open = requests.find(quote.rfq());
    if (open.isEmpty()) {
      return Optional.of("the request is not known here");
    }
    if (!open.get().isAnsweredBy(quote)) {
      return Optional.of("the request has other terms by now");
    }
    if (quote.validUntil().getEpochSecond() <= scope.clock().instant().getEpochSecond()) {
      return Optional.of("it has expired");
    }
    int generation = session.generation();
    if (generation == 0) {
      return Optional.of("not connected");
    }
    if (!acquire(earlier(quote.validUntil(), open.get().rfq().deadline()))) {
      return Optional.of("too many requests");
    }
    RyskQuote terms = open.get().terms(quote, signer.address()).requireSettleable();
    Signature signature = terms.sign(signer, open.get().domain());
    SentQuote sent = new SentQuote(quote, terms, signature);
    return quotes.add(sent) ? transmit(open.get(), sent, generation) : refuseReuse(quote);
  }

  /** The quote that used the nonce first may be live, so nothing is said that would release it. */
  private Optional<String> refuseReuse(Quote quote) {
    LOG.error("Nonce {} was used before: the second quote is dropped", quote.nonce());
    return Optional.empty();
  }

  private Optional<String> transmit(OpenRequest open, SentQuote sent, int generation) {
    Quote quote = sent.quote();
    try {
      socket.send(generation, MakerRequests.quote(open.request(), sent.terms(), sent.signature()));
      scope.counters().add(Count.QUOTES_SENT);
      LOG.info("Quote sent rfq={} nonce={} bid={}", quote.rfq(), quote.nonce(), quote.bid());
    } catch (NotConnectedException e) {
      quotes.notSent(sent);
      return Optional.of("the connection was lost");
    } catch (SendFailedException e) {
      scope.counters().add(Count.QUOTES_SENT);
      LOG.warn("Quote {} may have left: {}", quote.nonce(), e.getMessage());
    }
    return Optional.empty();
  }

  private void notSent(Quote quote, String reason) {
    scope.counters().add(Count.QUOTES_NOT_SENT);
    scope.events().accept(new QuoteNotSent(scope.id(), quote.rfq(), quote.nonce(), reason));
  }

  private void askForAccount() {
    int generation = session.generation();
    Instant latest = scope.clock().instant().plus(ACCOUNT_PATIENCE);
    try {
      if (acquire(latest)) {
        socket.send(generation, MakerRequests.balances(signer.address()));
      }
      if (acquire(latest)) {
        socket.send(generation, MakerRequests.positions(signer.address()));
      }
    } catch (NotConnectedException | SendFailedException e) {
      LOG.info("The account could not be asked for: {}", e.getMessage());
    }
  }

  private void deliver(Transfer transfer, CompletableFuture<TransferOutcome> outcome) {
    int generation = session.generation();
    Instant now = scope.clock().instant();
    if (generation == 0 || !acquire(now.plus(ACCOUNT_PATIENCE))) {
      outcome.complete(new TransferOutcome.NotSent("not connected, or too many requests"));
      return;
    }
    try {
      transmit(signable(transfer, now), outcome, generation);
    } catch (RuntimeException e) {
      LOG.error("{} could not be made", transfer, e);
      outcome.complete(new TransferOutcome.NotSent("could not be made: " + e.getMessage()));
    }
  }

  private RyskTransfer signable(Transfer transfer, Instant now) {
    return new RyskTransfer(
        signer.address(),
        transfer.token(),
        scope.settings().chain().chainId(),
        transfer.amount(),
        transfer.direction() == Transfer.Direction.DEPOSIT,
        new BigInteger(ids.nextQuoteNonce(now).toString()));
  }

  private void transmit(
      RyskTransfer transfer, CompletableFuture<TransferOutcome> outcome, int generation) {
    Eip712Domain domain = scope.settings().chain().domain();
    Signature signature = transfer.sign(signer, domain);
    transfers.add(MakerRequests.transferId(transfer), outcome);
    try {
      socket.send(generation, MakerRequests.transfer(transfer, signature));
      LOG.info("Sent {}", transfer);
    } catch (NotConnectedException e) {
      outcome.complete(new TransferOutcome.NotSent("the connection was lost"));
    } catch (SendFailedException e) {
      outcome.complete(new TransferOutcome.Unknown("the connection broke while sending"));
    }
  }

  /** Waits for a permit, if it comes before {@code latest}; this thread only. */
  private boolean acquire(Instant latest) {
    try {
      for (int attempt = 0; attempt < BUDGET_ATTEMPTS; attempt++) {
        if (budget.tryAcquire(1)) {
          return true;
        }
        Duration wait = budget.waitFor(1);
        if (!scope.clock().instant().plus(wait).isBefore(latest)) {
          return false;
        }
        TimeUnit.NANOSECONDS.sleep(wait.toNanos());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private void execute(Runnable task, Runnable ifClosed) {
    try {
      thread.execute(task);
    } catch (RejectedExecutionException e) {
      ifClosed.run();
    }
  }

  /** What is queued ends as not sent, because the connection is closed first. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSE_GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.shutdownNow().forEach(Runnable::run);
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
