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
  void vegaAndThetaFollowFromGamma() {
    Cases.forAll(
        CASES,
        random -> {
          Market market = Market.random(random);
          OptionPrice price = market.price(anyType(random));
          Greeks greeks = price.greeks();
          double dollarGamma = greeks.gamma() * market.forward * market.forward;
          double decay = dollarGamma * market.vol * market.vol / 2;
          double carry = market.rate * price.priceUsd();
          assertThat(greeks.vega())
              .isCloseTo(
                  dollarGamma * market.vol * market.years, within(1e-14 * greeks.vega() + 1e-300));
          assertThat(greeks.theta())
              .isCloseTo(carry - decay, within(1e-14 * (decay + Math.abs(carry)) + 1e-300));
        });
  }

  @Test
  void deltaAndGammaAreSlopesByTheForward() {
    Cases.forAll(
        CASES,
        random -> {
          Market market = Market.random(random);
          OptionType type = anyType(random);
          double deviation = market.vol * Math.sqrt(market.years);
          double bump = market.forward * deviation * 1e-4;
          OptionPrice up = market.withForward(market.forward + bump).price(type);
          OptionPrice down = market.withForward(market.forward - bump).price(type);
          Greeks greeks = market.price(type).greeks();
          double highestGamma = 1 / (market.forward * deviation);
          assertThat((up.priceUsd() - down.priceUsd()) / (2 * bump))
              .isCloseTo(greeks.delta(), within(1e-6));
          assertThat((up.greeks().delta() - down.greeks().delta()) / (2 * bump))
              .isCloseTo(greeks.gamma(), within(1e-6 * highestGamma));
        });
  }

  @Test
  void vegaIsTheSlopeByVolatility() {
    Cases.forAll(
        CASES,
        random -> {
          Market market = Market.random(random);
          OptionType type = anyType(random);
          double bump = market.vol * 1e-4;
          double slope =
              (market.withVol(market.vol + bump).price(type).priceUsd()
                      - market.withVol(market.vol - bump).price(type).priceUsd())
                  / (2 * bump);
          assertThat(market.price(type).greeks().vega())
              .isCloseTo(slope, within(1e-6 * market.forward * Math.sqrt(market.years)));
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
