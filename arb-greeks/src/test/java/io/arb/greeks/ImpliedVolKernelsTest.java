package io.arb.greeks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pieces the solver is made of; references computed with 40 digits. */
class ImpliedVolKernelsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 1.2533141373155003, 1",
    "1e-9, 1.2533141363155003, 0.99999999874668586",
    "0.25, 1.0378245758537268, 0.7405438560365683",
    "1, 0.65567954241879847, 0.34432045758120153",
    "2.5, 0.35426511132979367, 0.11433722167551583",
    "6, 0.16237766089686746, 0.025734034618795229",
    "20, 0.049875925981836784, 0.0024814803632643268",
    "38.5, 0.025956537944110659, 0.00067328915173962707",
    "75, 0.013330964226038159, 0.00017768304713808426"
  })
  void millsRatioAndItsSlopeHaveTheirDigits(double z, double ratio, double remainder) {
    assertThat(MillsRatio.at(z)).isCloseTo(ratio, within(3 * Math.ulp(ratio)));
    assertThat(1 / MillsRatio.gapOverDifference(z, 0))
        .isCloseTo(remainder, within(2 * Vectors.EPS));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 0",
    "100000.00000000001, 100000, 1.4551915228366851e-16",
    "3000, 2999, 0.00033338890123765514",
    "1.9999999, 1, 0.69314713055994403",
    "2, 1, 0.69314718055994531",
    "1, 3, 1.0986122886681097",
    "1e-300, 1e300, 1381.5510557964274",
    "0.5000001, 1, 0.69314698055996541"
  })
  void logMoneynessHasItsDigitsAtAllScales(double forward, double strike, double expected) {
    assertThat(LogMoneyness.distance(forward, strike))
        .isCloseTo(expected, within(2 * Math.ulp(expected)));
  }

  /** What lets one step be enough: its error is the fourth power of the guess's. */
  @Test
  void guessIsGoodToATenThousandth() {
    Cases.forAll(
        20_000,
        random -> {
          double deviation = Cases.magnitude(random, 1e-5, 2.3);
          double distance = deviation * random.nextDouble(0, 35);
          double t = deviation / 2;
          double h = distance / deviation;
          double price =
              Math.exp(-(h * h + t * t) / 2)
                  * deviation
                  / NormalisedBlack.elasticity(h, t)
                  / 2.5066282746;

          assertThat(DeviationGuess.fromPrice(distance, price, 0))
              .isCloseTo(deviation, within(1.1e-4 * deviation));
        });
  }

  /** On both sides of half a deviation past the money. */
  @ParameterizedTest
  @CsvSource({"0", "0.125", "0.5", "2", "8", "30"})
  void elasticityIsContinuousWhereItsFormulaChanges(double h) {
    double t = h + 0.5;
    double inside = NormalisedBlack.elasticity(h, t);
    double outside = NormalisedBlack.elasticity(h, Math.nextUp(t));

    assertThat(inside).isCloseTo(outside, within(8 * Vectors.EPS * (1 + h) * inside));
  }
}
