package io.arb.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that hold for every price, quantity and amount; failures name the seed. */
class DecimalValuesPropertyTest {
  private static final int RUNS = 500;

  static Stream<Long> seeds() {
    return Stream.of(1L, 20_261_122L, 987_654_321L);
  }

  private static BigDecimal decimal(SplittableRandom random, int maxScale) {
    return new BigDecimal(
        BigInteger.valueOf(random.nextLong(1, 1_000_000_000_000L)), random.nextInt(maxScale + 1));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void printingAndParsingGivesTheSameValue(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < RUNS; i++) {
      Quantity quantity = new Quantity(decimal(random, 18).negate());
      Price price = new Price(decimal(random, 18));
      Money money = price.times(quantity);

      assertThat(Quantity.of(quantity.toString())).as("seed %s", seed).isEqualTo(quantity);
      assertThat(Price.of(price.toString())).as("seed %s", seed).isEqualTo(price);
      assertThat(Money.of(money.toString())).as("seed %s", seed).isEqualTo(money);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aPriceTimesAQuantityIsExact(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < RUNS; i++) {
      Price price = new Price(decimal(random, 18));
      Quantity quantity = new Quantity(decimal(random, 18));

      assertThat(price.times(quantity).usd())
          .as("seed %s", seed)
          .isEqualByComparingTo(price.usd().multiply(quantity.units()));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void roundingToTickIsTheNextMultipleInTheSafeDirection(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < RUNS; i++) {
      Price tick = new Price(decimal(random, 6));
      Price price = new Price(decimal(random, 9));
      Price buy = price.passiveTo(tick, Side.BUY);
      Price sell = price.passiveTo(tick, Side.SELL);

      assertThat(buy.usd().remainder(tick.usd())).as("seed %s", seed).isEqualByComparingTo("0");
      assertThat(sell.usd().remainder(tick.usd())).as("seed %s", seed).isEqualByComparingTo("0");
      assertThat(buy).as("seed %s", seed).isLessThanOrEqualTo(price);
      assertThat(sell).as("seed %s", seed).isGreaterThanOrEqualTo(price);
      assertThat(price.usd().subtract(buy.usd())).as("seed %s", seed).isLessThan(tick.usd());
      assertThat(sell.usd().subtract(price.usd())).as("seed %s", seed).isLessThan(tick.usd());
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void sizesAreRoundedTowardsZero(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < RUNS; i++) {
      Quantity step = new Quantity(decimal(random, 6));
      Quantity quantity = new Quantity(decimal(random, 9).negate());
      Quantity rounded = quantity.downTo(step);

      assertThat(rounded.isMultipleOf(step)).as("seed %s", seed).isTrue();
      assertThat(rounded.abs()).as("seed %s", seed).isLessThanOrEqualTo(quantity.abs());
      assertThat(quantity.minus(rounded).abs()).as("seed %s", seed).isLessThan(step);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "x", "1,5", "0x10", "NaN", "Infinity", "1e", "--1", "1 2"})
  void textThatIsNoNumberIsRefusedAndNamed(String text) {
    assertThatThrownBy(() -> Price.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "'");
    assertThatThrownBy(() -> Quantity.of(text)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Money.of(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void equalValuesAreEqualHoweverTheyAreWritten() {
    assertThat(Price.of("10.00")).isEqualTo(Price.of("1e1")).hasToString("10");
    assertThat(Quantity.of("0.000")).isEqualTo(Quantity.ZERO).hasToString("0");
  }

  @Test
  void aPriceIsNeverNegative() {
    assertThatThrownBy(() -> Price.of("-0.01")).hasMessageContaining("-0.01");
    assertThat(Price.of("1").plusClamped(new BigDecimal("-2"))).isEqualTo(Price.ZERO);
  }

  @Test
  void moreDigitsThanTheVenuesCarryAreRefused() {
    assertThatThrownBy(() -> Quantity.of("0.0000000000000000001")).hasMessageContaining("18");
  }

  @Test
  void movingByBasisPointsIsProportional() {
    assertThat(Price.of("200").movedBps(BigDecimal.valueOf(50))).isEqualTo(Price.of("201"));
    assertThat(Price.of("200").movedBps(BigDecimal.valueOf(-50))).isEqualTo(Price.of("199"));
  }
}
