package io.arb.core.paper;

import io.arb.core.model.ClientOrderId;
import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.Event;
import io.arb.core.model.ExchangeEvent.InstrumentsListed;
import io.arb.core.model.ExchangeEvent.OrderOutcomeUnknown;
import io.arb.core.model.ExchangeEvent.OrderRejected;
import io.arb.core.model.ExchangeEvent.ReplaceRefused;
import io.arb.core.model.ExchangeEvent.ResolveFailed;
import io.arb.core.model.ExchangeEvent.SnapshotFailed;
import io.arb.core.model.ExchangeEvent.SnapshotTaken;
import io.arb.core.model.Instrument;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.Quantity;
import io.arb.core.model.Rejection;
import io.arb.core.spi.EventSink;
import io.arb.core.spi.Exchange;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The {@code paper} exchange: one account of a {@link PaperVenue} in this process. Safe from any
 * thread. Events come on the caller's thread or on the one that advances the venue.
 */
public final class PaperExchange implements Exchange {
  private static final String DOWN = "not connected";

  private final PaperVenue venue;
  private final PaperDesk desk;
  private final PaperLink link;
  private final Feed feed;
  private final Supplier<AutoCloseable> drive;
  private volatile AutoCloseable driver = () -> {};

  /** An exchange for an account that exists on {@code venue}, which somebody else advances. */
  public PaperExchange(PaperVenue venue, AccountId account, EventSink sink, PaperLink link) {
    this(venue, account, sink, link, () -> () -> {});
  }

  /**
   * An exchange that advances its venue itself.
   *
   * @param drive called at the start; what it returns is closed at the end
   */
  PaperExchange(
      PaperVenue venue,
      AccountId account,
      EventSink sink,
      PaperLink link,
      Supplier<AutoCloseable> drive) {
    this.venue = venue;
    this.desk = new PaperDesk(venue, account);
    this.link = link;
    this.feed = new Feed(venue, account, sink, link);
    this.drive = drive;
  }

  @Override
  public void start() {
    venue.addListener(feed);
    link.onChange(this::connectionChanged);
    feed.open();
    connectionChanged();
    driver = drive.get();
  }

  private void connectionChanged() {
    if (link.isUp()) {
      comeUp();
    } else {
      feed.status(ConnectionStatus.DOWN, "connection lost");
    }
  }

  private void comeUp() {
    feed.emit(new InstrumentsListed(venue.instruments()));
    feed.status(ConnectionStatus.LIVE, "");
    feed.showWatched();
  }

  @Override
  public void watch(Set<Instrument> instruments) {
    feed.watch(instruments);
  }

  @Override
  public void place(OrderRequest request) {
    send(
        request.id(),
        () -> desk.enter(request),
        new OrderRejected(request.id(), Rejection.NOT_SENT, DOWN));
  }

  @Override
  public void replace(ClientOrderId target, Quantity expectedFilled, OrderRequest replacement) {
    send(
        replacement.id(),
        () -> desk.replace(target, expectedFilled, replacement),
        new ReplaceRefused(target, replacement.id(), Rejection.NOT_SENT, DOWN));
  }

  @Override
  public void cancel(ClientOrderId id, Instrument instrument) {
    if (link.isUp()) {
      ask(() -> desk.cancel(id));
    }
  }

  @Override
  public void cancelAll() {
    if (link.isUp()) {
      ask(desk::cancelOurs);
    }
  }

  /**
   * The venue is in this process: what it says about a label is certain, so nothing is cancelled.
   */
  @Override
  public void resolve(ClientOrderId id, Instrument instrument, Instant sentAt) {
    if (link.isUp()) {
      ask(() -> Optional.of(desk.resolve(id)));
    } else {
      feed.emit(new ResolveFailed(id, DOWN));
    }
  }

  @Override
  public void snapshot() {
    if (link.isUp()) {
      ask(() -> Optional.of(new SnapshotTaken(desk.snapshot())));
    } else {
      feed.emit(new SnapshotFailed(DOWN));
    }
  }

  private void send(ClientOrderId id, Supplier<Optional<Event>> arrival, Event notSent) {
    if (!feed.isOpen() || !link.isUp()) {
      feed.emit(notSent);
      return;
    }
    switch (link.nextFate()) {
      case ARRIVES -> ask(arrival);
      case ARRIVES_UNANSWERED -> breakOff(id, () -> venue.answering(arrival, lost -> {}));
      case DELAYED -> {
        link.delay(() -> ask(arrival));
        breakOff(id, () -> {});
      }
    }
  }

  private void breakOff(ClientOrderId id, Runnable arrival) {
    link.breakDown();
    arrival.run();
    feed.emit(new OrderOutcomeUnknown(id, "connection lost before the answer"));
    link.comeBack();
  }

  private void ask(Supplier<Optional<Event>> operation) {
    venue.answering(operation, event -> event.ifPresent(feed::emit));
  }

  @Override
  public void close() {
    feed.close();
    venue.removeListener(feed);
    try {
      driver.close();
    } catch (Exception e) {
      throw new IllegalStateException("the paper venue's clockwork did not close", e);
    }
  }
}
