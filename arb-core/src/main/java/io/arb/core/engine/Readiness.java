package io.arb.core.engine;

import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.SourceId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether quoting makes sense at all: who is connected, who wants us to stop. Owned by the engine
 * thread.
 */
final class Readiness {
  private final Map<SourceId, ConnectionStatus> sources = new LinkedHashMap<>();
  private final Set<SourceId> quoted = new HashSet<>();
  private boolean exchangeLive;
  private boolean stopping;

  void exchange(ConnectionStatus status) {
    exchangeLive = status == ConnectionStatus.LIVE;
  }

  void source(SourceId source, ConnectionStatus status) {
    sources.put(source, status);
  }

  /** Takers ask here, so every trade of this source must have a quote of ours. */
  void takersAskAt(SourceId source) {
    quoted.add(source);
  }

  /** False for a source that only reports trades, as people do. */
  boolean needsQuotes(SourceId source) {
    return quoted.contains(source);
  }

  void stop() {
    stopping = true;
  }

  boolean isExchangeLive() {
    return exchangeLive;
  }

  boolean isStopping() {
    return stopping;
  }

  /** Why no quote of {@code source} may go out; empty if it may. */
  Optional<String> closed(SourceId source) {
    if (sources.get(source) != ConnectionStatus.LIVE) {
      return Optional.of("source_down");
    }
    return closed();
  }

  /** Why no quote of any source may go out; empty if one may. */
  Optional<String> closed() {
    if (stopping) {
      return Optional.of("stopping");
    }
    return exchangeLive ? Optional.empty() : Optional.of("exchange_down");
  }
}
