package io.arb.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1, 1.00000",
    "4246.31833556, 4246.32",
    "-102.0916229, -102.092",
    "0.408818631547, 0.408819",
    "99999.95, 100000",
    "999999.5, 1000000",
    "123456789.4, 123456789",
    "1234567.5, 1234568",
    "123456789012345, 123456789012345",
    "1234567890123456, 1.23457e15",
    "0.0001, 0.000100000",
    "0.00009999999, 0.000100000",
    "2.46369866866e-5, 2.46370e-5",
    "9.9999995e-6, 1.00000e-5",
    "-1.5e300, -1.50000e300",
    "4.9e-324, 4.90000e-324",
  })
  void roundsToSixDigitsButNeverBeforeThePoint(double value, String expected) {
    assertThat(NumberText.rounded(value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "3000, 3000",
    "0.1, 0.1",
    "0.30000000000000004, 0.30000000000000004",
    "2.5E-7, 2.5E-7",
    "1E22, 1.0E22",
  })
  void keepsEveryDigitThatMatters(double value, String expected) {
    assertThat(NumberText.exact(value)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0.55, 55.0000", "0.648731, 64.8731", "0, 0", "-0.005, -0.500000"})
  void showsFractionsAsPercent(double value, String expected) {
    assertThat(NumberText.of(value, Style.PERCENT)).isEqualTo(expected);
  }
}
