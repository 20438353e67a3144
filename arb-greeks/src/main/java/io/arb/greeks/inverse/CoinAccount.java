package io.arb.greeks.inverse;

import io.arb.greeks.Arguments;

/**
 * The exposure of one account in one coin: its coin-settled options and futures, and the coins it
 * owns. Built up from {@link #holding} with {@link #plusOption} and {@link #plusFuture}. Immutable;
 * safe from any thread.
 *
 * @param equityCoins everything the account is worth in coins as a venue reports it, the value of
 *     its options included, so that their premium cannot be counted twice
 * @param optionsDelta sum of quantity times {@code dV/dF}, coins
 * @param optionsValueCoins sum of quantity times price, coins; negative where more was sold
 * @param futuresCoins sum of the futures' exposures, coins
 */
public record CoinAccount(
    double equityCoins, double optionsDelta, double optionsValueCoins, double futuresCoins) {
  public CoinAccount {
    Arguments.finite("equityCoins", equityCoins);
    Arguments.finite("optionsDelta", optionsDelta);
    Arguments.finite("optionsValueCoins", optionsValueCoins);
    Arguments.finite("futuresCoins", futuresCoins);
  }

  /** An account of that equity without a position: for {@link DeltaConvention#COIN} it may be 0. */
  public static CoinAccount holding(double equityCoins) {
    return new CoinAccount(equityCoins, 0, 0, 0);
  }

  /**
   * With {@code quantity} more options, negative is short. The equity stays: a premium paid or
   * received turns coins into option value or back.
   *
   * @param delta {@code dV/dF} of one option, not premium-adjusted
   * @param priceCoins value of one option, coins
   */
  public CoinAccount plusOption(double quantity, double delta, double priceCoins) {
    return new CoinAccount(
        equityCoins,
        optionsDelta + quantity * delta,
        optionsValueCoins + quantity * priceCoins,
        futuresCoins);
  }

  /** With {@code quantity} more of an option, negative is short. */
  public CoinAccount plusOption(double quantity, InverseOption option) {
    return plusOption(quantity, option.delta(DeltaConvention.USD), option.priceCoins());
  }

  /** With one more futures position, exposed as at {@code priceUsd > 0}. */
  public CoinAccount plusFuture(InverseFuture future, double priceUsd) {
    return new CoinAccount(
        equityCoins, optionsDelta, optionsValueCoins, futuresCoins + future.deltaCoins(priceUsd));
  }

  /**
   * Coins the account is long. In coins: {@code sum q (delta - c) + futures}. In USD the coins
   * owned come on top: {@code sum q delta + futures + (equity - sum q c)}.
   */
  public double exposureCoins(DeltaConvention convention) {
    double netDelta = optionsDelta - optionsValueCoins + futuresCoins;
    return switch (convention) {
      case USD -> netDelta + equityCoins;
      case COIN -> netDelta;
    };
  }

  /**
   * The inverse future to trade at {@code priceUsd > 0} so that {@code targetCoins} of exposure
   * remain; a negative notional is to be sold. Not rounded to any contract size.
   */
  public InverseFuture hedge(DeltaConvention convention, double targetCoins, double priceUsd) {
    return InverseFuture.ofCoins(targetCoins - exposureCoins(convention), priceUsd);
  }

  /** The linear future to trade for the same purpose, in coins; negative is to be sold. */
  public double linearHedgeCoins(DeltaConvention convention, double targetCoins) {
    return targetCoins - exposureCoins(convention);
  }
}
