package io.arb.core.model;

/**
 * Public market data. Only the newest per instrument and kind matters: older ones may be skipped,
 * while every other event reaches the engine.
 */
public sealed interface MarketEvent extends Event {
  Instrument instrument();

  record BookChanged(OrderBook book) implements MarketEvent {
    @Override
    public Instrument instrument() {
      return book.instrument();
    }
  }

  record TickerChanged(Ticker ticker) implements MarketEvent {
    @Override
    public Instrument instrument() {
      return ticker.instrument();
    }
  }
}
