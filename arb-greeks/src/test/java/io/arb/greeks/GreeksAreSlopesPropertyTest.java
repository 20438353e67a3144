package io.arb.greeks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every greek of both models is the derivative that its name says, of a value one order below it:
 * sixth-order central differences, on random options within two and a half deviations of the money.
 */
class GreeksAreSlopesPropertyTest {
  private static final int CASES = 300;

  /** Relative step: its sixth power and the rounding of a value over it are both near 1e-12. */
  private static final double STEP = 0.01;

  private static final double TOLERANCE = 1e-8;

  /** What an option is moved in. */
  private enum Input {
    UNDERLYING,
    STRIKE,
    TIME,
    VOL,
    RATE
  }

  private record Market(
      OptionType type,
      boolean isBlack76,
      double underlying,
      double strike,
      double years,
      double vol,
      double rate,
      double carryYield) {
    static Market random(SplittableRandom random) {
      double underlying = Cases.magnitude(random, 1, 200_000);
      double years = Cases.magnitude(random, 0.02, 2);
      double vol = Cases.magnitude(random, 0.15, 1.5);
      double deviations = random.nextDouble(-2.5, 2.5);
      return new Market(
          random.nextBoolean() ? OptionType.CALL : OptionType.PUT,
          random.nextBoolean(),
          underlying,
          underlying * Math.exp(deviations * vol * Math.sqrt(years)),
          years,
          vol,
          random.nextDouble(-0.05, 0.15),
          random.nextDouble(-0.05, 0.15));
    }

    GreeksBuffer value() {
      var buffer = new GreeksBuffer();
      if (isBlack76) {
        Black76.fill(buffer, type, underlying, strike, years, vol, rate);
      } else {
        BlackScholes.fill(buffer, type, underlying, strike, years, vol, rate, carryYield);
      }
      return buffer;
    }

    double get(Input input) {
      return switch (input) {
        case UNDERLYING -> underlying;
        case STRIKE -> strike;
        case TIME -> years;
        case VOL -> vol;
        case RATE -> rate;
      };
    }

    Market with(Input input, double value) {
      return switch (input) {
        case UNDERLYING -> of(value, strike, years, vol, rate);
        case STRIKE -> of(underlying, value, years, vol, rate);
        case TIME -> of(underlying, strike, value, vol, rate);
        case VOL -> of(underlying, strike, years, value, rate);
        case RATE -> of(underlying, strike, years, vol, value);
      };
    }

    private Market of(double underlying, double strike, double years, double vol, double rate) {
      return new Market(type, isBlack76, underlying, strike, years, vol, rate, carryYield);
    }

    /** A step in the input that moves the option by a hundredth of a deviation or so. */
    double step(Input input) {
      double deviation = vol * Math.sqrt(years);
      return switch (input) {
        case UNDERLYING, STRIKE -> STEP * get(input) * Math.min(deviation, 1);
        case TIME, VOL -> STEP * get(input);
        case RATE -> STEP * Math.min(deviation / years, 1);
      };
    }
  }

  /** One greek, what it is the slope of, and by which input; time passes against its input. */
  private record Slope(
      String name,
      ToDoubleFunction<GreeksBuffer> greek,
      ToDoubleFunction<GreeksBuffer> of,
      Input by) {
    void check(Market market) {
      double step = market.step(by);
      double at = market.get(by);
      DoubleUnaryOperator value = moved -> of.applyAsDouble(market.with(by, moved).value());
      double sign = by == Input.TIME ? -1 : 1;
      double size =
          Math.abs(value.applyAsDouble(at - 3 * step)) + Math.abs(value.applyAsDouble(at));
      assertThat(greek.applyAsDouble(market.value()))
          .as("%s of %s", name, market)
          .isCloseTo(sign * slope(value, at, step), within(TOLERANCE * size / step * STEP));
    }

    /** Central difference of sixth order. */
    private static double slope(DoubleUnaryOperator value, double at, double step) {
      double one = value.applyAsDouble(at + step) - value.applyAsDouble(at - step);
      double two = value.applyAsDouble(at + 2 * step) - value.applyAsDouble(at - 2 * step);
      double three = value.applyAsDouble(at + 3 * step) - value.applyAsDouble(at - 3 * step);
      return (45 * one - 9 * two + three) / (60 * step);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Slope> slopes() {
    return Stream.of(
        new Slope("delta", GreeksBuffer::delta, GreeksBuffer::priceUsd, Input.UNDERLYING),
        new Slope("gamma", GreeksBuffer::gamma, GreeksBuffer::delta, Input.UNDERLYING),
        new Slope("vega", GreeksBuffer::vega, GreeksBuffer::priceUsd, Input.VOL),
        new Slope("theta", GreeksBuffer::theta, GreeksBuffer::priceUsd, Input.TIME),
        new Slope("rho", GreeksBuffer::rho, GreeksBuffer::priceUsd, Input.RATE),
        new Slope("vanna", GreeksBuffer::vanna, GreeksBuffer::delta, Input.VOL),
        new Slope("vanna", GreeksBuffer::vanna, GreeksBuffer::vega, Input.UNDERLYING),
        new Slope("volga", GreeksBuffer::volga, GreeksBuffer::vega, Input.VOL),
        new Slope("charm", GreeksBuffer::charm, GreeksBuffer::delta, Input.TIME),
        new Slope("charm", GreeksBuffer::charm, GreeksBuffer::theta, Input.UNDERLYING),
        new Slope("speed", GreeksBuffer::speed, GreeksBuffer::gamma, Input.UNDERLYING),
        new Slope("zomma", GreeksBuffer::zomma, GreeksBuffer::gamma, Input.VOL),
        new Slope("color", GreeksBuffer::color, GreeksBuffer::gamma, Input.TIME),
        new Slope("veta", GreeksBuffer::veta, GreeksBuffer::vega, Input.TIME),
        new Slope("ultima", GreeksBuffer::ultima, GreeksBuffer::volga, Input.VOL),
        new Slope("dual delta", GreeksBuffer::dualDelta, GreeksBuffer::priceUsd, Input.STRIKE),
        new Slope("dual gamma", GreeksBuffer::dualGamma, GreeksBuffer::dualDelta, Input.STRIKE));
  }

  @ParameterizedTest
  @MethodSource("slopes")
  void isTheSlopeOfTheValueBelowIt(Slope slope) {
    Cases.forAll(CASES, random -> slope.check(Market.random(random)));
  }
}
