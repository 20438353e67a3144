package io.arb.deribit.simulator;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * The trading rules of one kind of product. Source: Deribit API, public/get_instruments, as seen in
 * July and August 2026. Immutable.
 *
 * @param contractSize amount units in one contract
 * @param minAmount smallest amount, and the step of amounts
 * @param makerRate fraction of the notional
 * @param takerRate fraction of the notional
 */
record Terms(
    PriceGrid grid,
    BigDecimal contractSize,
    BigDecimal minAmount,
    BigDecimal makerRate,
    BigDecimal takerRate) {
  private static final BigDecimal OPTION_RATE = new BigDecimal("0.0003");
  private static final BigDecimal FUTURE_MAKER = new BigDecimal("0.00015");
  private static final BigDecimal FUTURE_TAKER = new BigDecimal("0.00035");
  private static final PriceGrid COIN_OPTION = PriceGrid.stepped("0.0001", "0.005", "0.0005");

  private static final Map<String, Terms> KNOWN =
      Map.of(
          "ETH perpetual INVERSE", future(PriceGrid.flat("0.05"), "1"),
          "ETH perpetual LINEAR", future(PriceGrid.flat("0.05"), "0.001"),
          "ETH option INVERSE", option(COIN_OPTION, "1"),
          "ETH option LINEAR", option(PriceGrid.stepped("0.2", "50", "1"), "0.1"),
          "BTC perpetual INVERSE", future(PriceGrid.flat("0.5"), "10"),
          "BTC perpetual LINEAR", future(PriceGrid.flat("0.1"), "0.0001"),
          "BTC option INVERSE", option(COIN_OPTION, "0.1"),
          "BTC option LINEAR", option(PriceGrid.stepped("5", "1000", "20"), "0.01"));

  private static Terms future(PriceGrid grid, String contract) {
    BigDecimal size = new BigDecimal(contract);
    return new Terms(grid, size, size, FUTURE_MAKER, FUTURE_TAKER);
  }

  private static Terms option(PriceGrid grid, String minAmount) {
    return new Terms(grid, BigDecimal.ONE, new BigDecimal(minAmount), OPTION_RATE, OPTION_RATE);
  }

  /**
   * The terms of a coin's products.
   *
   * @throws IllegalArgumentException for a coin other than BTC and ETH
   */
  static Terms of(String coin, boolean isOption, Flavour flavour) {
    String key = coin + (isOption ? " option " : " perpetual ") + flavour;
    return Optional.ofNullable(KNOWN.get(key))
        .orElseThrow(() -> new IllegalArgumentException("coin must be BTC or ETH, got " + coin));
  }
}
