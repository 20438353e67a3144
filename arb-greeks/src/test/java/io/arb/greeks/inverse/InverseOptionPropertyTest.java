package io.arb.greeks.inverse;

import static io.arb.greeks.OptionType.CALL;
import static io.arb.greeks.OptionType.PUT;
import static io.arb.greeks.inverse.DeltaConvention.COIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arb.greeks.Black76;
import io.arb.greeks.Cases;
import io.arb.greeks.OptionType;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Coin values against finite differences and parity, on random markets. */
class InverseOptionPropertyTest {
  private static final int CASES = 1000;

  private record Market(double forward, double strike, double years, double vol) {
    static Market random(SplittableRandom random) {
      double forward = Cases.magnitude(random, 1, 200_000);
      double years = Cases.magnitude(random, 1e-3, 3);
      double vol = Cases.magnitude(random, 0.1, 2);
      double deviations = random.nextDouble(-3, 3);
      double strike = forward * Math.exp(deviations * vol * Math.sqrt(years));
      return new Market(forward, strike, years, vol);
    }

    InverseOption price(OptionType type) {
      return new InverseOption(Black76.price(type, forward, strike, years, vol), forward);
    }

    Market atForward(double moved) {
      return new Market(moved, strike, years, vol);
    }

    double bump() {
      return forward * vol * Math.sqrt(years) * 1e-4;
    }
  }

  private static OptionType anyType(SplittableRandom random) {
    return random.nextBoolean() ? CALL : PUT;
  }

  @Test
  void slopeIsTheChangeOfTheCoinPriceByTheForward() {
    Cases.forAll(
        CASES,
        random -> {
          Market market = Market.random(random);
          OptionType type = anyType(random);
          double bump = market.bump();
          double up = market.atForward(market.forward + bump).price(type).priceCoins();
          double down = market.atForward(market.forward - bump).price(type).priceCoins();

          InverseOption option = market.price(type);

          double scale = 1 + Math.abs(option.delta(COIN)) + option.priceCoins();
          assertThat((up - down) / (2 * bump) * market.forward)
              .isCloseTo(option.coinsPerUsd() * market.forward, within(1e-6 * scale));
        });
  }

  @Test
  void convexityIsTheChangeOfTheSlopeByTheForward() {
    Cases.forAll(
        CASES,
        random -> {
          Market market = Market.random(random);
          OptionType type = anyType(random);
          double bump = market.bump();
          double up = market.atForward(market.forward + bump).price(type).coinsPerUsd();
          double down = market.atForward(market.forward - bump).price(type).coinsPerUsd();

          InverseOption option = market.price(type);

          double largest = 1 / (market.vol * Math.sqrt(market.years)) + 4 + option.priceCoins();
          double square = market.forward * market.forward;
          assertThat((up - down) / (2 * bump) * square)
              .isCloseTo(option.convexity() * square, within(1e-6 * largest));
        });
  }

  @Test
  void callLessPutIsOneCoinLessTheStrikeInCoins() {
    Cases.forAll(
        CASES,
        random -> {
          Market market = Market.random(random);
          double coins = 1 - market.strike / market.forward;
          assertThat(market.price(CALL).priceCoins() - market.price(PUT).priceCoins())
              .isCloseTo(coins, within(1e-14 * (1 + market.strike / market.forward)));
        });
  }

  @Test
  void theCoinHedgeMakesCoinsStandStillAndTheCoinsOfAFutureBend() {
    Cases.forAll(
        CASES,
        random -> {
          Market market = Market.random(random);
          InverseOption option = market.price(anyType(random));
          var future = InverseFuture.ofCoins(-option.delta(COIN), market.forward);
          double bump = market.forward * 1e-5;
          double gain = future.profitCoins(market.forward, market.forward + bump);
          double secondOrder =
              future.coinsPerUsd(market.forward) * bump
                  + future.convexity(market.forward) * bump * bump / 2;

          double flat = option.coinsPerUsd() + future.coinsPerUsd(market.forward);
          double size = Math.abs(option.delta(COIN));
          assertThat(flat * market.forward).isCloseTo(0, within(1e-15 * size));
          assertThat(gain).isCloseTo(secondOrder, within(2e-15 * size));
        });
  }
}
