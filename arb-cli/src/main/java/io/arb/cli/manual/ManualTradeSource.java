package io.arb.cli.manual;

import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.Quote;
import io.arb.core.model.SourceEvent;
import io.arb.core.model.SourceId;
import io.arb.core.spi.EventSink;
import io.arb.core.spi.TradeSource;
import io.arb.core.wire.LoopbackServer;

/**
 * Trades that people report over HTTP on 127.0.0.1. It hears no requests for quote and therefore
 * sends no quotes; what is reported has happened, so it is booked and hedged whatever the limits
 * say. Safe from any thread.
 */
public final class ManualTradeSource implements TradeSource {
  static final SourceId ID = new SourceId("manual");
  private static final int MAX_BODY_BYTES = 16 * 1024;

  private final LoopbackServer server;
  private final TradeApi api;
  private final EventSink events;
  private final int port;

  /**
   * Binds the port; trades are taken from {@link #start} on.
   *
   * @param wantedPort 0: one that the system chooses
   * @throws IllegalStateException if the port is taken
   */
  ManualTradeSource(int wantedPort, TradeApi api, EventSink events) {
    this.api = api;
    this.events = events;
    server =
        LoopbackServer.builder()
            .port(wantedPort)
            .maxBodyBytes(MAX_BODY_BYTES)
            .get("/", api::handle)
            .post("/", api::handle)
            .start();
    this.port = server.port();
  }

  @Override
  public SourceId id() {
    return ID;
  }

  /** The port on 127.0.0.1 that it listens on. */
  public int port() {
    return port;
  }

  @Override
  public void start() {
    api.open(true);
    events.accept(
        new SourceEvent.SourceStatusChanged(
            ID, ConnectionStatus.LIVE, "listening on 127.0.0.1:" + port));
  }

  /** Nobody can have asked for it. */
  @Override
  public void send(Quote quote) {
    events.accept(
        new SourceEvent.QuoteNotSent(ID, quote.rfq(), quote.nonce(), "people do not take quotes"));
  }

  /** It holds nothing for us. */
  @Override
  public void refreshAccount() {}

  /** It sends no quotes and reports no positions, so no quote of its own can have been taken. */
  @Override
  public void recover(Quote quote) {}

  @Override
  public void close() {
    api.open(false);
    server.close();
  }
}
