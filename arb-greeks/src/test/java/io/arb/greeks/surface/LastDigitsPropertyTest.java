package io.arb.greeks.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The last digits of the quotes decide neither which of them are fitted nor how well. */
class LastDigitsPropertyTest {
  private static final double TINY = 1e-12;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void theVerdictsStayTheSame(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<SliceQuotes> nudged =
        MitChain.listed().entrySet().stream()
            .map(
                expiry ->
                    SliceQuotes.of(
                        expiry.getValue().stream().map(quote -> nudged(quote, random)).toList(),
                        expiry.getKey()))
            .toList();

    VolSurface surface = VolSurface.fit(MitChain.TAKEN_AT_MILLIS, MitChain.INDEX_USD, nudged);

    assertThat(nudged)
        .extracting(SliceQuotes::dropped)
        .isEqualTo(MitChain.slices().stream().map(SliceQuotes::dropped).toList());
    assertThat(surface.slices()).hasSize(11).allMatch(SliceFit::isGood);
  }

  private static OptionQuote nudged(OptionQuote quote, SplittableRandom random) {
    return new OptionQuote(
        quote.type(),
        quote.strikeUsd(),
        quote.forwardUsd(),
        quote.bidUsd() * random.nextDouble(1 - TINY, 1 + TINY),
        quote.askUsd() * random.nextDouble(1 - TINY, 1 + TINY),
        quote.tickUsd());
  }
}
