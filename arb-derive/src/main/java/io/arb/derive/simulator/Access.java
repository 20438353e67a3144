package io.arb.derive.simulator;

/** What a caller needs for a method. */
enum Access {
  PUBLIC,
  READ,
  ACCOUNT,
  TRADE,
  CANCEL
}
