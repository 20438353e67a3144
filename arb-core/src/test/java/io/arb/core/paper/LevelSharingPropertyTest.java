package io.arb.core.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LevelSharingPropertyTest {
  private static final Quantity STEP = Quantity.of("0.01");

  private static Quantity hundredths(SplittableRandom random, int most) {
    return new Quantity(BigDecimal.valueOf(random.nextInt(1, most), 2));
  }

  @Test
  void sharesExactlyWhatCanBeShared() {
    for (long seed = 0; seed < 2000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Quantity> resting =
          IntStream.range(0, random.nextInt(1, 8)).mapToObj(i -> hundredths(random, 5000)).toList();
      Quantity incoming = hundredths(random, 10_000);
      LevelSharing sharing =
          LevelSharing.proRata(
              new VenueRules.ProRata(
                  BigDecimal.valueOf(random.nextInt(101), 2),
                  hundredths(random, 2000),
                  hundredths(random, 200)),
              STEP);

      List<Quantity> shares = sharing.share(resting, incoming);

      Quantity total = resting.stream().reduce(Quantity.ZERO, Quantity::plus);
      assertThat(shares.stream().reduce(Quantity.ZERO, Quantity::plus))
          .as("seed %d", seed)
          .isEqualTo(incoming.min(total));
      assertThat(IntStream.range(0, shares.size()))
          .as("seed %d", seed)
          .allMatch(i -> shares.get(i).compareTo(resting.get(i)) <= 0)
          .allMatch(i -> !shares.get(i).isNegative());
    }
  }
}
