package io.arb.core.model;

/** What a person, or the program that embeds the engine, asks for. */
public sealed interface OperatorEvent extends Event {

  /** No new risk, no new resting orders of the DDH; hedges that are at work go on. */
  record StopRequested() implements OperatorEvent {}

  /** No new risk until resumed. */
  record HaltRequested(String reason) implements OperatorEvent {}

  record ResumeRequested() implements OperatorEvent {}

  /** Try a failed hedge again. */
  record HedgeRetryRequested(TradeId trade) implements OperatorEvent {}
}
