package io.arb.rysk.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RyskMoneyTest {
  private static final RyskCharges CHARGES = RyskCharges.standard();
  private static final BigInteger ONE = TestMaker.e18("1");

  /** The arithmetic checks that are published with the signing vectors. */
  @ParameterizedTest
  @CsvSource({
    "1000000000000000000, 42500000000000000000, 42500000, 100000000",
    "370000000000000000, 815250000000000000000, 301642500, 37000000",
    "250000000000000000000000, 125000000000000, 31250000, 25000000000000",
    "1000000000000000000, 1436212569057799438336, 1436212569, 100000000"
  })
  void premiumAndOptionTokensAreExact(
      BigInteger quantity, BigInteger price, BigInteger premium, BigInteger oTokens) {
    assertThat(RyskMoney.premium(quantity, price)).isEqualTo(premium);
    assertThat(RyskMoney.oTokens(quantity)).isEqualTo(oTokens);
  }

  @Test
  void premiumBelowTheSmallestUnitIsNothing() {
    assertThat(RyskMoney.premium(ONE, new BigInteger("999999999999"))).isZero();
    assertThat(RyskMoney.premium(ONE, new BigInteger("1000000000000"))).isOne();
  }

  /** The second line is a fill of April 2026 on the test network. */
  @ParameterizedTest
  @CsvSource({"42500000, 5312500", "1436212569, 179526571", "7, 0", "8, 1"})
  void feeIsAnEighthOfThePremiumRoundedDown(BigInteger premium, BigInteger fee) {
    assertThat(RyskMoney.fee(CHARGES, premium, ONE, TestMaker.e18("2850"))).isEqualTo(fee);
  }

  @Test
  void feeIsCappedAtAFractionOfSpotIfTheCapIsOn() {
    RyskCharges capped =
        new RyskCharges(
            new BigDecimal("0.125"),
            Optional.of(new BigDecimal("0.01")),
            BigInteger.ZERO,
            BigDecimal.ZERO);

    assertThat(RyskMoney.fee(capped, BigInteger.valueOf(400_000_000), ONE, TestMaker.e18("2850")))
        .isEqualTo(28_500_000);
    assertThat(RyskMoney.fee(capped, BigInteger.valueOf(42_500_000), ONE, TestMaker.e18("2850")))
        .isEqualTo(5_312_500);
  }

  /** Price, mark, seconds: the example of the protocol and a fill of April 2026. */
  @ParameterizedTest
  @CsvSource({
    "42500000000000000000, 2850000000000000000000, 185594, 253.56",
    "1436212569057799438336, 68534888891650014000000, 1450441, 45.59"
  })
  void aprReproducesWhatWasObserved(
      BigInteger price, BigInteger mark, long seconds, BigDecimal apr) {
    assertThat(RyskMoney.apr(price, mark, seconds)).isEqualTo(apr);
  }

  @Test
  void aprIsRoundedHalfUp() {
    long year = 31_557_600;

    assertThat(RyskMoney.apr(TestMaker.e18("0.00005"), ONE, year)).isEqualTo("0.01");
    assertThat(RyskMoney.apr(TestMaker.e18("0.0000499"), ONE, year)).isEqualTo("0.00");
  }

  @Test
  void aprOfWhatHasExpiredIsZero() {
    assertThat(RyskMoney.apr(ONE, ONE, 0)).isEqualTo("0.00");
  }

  @Test
  void collateralIsInTheTokensOwnDecimals() {
    assertThat(RyskMoney.callCollateral(ONE, 8)).isEqualTo(100_000_000);
    assertThat(RyskMoney.callCollateral(ONE, 18)).isEqualTo(ONE);
    assertThat(RyskMoney.putCollateral(TestMaker.e18("0.5"), new BigInteger("300000000000")))
        .isEqualTo(1_500_000_000);
  }

  /** Strike 3000, half a unit. */
  @ParameterizedTest
  @CsvSource({
    "false, 305000000000, 0, 25000000",
    "false, 305000000000, 0.02, 24500000",
    "false, 300000000000, 0, 0",
    "true, 305000000000, 0, 0",
    "true, 290000000000, 0, 50000000"
  })
  void payoffIsTheIntrinsicValueLessSlippage(
      boolean isPut, BigInteger settlement, BigDecimal slippage, BigInteger payoff) {
    assertThat(
            RyskMoney.payoff(
                isPut,
                new BigInteger("300000000000"),
                settlement,
                BigInteger.valueOf(50_000_000),
                slippage))
        .isEqualTo(payoff);
  }
}
