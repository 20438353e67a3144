package io.arb.greeks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MillsRatioTest {
  /** References computed with 40 digits. */
  @ParameterizedTest
  @CsvSource({
    "-0.5, 1.96401749535799375368",
    "-0.25, 1.5483726215476581808",
    "0, 1.2533141373155002512",
    "1e-9, 1.2533141363155002518",
    "0.1, 1.1592623996187363238",
    "0.5, 0.87636445645369234673",
    "0.7, 0.77489384877939064739",
    "1, 0.65567954241879847154",
    "2, 0.42136922928805447322",
    "3, 0.30459029871010329573",
    "5, 0.19280810471531576488",
    "6, 0.16237766089686746182",
    "10, 0.099028596471731921395",
    "38, 0.026297602974252964378",
    "1000, 0.000999999000002999985",
    "1e160, 1e-160"
  })
  void matchesFortyDigitReferencesToThreeUlps(double z, double expected) {
    assertThat(MillsRatio.at(z)).isCloseTo(expected, within(3 * Math.ulp(expected)));
  }

  @Test
  void vanishesAtInfinity() {
    assertThat(MillsRatio.at(Double.POSITIVE_INFINITY)).isZero();
  }

  /** References computed with 60 digits; plain subtraction has no digit left in half of them. */
  @ParameterizedTest
  @CsvSource({
    "0.0, 1e-09, 9.999999993733429939572e-10",
    "0.0, 0.25, 0.2154895614617734389075",
    "-0.5, 1.0, 1.087653038904301406952",
    "-0.25, 0.5, 0.5105480456939313684993",
    "1.0, 1e-12, 3.443204575810458419883e-13",
    "3.0, 0.01, 0.0008600016669728528193213",
    "8.0, 4.0, 0.04036567675656311902992",
    "30.0, 0.001, 0.000001107391034144571877835",
    "1000.0, 2.0, 0.000001996002007981996085856",
    "1e12, 1e6, 1e-18"
  })
  void differencesKeepTheirDigits(double near, double gap, double expected) {
    assertThat(MillsRatio.difference(near, gap))
        .isCloseTo(expected, within(1.1e-15 * (1 + near * near) * expected));
  }

  @Test
  void theDifferenceOfFarPointsIsFinite() {
    assertThat(MillsRatio.difference(1, 1e300)).isEqualTo(MillsRatio.at(1));
    assertThat(MillsRatio.difference(1e200, 1e200)).isCloseTo(5e-201, within(1e-215));
  }

  @Test
  void thePairAgreesWithTheRatioAndItsDifference() {
    Cases.forAll(
        1000,
        random -> {
          double near = random.nextDouble(-0.5, 30);
          double gap = Cases.magnitude(random, 1e-9, 30);
          var pair = new MillsPair();
          pair.fill(near, gap);
          assertThat(pair.near).isCloseTo(MillsRatio.at(near), within(1e-15 * pair.near));
          assertThat(pair.far).isCloseTo(MillsRatio.at(near + gap), within(1e-15 * pair.far));
          assertThat(pair.difference)
              .isCloseTo(MillsRatio.difference(near, gap), within(1e-15 * pair.difference));
        });
  }
}
