package io.arb.core.paper;

import io.arb.core.spi.Capability;
import io.arb.core.spi.EventSink;
import io.arb.core.spi.Exchange;
import java.time.Duration;
import java.util.Set;

/** The paper venue as the exchange contract wants it. */
class PaperContractVenue extends PaperBackedVenue {
  static final AccountId OURS = new AccountId("ours");

  private final PaperLink link = new PaperLink();

  PaperContractVenue() {
    super(OURS);
    venue().deposit(OURS, cash());
  }

  @Override
  public Set<Capability> capabilities() {
    return new PaperExchangeProvider().capabilities();
  }

  /** Everything comes on the caller's thread: what is not there now never comes. */
  @Override
  public Duration patience() {
    return Duration.ZERO;
  }

  @Override
  public Exchange connect(EventSink sink) {
    return new PaperExchange(venue(), OURS, sink, link);
  }

  @Override
  public void breakConnection() {
    link.breakDown();
    link.comeBack();
  }

  @Override
  public void refuseConnections() {
    link.breakDown();
  }

  @Override
  public void allowConnections() {
    link.comeBack();
  }

  @Override
  public void breakDuringNextOrder(boolean arrives) {
    link.breakDuringNextOrder(arrives);
  }

  @Override
  public void deliverLateOrder() {
    link.deliverLate();
  }

  @Override
  public void close() {
    // nothing runs by itself
  }
}
