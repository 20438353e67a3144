package io.arb.core.model;

/** How far a connection to a venue is usable. */
public enum ConnectionStatus {
  /** Not connected; data is ageing. */
  DOWN,
  /** Connected, authenticated and subscribed: requests can be sent, data arrives. */
  LIVE
}
