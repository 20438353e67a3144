package io.arb.core.paper;

import io.arb.core.model.Instrument;
import io.arb.core.model.Option;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Price;
import io.arb.core.model.Ticker;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Fair values. */
@SuppressWarnings("DoNotCallSuggester") // the engine behind it follows
public final class PaperMarket {
  private final PaperMarketConfig config;
  private final InstantSource clock;

  public PaperMarket(PaperMarketConfig config, InstantSource clock) {
    this.config = config;
    this.clock = clock;
  }

  private static IllegalStateException missing() {
    return new IllegalStateException("not built yet");
  }

  public PaperMarketConfig config() {
    return config;
  }

  public Instant now() {
    return clock.instant();
  }

  public Perpetual perpetual() {
    throw missing();
  }

  /** Recorded options that have not expired at {@code now}, by expiry, strike, call before put. */
  public List<Option> options(Instant now) {
    throw missing();
  }

  public Price index(Instant now) {
    throw missing();
  }

  public Price forward(Instant expiry, Instant now) {
    throw missing();
  }

  public double volFraction(Option option, Instant now) {
    throw missing();
  }

  public Price fair(Instrument instrument, Instant now) {
    throw missing();
  }

  public Ticker ticker(Instrument instrument, Instant now) {
    throw missing();
  }

  /** Average of the index over the 30 minutes before {@code expiry}, sampled every minute. */
  public Price settlement(Instant expiry) {
    throw missing();
  }
}
