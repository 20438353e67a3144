package io.arb.rysk;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsPropertyTest {
  private static final int CASES = 2_000;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void pricesAndQuantitiesComeBackToTheBit(long seed) {
    assertThat(amounts(seed))
        .allSatisfy(
            amount -> {
              assertThat(Units.scaled(Units.price(amount))).isEqualTo(amount);
              assertThat(Units.scaled(Units.quantity(amount))).isEqualTo(amount);
            });
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void strikesKeepEveryDigit(long seed) {
    assertThat(amounts(seed))
        .allSatisfy(
            amount -> {
              BigDecimal usd = Units.strike(amount).usd();
              assertThat(usd.movePointRight(8)).isEqualByComparingTo(new BigDecimal(amount));
              assertThat(Units.isWireStrike(usd)).isTrue();
            });
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void scalingKeepsTheOrder(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    assertThat(
            Stream.generate(() -> new BigInteger[] {amount(random), amount(random)}).limit(CASES))
        .allSatisfy(
            pair ->
                assertThat(Units.price(pair[0]).compareTo(Units.price(pair[1])))
                    .isEqualTo(pair[0].compareTo(pair[1])));
  }

  @Test
  void scalesAreThoseOfTheProtocol() {
    assertThat(Units.strike(new BigInteger("4250000000"))).isEqualTo(Price.of("42.5"));
    assertThat(Units.strike(new BigInteger("420000"))).isEqualTo(Price.of("0.0042"));
    assertThat(Units.positionStrike(new BigInteger("3000000000000000000000")))
        .isEqualTo(Price.of("3000"));
    assertThat(Units.price(new BigInteger("42500000000000000000"))).isEqualTo(Price.of("42.5"));
    assertThat(Units.quantity(new BigInteger("370000000000000000"))).isEqualTo(Quantity.of("0.37"));
    assertThat(Units.premiumMoney(new BigInteger("5312500"))).hasToString("5.3125");
  }

  @Test
  void strikesFinerThanTheWireAreRecognised() {
    assertThat(Units.isWireStrike(new BigDecimal("0.000000010"))).isTrue();
    assertThat(Units.isWireStrike(new BigDecimal("0.000000001"))).isFalse();
  }

  private static Stream<BigInteger> amounts(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return Stream.generate(() -> amount(random)).limit(CASES);
  }

  /** Of any width up to the 128 bits of the settlement contract. */
  private static BigInteger amount(SplittableRandom random) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return new BigInteger(1, bytes).shiftRight(random.nextInt(128));
  }
}
