package io.arb.core.model;

/** Something that has happened and that the engine must hear of. Never changed after it is made. */
public sealed interface Event permits MarketEvent, ExchangeEvent, SourceEvent, Event.ClockTicked {

  /** Time has passed; the engine looks at its deadlines. */
  record ClockTicked() implements Event {}
}
