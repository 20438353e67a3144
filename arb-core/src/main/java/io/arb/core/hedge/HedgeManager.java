package io.arb.core.hedge;

import io.arb.core.market.MarketView;
import io.arb.core.model.Command;
import io.arb.core.model.ExchangeEvent;
import io.arb.core.model.Instrument;
import io.arb.core.model.LedgerEntry;
import io.arb.core.model.Option;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import io.arb.core.model.TradeId;
import io.arb.core.spi.Capability;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** SIGNATURES (bodies follow). */
public final class HedgeManager {
  public HedgeManager(
      HedgeConfig config,
      Set<Capability> capabilities,
      OrderIntents intents,
      MarketView market,
      DeltaSource deltas) {}

  /** Takes on a confirmed trade that is EXECUTED; a trade it knows already is left as it is. */
  public void open(
      TradeId trade,
      Option option,
      Side ourSide,
      Quantity quantity,
      Price referencePrice,
      Instant now,
      List<Command> commands) {}

  /** After {@link OrderIntents#on} has taken the same event. */
  public void on(ExchangeEvent event, Instant now, List<Command> commands) {}

  public void onMarket(Instrument instrument, Instant now, List<Command> commands) {}

  public void onTick(Instant now, List<Command> commands) {}

  /** A person asks for a FAILED trade to be hedged again; false if there is no such trade. */
  public boolean retry(TradeId trade, Instant now, List<Command> commands) {
    return false;
  }

  /** After {@link OrderIntents#restore}. */
  public void restore(List<LedgerEntry> entries, Instant now, List<Command> commands) {}

  /**
   * What the open hedges are still going to trade, signed (to be sold is negative): position plus
   * this is what the DDH has to cover.
   */
  public Map<Instrument, Quantity> working() {
    return Map.of();
  }

  /** The trades that are HEDGING or FAILED, oldest first. */
  public List<OpenHedge> openHedges() {
    return List.of();
  }

  /** How many trades are HEDGING. */
  public int stillWorking() {
    return 0;
  }

  /** How many trades are FAILED and wait for a person; quoting is to pause while there are any. */
  public int failed() {
    return 0;
  }

  /** The instruments whose market data the open hedges need. */
  public Set<Instrument> instruments() {
    return Set.of();
  }
}
