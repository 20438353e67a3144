package io.arb.core.engine;

import io.arb.core.hedge.HedgeManager;
import io.arb.core.market.MarketView;
import io.arb.core.model.Command;
import io.arb.core.model.Instrument;
import io.arb.core.model.InstrumentSpec;
import io.arb.core.model.Option;
import io.arb.core.model.Perpetual;
import io.arb.core.model.SourceId;
import io.arb.core.portfolio.Portfolio;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The instruments whose prices we need: what takers may ask for, what we hold or hedge, and the
 * hedge perpetual, as far as the exchange lists them. Owned by the engine thread.
 */
final class WatchList {
  private final Map<SourceId, Set<Option>> offered = new LinkedHashMap<>();
  private final Set<Option> asked = new LinkedHashSet<>();
  private final Perpetual perpetual;
  private Set<Instrument> watched = Set.of();

  WatchList(Perpetual perpetual) {
    this.perpetual = perpetual;
  }

  void offered(SourceId source, Set<Option> options) {
    offered.put(source, options);
  }

  /** A taker asked for it, whether it was offered or not. */
  void asked(Option option) {
    asked.add(option);
  }

  /** The command that makes the exchange send what is needed now; none if that has not changed. */
  List<Command> update(MarketView market, Portfolio portfolio, HedgeManager hedges) {
    Set<Instrument> wanted = new LinkedHashSet<>();
    wanted.add(perpetual);
    offered.values().forEach(wanted::addAll);
    wanted.addAll(asked);
    wanted.addAll(portfolio.held());
    wanted.addAll(hedges.instruments());
    Set<Instrument> listed = new LinkedHashSet<>();
    market.listed().stream().map(InstrumentSpec::instrument).forEach(listed::add);
    wanted.retainAll(listed);
    if (wanted.equals(watched)) {
      return List.of();
    }
    watched = wanted;
    return List.of(new Command.Watch(wanted));
  }
}
