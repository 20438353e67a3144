package io.arb.core.paper;

/** What became of a cancel-and-create in one step. */
public sealed interface Replacement {

  /**
   * The old order was cancelled.
   *
   * @param creation the new order, or why there is none
   */
  record Replaced(VenueOrder cancelled, Placement creation) implements Replacement {}

  /** Nothing happened: the old order is not open, or does not exist. */
  record NotOpen(String detail) implements Replacement {}

  /**
   * Nothing happened: the old order has traded something else than expected.
   *
   * @param order the old order, still open
   */
  record FilledDiffers(VenueOrder order) implements Replacement {}
}
