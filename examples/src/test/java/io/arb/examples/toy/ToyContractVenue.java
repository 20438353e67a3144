package io.arb.examples.toy;

import io.arb.core.paper.AccountId;
import io.arb.core.paper.PaperBackedVenue;
import io.arb.core.spi.Capability;
import io.arb.core.spi.EventSink;
import io.arb.core.spi.Exchange;
import java.time.Duration;
import java.util.Set;

/** The toy's venue as the exchange contract wants it: all it adds is how the line breaks. */
final class ToyContractVenue extends PaperBackedVenue {
  private static final AccountId OURS = new AccountId("ours");

  private final ToyLine line = new ToyLine();

  ToyContractVenue() {
    super(OURS);
    venue().deposit(OURS, cash());
  }

  @Override
  public Set<Capability> capabilities() {
    return new ToyExchangeProvider().capabilities();
  }

  /** Everything comes on the caller's thread: what is not there now never comes. */
  @Override
  public Duration patience() {
    return Duration.ZERO;
  }

  @Override
  public Exchange connect(EventSink sink) {
    return new ToyExchange(venue(), OURS, line, Duration.ZERO, sink);
  }

  @Override
  public void breakConnection() {
    line.set(false);
    line.set(true);
  }

  @Override
  public void refuseConnections() {
    line.set(false);
  }

  @Override
  public void allowConnections() {
    line.set(true);
  }

  @Override
  public void breakDuringNextOrder(boolean arrives) {
    line.breakDuringNextOrder(arrives);
  }

  @Override
  public void deliverLateOrder() {
    line.deliverLate();
  }

  @Override
  public void close() {
    // runs nothing by itself
  }
}
