package io.arb.derive.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.ClientOrderId;
import io.arb.core.model.FeeSchedule;
import io.arb.core.model.InstrumentSpec;
import io.arb.core.model.Money;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import io.arb.core.model.TimeInForce;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaxFeeTest {
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private static InstrumentSpec spec(
      String maker, String taker, String base, String minimum, String step) {
    return new InstrumentSpec(
        Perpetual.of("ETH"),
        Price.of("0.01"),
        Quantity.of(step),
        Quantity.of(minimum),
        Quantity.of("10000"),
        new FeeSchedule(
            new BigDecimal(maker), new BigDecimal(taker), Money.of(base), Optional.empty()),
        true);
  }

  private static OrderRequest order(String quantity, String limit) {
    return new OrderRequest(
        new ClientOrderId(1000),
        Perpetual.of("ETH"),
        Side.BUY,
        Quantity.of(quantity),
        Price.of(limit),
        TimeInForce.IMMEDIATE_OR_CANCEL,
        false,
        Instant.EPOCH);
  }

  @ParameterizedTest
  @CsvSource({
    // 3 x 0.0003 x 1992 + 0.1 / 0.1; the venue's bound for 0.25 is 1.5952
    "0.25, 1992, 1992, 1992, 2.792800",
    // the highest of the three prices counts
    "0.25, 1992, 2000, 1992, 2.800000",
    "0.25, 1992, 1992, 2000, 2.800000",
    "0.25, 2000, 1992, 1992, 2.800000",
    // smaller than the minimum: the base fee is spread over the order itself
    "0.03, 1992, 1992, 1992, 5.126134",
  })
  void followsTheRecommendedFormulaRoundedUp(
      String quantity, String limit, String mark, String index, String expected) {
    InstrumentSpec spec = spec("0.0001", "0.0003", "0.1", "0.1", "0.001");

    assertThat(MaxFee.of(spec, order(quantity, limit), Price.of(mark), Price.of(index)))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    // ETH-PERP at 1992, 0.25 units, V2: 2 x 0.0003 x 1992 + 0.1 / 0.25
    "0.0001, 0.0003, 0.1, 0.1, 0.25, 1992, 1.5952",
    // BTC-PERP as recorded in January 2025, one minimum: 2 x 0.0003 x 99059.7 + 0.1 / 0.01
    "0.00005, 0.0003, 0.1, 0.01, 0.01, 99059.7, 69.43582",
    // an option of 0.1: 2 x 0.0003 x 2500 + 0.5 / 0.1
    "0.0001, 0.0003, 0.5, 0.1, 0.1, 2500, 6.5"
  })
  void liesAboveTheBoundOfTheVenue(
      String maker,
      String taker,
      String base,
      String minimum,
      String quantity,
      String index,
      String bound) {
    InstrumentSpec spec = spec(maker, taker, base, minimum, "0.001");

    assertThat(MaxFee.of(spec, order(quantity, index), Price.of(index), Price.of(index)))
        .isGreaterThanOrEqualTo(new BigDecimal(bound));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void liesAboveBothGenerationsBoundsWhileTheIndexMovesByAThird(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int run = 0; run < 1_000; run++) {
      InstrumentSpec spec = spec("0.0001", "0.0003", "0.5", "0.1", "0.01");
      BigDecimal index = BigDecimal.valueOf(random.nextInt(1, 200_000));
      BigDecimal later = index.multiply(new BigDecimal("1.33"));
      Quantity quantity = new Quantity(BigDecimal.valueOf(random.nextInt(10, 10_000), 2));
      OrderRequest order = order(quantity.toString(), Integer.toString(random.nextInt(1, 5_000)));

      BigDecimal maxFee = MaxFee.of(spec, order, order.limit(), new Price(index));

      BigDecimal v2 = TWO.multiply(new BigDecimal("0.0003")).multiply(later);
      BigDecimal v3 =
          TWO.multiply(new BigDecimal("0.0003"))
              .multiply(later.max(order.limit().usd()))
              .add(new BigDecimal("0.5"));
      assertThat(maxFee).as("seed %d, %s at %s", seed, order, index).isGreaterThan(v2);
      assertThat(maxFee).as("seed %d, %s at %s", seed, order, index).isGreaterThan(v3);
    }
  }
}
