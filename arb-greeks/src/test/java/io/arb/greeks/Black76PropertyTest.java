package io.arb.greeks;

import static io.arb.greeks.OptionType.CALL;
import static io.arb.greeks.OptionType.PUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Identities that hold for every option, on a thousand random ones. */
class Black76PropertyTest {
  private static final int CASES = 1000;

  private record Market(double forward, double strike, double years, double vol, double rate) {
    static Market random(SplittableRandom random) {
      double forward = Cases.magnitude(random, 1, 200_000);
      return new Market(
          forward,
          forward * Cases.magnitude(random, 0.4, 2.5),
          Cases.magnitude(random, 1e-4, 3),
          Cases.magnitude(random, 0.05, 3),
          random.nextDouble(-0.05, 0.15));
    }

    OptionPrice price(OptionType type) {
      return Black76.price(type, forward, strike, years, vol, rate);
    }

    HigherGreeks higher(OptionType type) {
      return Black76.higher(type, forward, strike, years, vol, rate);
    }

    Market withForward(double changed) {
      return new Market(changed, strike, years, vol, rate);
    }

    Market withStrike(double changed) {
      return new Market(forward, changed, years, vol, rate);
    }

    Market withVol(double changed) {
      return new Market(forward, strike, years, changed, rate);
    }

    double discount() {
      return Math.exp(-rate * years);
    }
  }

  private static OptionType anyType(SplittableRandom random) {
    return random.nextBoolean() ? CALL : PUT;
  }

  @Test
  void callLessPutIsTheDiscountedForwardContract() {
    Cases.forAll(
        CASES,
        random -> {
          Market market = Market.random(random);
          double parity = market.discount() * (market.forward - market.strike);
          assertThat(market.price(CALL).priceUsd() - market.price(PUT).priceUsd())
              .isCloseTo(parity, within(1e-14 * (market.forward + market.strike)));
        });
  }

  @Test
  void callAndPutShareGammaAndVegaAndTheirDeltasAreADiscountFactorApart() {
    Cases.forAll(
        CASES,
        random -> {
          Market market = Market.random(random);
          Greeks call = market.price(CALL).greeks();
          Greeks put = market.price(PUT).greeks();
          assertThat(call.gamma()).isEqualTo(put.gamma());
          assertThat(call.vega()).isEqualTo(put.vega());
          assertThat(call.delta() - put.delta()).isCloseTo(market.discount(), within(4e-15));
        });
  }

  @Test
  void vegaThetaAndDualGammaFollowFromGamma() {
    Cases.forAll(
        CASES,
        random -> {
          Market market = Market.random(random);
          OptionType type = anyType(random);
          OptionPrice price = market.price(type);
          Greeks greeks = price.greeks();
          double dollarGamma = greeks.gamma() * market.forward * market.forward;
          double decay = dollarGamma * market.vol * market.vol / 2;
          double carry = market.rate * price.priceUsd();
          double dual = market.higher(type).dualGamma() * market.strike * market.strike;
          assertThat(greeks.vega())
              .isCloseTo(
                  dollarGamma * market.vol * market.years, within(1e-14 * greeks.vega() + 1e-300));
          assertThat(greeks.theta())
              .isCloseTo(carry - decay, within(1e-14 * (decay + Math.abs(carry)) + 1e-300));
          assertThat(dual).isCloseTo(dollarGamma, within(1e-14 * dollarGamma + 1e-290));
        });
  }

