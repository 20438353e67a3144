package io.arb.core.engine;

import io.arb.core.model.Instrument;
import io.arb.core.model.Quantity;
import io.arb.core.model.RiskState;
import io.arb.core.portfolio.Exposure;
import io.arb.core.portfolio.Pnl;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The engine's state at one instant, for people and metrics. Immutable.
 *
 * @param closed why no quotes go out now, in lower_snake_case; empty while they do
 * @param net positions over all venues
 * @param onExchange what we believe the exchange account holds
 * @param atSource what we believe the trade sources hold for us
 * @param liveQuotes quotes that can still be taken
 * @param hedging trades whose hedge is at work
 * @param failedHedges trades whose hedge waits for a person
 * @param openIntents orders whose end is not proven
 */
public record EngineStatus(
    Instant at,
    Optional<String> closed,
    RiskState risk,
    Map<Instrument, Quantity> net,
    Map<Instrument, Quantity> onExchange,
    Map<Instrument, Quantity> atSource,
    Exposure exposure,
    Pnl pnl,
    int liveQuotes,
    int hedging,
    int failedHedges,
    int openIntents) {
  public EngineStatus {
    net = Map.copyOf(net);
    onExchange = Map.copyOf(onExchange);
    atSource = Map.copyOf(atSource);
  }
}
