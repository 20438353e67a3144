package io.arb.core.engine;

import io.arb.core.hedge.GammaDdhConfig;
import io.arb.core.hedge.HedgeConfig;
import io.arb.core.hedge.OrderTiming;
import io.arb.core.quote.QuoteConfig;
import io.arb.core.risk.RiskLimits;
import java.time.Duration;

/**
 * Everything that the engine can be told. Immutable.
 *
 * @param staleAfter market data older than this is not used; 0.1 s to 1 min
 * @param snapshotEvery how often the exchange's positions are compared with ours; 1 s to 1 h
 */
public record EngineConfig(
    Duration staleAfter,
    Duration snapshotEvery,
    QuoteConfig quoting,
    HedgeConfig hedging,
    OrderTiming orders,
    GammaDdhConfig gammaDdh,
    RiskLimits risk) {

  public EngineConfig {
    range("stale_after", staleAfter, Duration.ofMillis(100), Duration.ofMinutes(1));
    range("snapshot_every", snapshotEvery, Duration.ofSeconds(1), Duration.ofHours(1));
  }

  private static void range(String name, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          name + " must lie between " + least + " and " + most + ", got " + value);
    }
  }
}
