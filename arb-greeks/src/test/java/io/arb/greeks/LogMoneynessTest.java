package io.arb.greeks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** References computed with 60 digits from the exact binary values of the inputs. */
class LogMoneynessTest {
  @ParameterizedTest
  @CsvSource({
    "100000.0, 105000.0, -0.04879016416943200306537",
    "100.0, 100.0, 0",
    "100.0, 100.00000000000001, -1.421085471520200270768e-16",
    "100.0, 99.99999999999999, 1.421085471520200472716e-16",
    "1.0, 1e-12, 27.63102111592854822833",
    "3.0, 2.0, 0.405465108108164381978",
    "2.0, 3.0, -0.405465108108164381978",
    "1e100, 1e-100, 460.5170185988091367995",
    "75.3, 50.1, 0.4074591267150287128492",
    "1e300, 1e-5, 702.2884533631839335962",
    "4.9e-324, 1.0, -744.4400719213812623141",
    "1e-290, 1.0000001e-290, -9.999999488528020753573339E-8",
    "1e-320, 1.1e-320, -0.09513050142813397694190647",
    "1.0000001e290, 1e290, 9.999999495209249512044449E-8"
  })
  void isWithinAnUlp(double forward, double strike, double expected) {
    assertThat(LogMoneyness.of(forward, strike)).isCloseTo(expected, within(Math.ulp(expected)));
  }

  @ParameterizedTest
  @CsvSource({
    "100.0, 105.0, 0.05, 0.0, 1.0, 0.001209835830567999710183",
    "6171.215065207556, 8672.806683125698, 0.23482692294192958, -0.08908469,"
        + " 1.048774507016962, -0.0005864700881017890500484",
    "50000.0, 50000.0, -0.03, 0.02, 0.25, -0.01249999999999999982653",
    "100.0, 100.0, 0.05, 0.05, 3.0, 0"
  })
  void keepsItsDigitsWhenTheCarryCancelsTheMoneyness(
      double spot, double strike, double rate, double carryYield, double years, double expected) {
    assertThat(LogMoneyness.of(spot, strike, rate, carryYield, years))
        .isCloseTo(expected, within(2e-18 + Math.ulp(expected)));
  }
}
