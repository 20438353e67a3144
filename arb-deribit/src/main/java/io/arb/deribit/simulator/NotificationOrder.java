package io.arb.deribit.simulator;

/** Whether clients hear of what a request did before or after its answer. */
public enum NotificationOrder {
  AFTER_THE_ANSWER,
  BEFORE_THE_ANSWER,
  /** One or the other at random, by the seed. */
  MIXED
}
