package io.arb.core.portfolio;

import io.arb.core.market.MarketView;
import io.arb.core.model.Confirmation;
import io.arb.core.model.Fill;
import io.arb.core.model.Instrument;
import io.arb.core.model.Money;
import io.arb.core.model.Option;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Positions and cash of one instance, at the trade source and on the exchange. The caller makes
 * sure that every confirmation and every fill is booked once. Owned by the engine thread.
 */
public final class Portfolio {
  private final Positions atSource = new Positions();
  private final Positions onExchange = new Positions();
  private final Map<Instrument, Price> lastMarks = new LinkedHashMap<>();
  private Money optionCash = Money.ZERO;
  private Money perpetualCash = Money.ZERO;
  private Money sourceFees = Money.ZERO;
  private Money exchangeFees = Money.ZERO;

  /** Books a trade with a source. */
  public void book(Confirmation trade) {
    Quantity signed = trade.quantity().signed(trade.ourSide());
    atSource.add(trade.option(), signed);
    optionCash = optionCash.minus(trade.price().times(signed));
    sourceFees = sourceFees.plus(trade.fee());
  }

  /** Books an execution on the exchange. */
  public void book(Fill fill) {
    Quantity signed = fill.quantity().signed(fill.side());
    onExchange.add(fill.instrument(), signed);
    addCash(fill.instrument(), fill.price().times(signed).negate());
    exchangeFees = exchangeFees.plus(fill.fee());
  }

  /**
   * Takes over a position on the exchange that no order of ours explains, at its mark: it counts in
   * the exposure from now on, its past profit does not.
   */
  public void adopt(Instrument instrument, Quantity signed, Price mark) {
    onExchange.add(instrument, signed);
    addCash(instrument, mark.times(signed).negate());
  }

  private void addCash(Instrument instrument, Money cash) {
    switch (instrument) {
      case Option option -> optionCash = optionCash.plus(cash);
      case Perpetual perpetual -> perpetualCash = perpetualCash.plus(cash);
    }
  }

  /** Net quantity by instrument over all venues. */
  public Map<Instrument, Quantity> net() {
    Map<Instrument, Quantity> net = new LinkedHashMap<>(atSource.all());
    onExchange.all().forEach((instrument, held) -> net.merge(instrument, held, Quantity::plus));
    net.values().removeIf(Quantity::isZero);
    return net;
  }

  /** Every instrument held anywhere, also where long and short cancel out. */
  public Set<Instrument> held() {
    Set<Instrument> held = new LinkedHashSet<>(atSource.all().keySet());
    held.addAll(onExchange.all().keySet());
    return held;
  }

  public Quantity net(Instrument instrument) {
    return atSource.of(instrument).plus(onExchange.of(instrument));
  }

  /** What we believe the exchange account holds. */
  public Map<Instrument, Quantity> onExchange() {
    return onExchange.all();
  }

  /** What we believe the trade sources hold for us. */
  public Map<Instrument, Quantity> atSource() {
    return atSource.all();
  }

  /**
   * How the value of what is held moves; positions without a fresh ticker are named, not counted.
   */
  public Exposure exposure(MarketView market, Instant now) {
    return Exposure.of(net(), market, now);
  }

  /** Profit since the start at the newest marks, by part. */
  public Pnl pnl(MarketView market, Instant now) {
    Money options = optionCash;
    Money perpetuals = perpetualCash;
    Set<Instrument> unmarked = new LinkedHashSet<>();
    for (Map.Entry<Instrument, Quantity> position : net().entrySet()) {
      Optional<Price> mark = mark(position.getKey(), market, now);
      if (mark.isEmpty()) {
        unmarked.add(position.getKey());
        continue;
      }
      Money value = mark.get().times(position.getValue());
      switch (position.getKey()) {
        case Option option -> options = options.plus(value);
        case Perpetual perpetual -> perpetuals = perpetuals.plus(value);
      }
    }
    return new Pnl(options, perpetuals, sourceFees, exchangeFees, unmarked);
  }

  /** The fresh mark, or the last one seen while data is missing. */
  private Optional<Price> mark(Instrument instrument, MarketView market, Instant now) {
    market.ticker(instrument, now).ifPresent(t -> lastMarks.put(instrument, t.mark()));
    return Optional.ofNullable(lastMarks.get(instrument));
  }
}
