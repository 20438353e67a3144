package io.arb.greeks.ddh;

/** What to send for one side. */
public sealed interface DdhAction {

  /** Nothing is wanted and nothing is open. */
  record None() implements DdhAction {}

  /** The open order is as good as the wanted one; it keeps its place in the queue. */
  record Keep(OpenOrder order) implements DdhAction {}

  /** Rest a new post-only order. */
  record Place(double priceUsd, double amount) implements DdhAction {}

  /** Put a post-only order in the place of the open one, in one request where the venue can. */
  record Replace(OpenOrder order, double priceUsd, double amount) implements DdhAction {}

  /** Cancel this one order of several on its side; it has no place in the ladder any more. */
  record Cancel(OpenOrder order) implements DdhAction {}

  /** Cancel the hedger's orders on this side; nothing new this round. */
  record CancelSide() implements DdhAction {}

  /**
   * Cancel every order of the account; nothing new on this side this round. Only the published
   * algorithm asks for it.
   */
  record CancelAll() implements DdhAction {}

  /** Send an immediate-or-cancel order: a delta beyond the hard limit is not waited out. */
  record Cross(double limitPriceUsd, double amount) implements DdhAction {}
}
