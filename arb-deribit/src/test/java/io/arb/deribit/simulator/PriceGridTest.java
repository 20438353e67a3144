package io.arb.deribit.simulator;

import static io.arb.deribit.simulator.Vectors.decimal;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Price grids against check values. */
final class PriceGridTest {
  private static final JsonNode VECTORS = Vectors.read("deribit-tick-rounding");

  static Stream<JsonNode> cases() {
    return Vectors.all(VECTORS.path("price_cases"));
  }

  private static PriceGrid grid(JsonNode each) {
    JsonNode spec = VECTORS.path("specs").path(each.path("spec").asText());
    List<PriceGrid.Step> steps =
        Vectors.all(spec.path("tick_size_steps"))
            .map(
                step ->
                    new PriceGrid.Step(decimal(step, "above_price"), decimal(step, "tick_size")))
            .toList();
    return new PriceGrid(decimal(spec, "tick_size"), steps);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void knowsTickAndNeighbours(JsonNode each) {
    PriceGrid grid = grid(each);
    BigDecimal price = decimal(each, "price");
    JsonNode lower = each.path("buy_passive");

    assertThat(grid.tickAt(price)).isEqualByComparingTo(decimal(each, "tick_in_force"));
    assertThat(grid.fits(price)).isEqualTo(each.path("is_valid").asBoolean());
    assertThat(grid.up(price)).isEqualByComparingTo(decimal(each, "sell_passive"));
    assertThat(grid.down(price))
        .isEqualByComparingTo(lower.isNull() ? BigDecimal.ZERO : new BigDecimal(lower.asText()));
  }

  @Test
  void stepsOverABoundary() {
    PriceGrid grid = PriceGrid.stepped("0.0001", "0.005", "0.0005");

    assertThat(grid.next(new BigDecimal("0.005"))).isEqualByComparingTo("0.0055");
    assertThat(grid.previous(new BigDecimal("0.0055"))).isEqualByComparingTo("0.005");
    assertThat(grid.previous(new BigDecimal("0.005"))).isEqualByComparingTo("0.0049");
    assertThat(grid.previous(new BigDecimal("0.0001"))).isEqualByComparingTo("0");
  }
}
