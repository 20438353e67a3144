package io.arb.core.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.Quantity;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LevelSharingTest {
  private static final Quantity STEP = Quantity.of("0.01");

  private static List<Quantity> sizes(String... sizes) {
    return Arrays.stream(sizes).map(Quantity::of).toList();
  }

  private static LevelSharing proRata(String fraction, String fifoMin, String proRataStep) {
    return LevelSharing.proRata(
        new VenueRules.ProRata(
            new BigDecimal(fraction), Quantity.of(fifoMin), Quantity.of(proRataStep)),
        STEP);
  }

  @Test
  void servesTheOldestFirstByTime() {
    assertThat(LevelSharing.byTime().share(sizes("3", "4", "5"), Quantity.of("6")))
        .isEqualTo(sizes("3", "3", "0"));
  }

  @Test
  void givesTheFirstPartByTimeAndTheRestBySize() {
    // 10 come in: 5 by time to the first; 5 shared over 15, 10, 25 left: 1.5, 1, 2.5 -> 1, 1, 2;
    // 1 remains and goes by time
    assertThat(proRata("0.8", "5", "1").share(sizes("20", "10", "25"), Quantity.of("10")))
        .isEqualTo(sizes("7", "1", "2"));
  }

  @Test
  void takesTheFractionWhereItIsMoreThanTheMinimum() {
    // 20 come in: 12 by time, 8 over 38 and 50: 3.45, 4.54 -> 3, 4; 1 by time
    assertThat(proRata("0.4", "5", "1").share(sizes("50", "50"), Quantity.of("20")))
        .isEqualTo(sizes("16", "4"));
  }

  @Test
  void goesByTimeAloneUnderTheMinimum() {
    assertThat(proRata("0.8", "10", "1").share(sizes("4", "20"), Quantity.of("9")))
        .isEqualTo(sizes("4", "5"));
  }

  @Test
  void givesEverybodyEverythingIfTheLevelIsTooSmall() {
    assertThat(proRata("0.8", "1", "1").share(sizes("2.5", "0.7"), Quantity.of("9")))
        .isEqualTo(sizes("2.5", "0.7"));
  }

  @Test
  void keepsTheFirstPartOnTheStep() {
    // a fifth of 1.03 is 0.206: 0.20 by time, nothing reaches the share step, the rest by time
    assertThat(proRata("0.8", "0", "1").share(sizes("0.5", "5"), Quantity.of("1.03")))
        .isEqualTo(sizes("0.5", "0.53"));
  }
}
