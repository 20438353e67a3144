package io.arb.deribit.simulator;

/** In which money a product is settled. */
enum Flavour {
  /** In the underlying coin; on the wire {@code reversed}. */
  INVERSE,
  /** In USDC. */
  LINEAR
}
