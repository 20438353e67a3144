package io.arb.deribit.map;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import io.arb.core.wire.Fields;
import io.arb.deribit.Vectors;
import io.arb.deribit.wire.WireInstrument.TickStep;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceGridTest {
  private static final JsonNode VECTORS = Vectors.read("tick-rounding");

  static Stream<JsonNode> prices() {
    return Vectors.each(VECTORS.get("price_cases"));
  }

  static Stream<JsonNode> amounts() {
    return Vectors.each(VECTORS.get("amount_cases"));
  }

  @ParameterizedTest
  @MethodSource("prices")
  void pricesRoundToTheSideThatIsNeverWorse(JsonNode vector) {
    PriceGrid grid = grid(vector.get("spec").asText());
    BigDecimal price = new BigDecimal(vector.get("price").asText());

    assertThat(grid.tickAt(price)).isEqualByComparingTo(vector.get("tick_in_force").asText());
    assertThat(grid.isValid(price)).isEqualTo(vector.get("is_valid").asBoolean());
    assertThat(plain(grid.passive(price, Side.BUY))).isEqualTo(text(vector.get("buy_passive")));
    assertThat(plain(grid.passive(price, Side.SELL))).isEqualTo(text(vector.get("sell_passive")));
  }

  @ParameterizedTest
  @MethodSource("amounts")
  void amountsAreMultiplesOfTheSmallestOrder(JsonNode vector) {
    JsonNode spec = VECTORS.get("amount_specs").get(vector.get("spec").asText());
    Quantity step = Quantity.of(spec.get("min_trade_amount").asText());
    Quantity amount = Quantity.of(vector.get("amount").asText());

    assertThat(amount.isPositive() && amount.isMultipleOf(step))
        .isEqualTo(vector.get("is_valid").asBoolean());
    assertThat(amount.downTo(step)).isEqualTo(Quantity.of(vector.get("toward_zero").asText()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void roundedPriceIsValidNextAndNotWorse(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> names = List.of("eth-usdc-option", "btc-option-inverse", "two-steps");
    for (int run = 0; run < 2_000; run++) {
      PriceGrid grid = grid(names.get(random.nextInt(names.size())));
      BigDecimal price = BigDecimal.valueOf(1 + random.nextLong(10_000_000), random.nextInt(8));
      BigDecimal up = grid.passive(price, Side.SELL).orElseThrow();
      Optional<BigDecimal> down = grid.passive(price, Side.BUY);

      assertThat(grid.isValid(up)).as("seed %s price %s", seed, price).isTrue();
      assertThat(up).isGreaterThanOrEqualTo(price);
      assertThat(down.map(grid::isValid).orElse(true)).as("seed %s %s", seed, price).isTrue();
      assertThat(down.orElse(price)).isLessThanOrEqualTo(price);
    }
  }

  private static PriceGrid grid(String name) {
    Fields spec = Fields.of(VECTORS.get("specs").get(name), name);
    return new PriceGrid(
        spec.decimal("tick_size"),
        spec.objects("tick_size_steps").stream()
            .map(step -> new TickStep(step.decimal("above_price"), step.decimal("tick_size")))
            .toList());
  }

  private static String plain(Optional<BigDecimal> price) {
    return price.map(value -> value.stripTrailingZeros().toPlainString()).orElse("none");
  }

  private static String text(JsonNode expected) {
    return expected.isNull()
        ? "none"
        : new BigDecimal(expected.asText()).stripTrailingZeros().toPlainString();
  }
}