  /** Powers of two, so that nothing is rounded differently: equal up to subnormal numbers. */
  @Test
  void valueScalesWithForwardAndStrike() {
    Cases.forAll(
        CASES,
        random -> {
          Market market = Market.random(random);
          OptionType type = anyType(random);
          double power = Math.scalb(1.0, random.nextInt(-20, 21));
          OptionPrice one = market.price(type);
          OptionPrice scaled =
              market
                  .withStrike(market.strike * power)
                  .withForward(market.forward * power)
                  .price(type);
          assertThat(scaled.priceUsd()).isCloseTo(one.priceUsd() * power, within(1e-290));
          assertThat(scaled.greeks().delta()).isCloseTo(one.greeks().delta(), within(1e-290));
          assertThat(scaled.greeks().gamma())
              .isCloseTo(one.greeks().gamma() / power, within(1e-290));
          assertThat(scaled.greeks().vega()).isCloseTo(one.greeks().vega() * power, within(1e-290));
          assertThat(scaled.greeks().theta())
              .isCloseTo(one.greeks().theta() * power, within(1e-290));
        });
  }

  @Test
  void priceIsTheForwardTimesDeltaAndTheStrikeTimesDualDelta() {
    Cases.forAll(
        CASES,
        random -> {
          Market market = Market.random(random);
          OptionType type = anyType(random);
          OptionPrice price = market.price(type);
          double asset = market.forward * price.greeks().delta();
          double cash = market.strike * market.higher(type).dualDelta();
          assertThat(price.priceUsd())
              .isCloseTo(asset + cash, within(4e-15 * (Math.abs(asset) + Math.abs(cash)) + 1e-290));
        });
  }

  @Test
  void staysBetweenIntrinsicValueAndItsBound() {
    Cases.forAll(
        CASES,
        random -> {
          Market market = Market.random(random);
          double call = market.price(CALL).priceUsd() / market.discount();
          double put = market.price(PUT).priceUsd() / market.discount();
          double rounding = 1e-15 * (market.forward + market.strike);
          assertThat(call)
              .isBetween(
                  CALL.intrinsicUsd(market.forward, market.strike) - rounding,
                  market.forward + rounding);
          assertThat(put)
              .isBetween(
                  PUT.intrinsicUsd(market.forward, market.strike) - rounding,
                  market.strike + rounding);
        });
  }

  @Test
  void pricesRiseWithVolatilityAndMoveTheRightWayWithForwardAndStrike() {
    Cases.forAll(
        CASES,
        random -> {
          Market market = Market.random(random);
          double call = market.price(CALL).priceUsd();
          double put = market.price(PUT).priceUsd();
          double more = 1 + random.nextDouble(0.001, 0.5);
          Market higher = market.withForward(market.forward * more);
          Market dearer = market.withStrike(market.strike * more);
          Market wilder = market.withVol(market.vol * more);
          assertThat(higher.price(CALL).priceUsd()).isGreaterThanOrEqualTo(call);
          assertThat(higher.price(PUT).priceUsd()).isLessThanOrEqualTo(put);
          assertThat(dearer.price(CALL).priceUsd()).isLessThanOrEqualTo(call);
          assertThat(dearer.price(PUT).priceUsd()).isGreaterThanOrEqualTo(put);
          assertThat(wilder.price(CALL).priceUsd()).isGreaterThanOrEqualTo(call);
          assertThat(wilder.price(PUT).priceUsd()).isGreaterThanOrEqualTo(put);
        });
  }

  @Test
  void impliedVolatilityReturnsTheVolatilityOfOutOfTheMoneyPrices() {
    Cases.forAll(
        CASES,
        random -> {
          Market market = Market.random(random).withVol(Cases.magnitude(random, 0.3, 2));
          OptionType type = market.forward < market.strike ? CALL : PUT;
          double deviation = market.vol * Math.sqrt(market.years);
          Market near = market.withStrike(market.forward * Math.exp(type.sign() * deviation));
          double price = near.price(type).priceUsd();
          assertThat(
                  ImpliedVol.solve(type, price, near.forward, near.strike, near.years, near.rate))
              .isInstanceOfSatisfying(
                  ImpliedVol.Solved.class,
                  solved ->
                      assertThat(solved.volFraction())
                          .isCloseTo(market.vol, within(1e-12 * market.vol)));
        });
  }
}
