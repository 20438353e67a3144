package io.arb.deribit.map;

/** In what a product is priced and settled. */
public enum Family {
  /** In USDC, amounts in coin: {@code ETH_USDC-...}. */
  LINEAR,
  /** In the coin itself: {@code ETH-...}. */
  INVERSE
}
