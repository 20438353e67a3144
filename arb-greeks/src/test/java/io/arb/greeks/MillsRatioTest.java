package io.arb.greeks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MillsRatioTest {
  /** References computed with 40 digits; 0.663 and 5.657 are the borders between approximations. */
  @ParameterizedTest
  @CsvSource({
    "0, 1.2533141373155002512",
    "1e-9, 1.2533141363155002518",
    "0.1, 1.1592623996187363238",
    "0.5, 0.87636445645369234673",
    "0.66, 0.79356696417189547476",
    "0.663, 0.79214038050283384698",
    "0.7, 0.77489384877939064739",
    "1, 0.65567954241879847154",
    "2, 0.42136922928805447322",
    "3, 0.30459029871010329573",
    "5, 0.19280810471531576488",
    "5.65, 0.17190028810638781006",
    "5.66, 0.17161312299917831377",
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

  @Test
  void bothTailsOfTheDistributionAddUpToOne() {
    double density = Math.exp(-0.5) / Math.sqrt(2 * Math.PI);

    double below = MillsRatio.cumulative(-1, density);

    assertThat(below).isCloseTo(0.15865525393145705, within(1e-16));
    assertThat(below + MillsRatio.cumulative(1, density)).isEqualTo(1);
  }

  @Test
  void farTailsAreZeroAndOneNotNaN() {
    assertThat(MillsRatio.cumulative(Double.NEGATIVE_INFINITY, 0)).isZero();
    assertThat(MillsRatio.cumulative(Double.POSITIVE_INFINITY, 0)).isEqualTo(1);
  }
}
