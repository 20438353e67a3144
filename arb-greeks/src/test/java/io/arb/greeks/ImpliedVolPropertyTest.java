package io.arb.greeks;

import static io.arb.greeks.OptionType.CALL;
import static io.arb.greeks.OptionType.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ImpliedVolPropertyTest {
  private static final int CASES = 20_000;

  /** An out-of-the-money option whose price is far from the smallest double. */
  private record Option(OptionType type, double forward, double strike, double years, double vol) {
    static Option random(SplittableRandom random) {
      double forward = Cases.magnitude(random, 1e-3, 1e6);
      double years = Cases.magnitude(random, 1e-6, 5);
      double deviation = Cases.magnitude(random, 1e-4, 5);
      double distance = deviation * random.nextDouble(-20, 20);
      return new Option(
          distance < 0 ? CALL : PUT,
          forward,
          forward * Math.exp(-distance),
          years,
          deviation / Math.sqrt(years));
    }

    double price() {
      return Black76.price(type, forward, strike, years, vol).priceUsd();
    }

    double solve(double price) {
      return ImpliedVolSolver.solve(type, price, forward, strike, years);
    }

    double deviation() {
      return vol * Math.sqrt(years);
    }

    double d() {
      return Math.abs(Math.log(forward / strike)) / deviation() + deviation() / 2;
    }

    /** Relative error of the volatility per relative error of the price. */
    double perError() {
      double vega = Black76.price(type, forward, strike, years, vol).greeks().vega();
      return price() / (vol * vega);
    }
  }

  @Test
  void returnsTheVolatilityThatMadeThePriceAsFarAsThePriceTells() {
    Cases.forAll(
        CASES,
        random -> {
          Option option = Option.random(random);
          double roundings = 8 + option.perError() * 8 * (1 + option.d() * option.d());

          assertThat(option.solve(option.price()))
              .isCloseTo(option.vol, within(roundings * Vectors.EPS * option.vol));
        });
  }

  @Test
  void aDearerOptionIsMoreVolatile() {
    Cases.forAll(
        CASES,
        random -> {
          Option option = Option.random(random);
          double dearer = option.price() * (1 + 1e-11);

          assertThat(option.solve(dearer)).isGreaterThan(option.solve(option.price()));
        });
  }

  @Test
  void anotherCurrencyUnitChangesNothing() {
    Cases.forAll(
        CASES,
        random -> {
          Option option = Option.random(random);
          double price = option.price();
          double unit = Math.scalb(1.0, random.nextInt(-200, 200));

          assertThat(
                  ImpliedVolSolver.solve(
                      option.type,
                      price * unit,
                      option.forward * unit,
                      option.strike * unit,
                      option.years))
              .isEqualTo(option.solve(price));
        });
  }

  @Test
  void fourTimesTheTimeIsHalfTheVolatility() {
    Cases.forAll(
        CASES,
        random -> {
          Option option = Option.random(random);
          double price = option.price();

          assertThat(
                  ImpliedVolSolver.solve(
                      option.type, price, option.forward, option.strike, 4 * option.years))
              .isEqualTo(option.solve(price) / 2);
        });
  }

  @Test
  void callAndPutOfOneStrikeHaveOneVolatility() {
    Cases.forAll(
        CASES,
        random -> {
          double forward = random.nextInt(50_000, 100_000);
          double strike = random.nextInt(50_000, (int) forward + 1);
          double put = random.nextInt(1 << 24) * 0x1p-16;
          double call = put + (forward - strike);

          assertThat(ImpliedVolSolver.solve(CALL, call, forward, strike, 0.1))
              .isEqualTo(ImpliedVolSolver.solve(PUT, put, forward, strike, 0.1));
        });
  }

  @Test
  void forwardAndStrikeChangePlacesWithTheType() {
    Cases.forAll(
        CASES,
        random -> {
          double forward = random.nextDouble(50_000, 100_000);
          double strike = random.nextDouble(50_000, 100_000);
          double price = Cases.magnitude(random, 1e-200, 50_000);

          assertThat(ImpliedVolSolver.solve(CALL, price, forward, strike, 0.1))
              .isEqualTo(ImpliedVolSolver.solve(PUT, price, strike, forward, 0.1));
        });
  }

  @Test
  void aPriceAtIntrinsicNeverGetsAVolatility() {
    Cases.forAll(
        CASES,
        random -> {
          OptionType type = random.nextBoolean() ? CALL : PUT;
          double forward = random.nextDouble(1000, 2000);
          double strike = random.nextDouble(1000, 2000);
          double intrinsic = type.intrinsicUsd(forward, strike);

          assertThat(ImpliedVolSolver.solve(type, intrinsic, forward, strike, 0.1)).isZero();
        });
  }
}
