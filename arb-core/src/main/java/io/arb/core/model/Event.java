package io.arb.core.model;

/** Something that has happened and that the engine must hear of. Never changed after it is made. */
public sealed interface Event
    permits MarketEvent,
        ExchangeEvent,
        SourceEvent,
        OperatorEvent,
        Event.ClockTicked,
        Event.LedgerFailed {

  /** Time has passed; the engine looks at its deadlines. */
  record ClockTicked() implements Event {}

  /** A fact could not be made durable; what depended on it was not done. */
  record LedgerFailed(String reason) implements Event {}
}
