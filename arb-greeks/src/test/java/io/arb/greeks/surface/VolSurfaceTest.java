package io.arb.greeks.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The fit of a whole recorded chain, and the surface between its expiries. */
class VolSurfaceTest {
  private static final VolSurface SURFACE =
      VolSurface.fit(MitChain.TAKEN_AT_MILLIS, MitChain.INDEX_USD, MitChain.slices());

  @Test
  void allExpiriesOfARecordedChainAreFittedWithoutArbitrage() {
    assertThat(SURFACE.slices())
        .extracting(SliceFit::isArbitrageFree)
        .hasSize(11)
        .doesNotContain(false);
  }

  @Test
  void allSmilesPassThroughNineQuotesInTen() {
    assertThat(SURFACE.slices())
        .extracting(SliceFit::shareInside)
        .hasSize(11)
        .allMatch(share -> share >= SliceFit.GOOD_SHARE);
  }

  @Test
  void noSmileCrossesTheNextAnywhereOnTheLine() {
    List<SliceFit> slices = SURFACE.slices();

    assertThat(IntStream.range(1, slices.size()))
        .extracting(i -> CalendarCheck.of(slices.get(i - 1).smile(), slices.get(i).smile()))
        .allMatch(CalendarCheck::isFree);
  }

  @Test
  void theFitIsTheSameEveryTime() {
    assertThat(VolSurface.fit(MitChain.TAKEN_AT_MILLIS, MitChain.INDEX_USD, MitChain.slices()))
        .isEqualTo(SURFACE);
  }

  @Test
  void aStaleQuoteDoesNotBendTheSmile() {
    SliceQuotes clean = MitChain.slices().get(6);
    List<SmileQuote> spoiled = new ArrayList<>(clean.quotes());
    SmileQuote victim = spoiled.get(spoiled.size() / 2);
    spoiled.set(
        spoiled.size() / 2,
        new SmileQuote(
            victim.strikeUsd(), victim.k(), victim.bidVol() + 0.3, victim.askVol() + 0.3));

    Smile fitted = only(clean);
    Smile resisted = only(new SliceQuotes(clean.years(), clean.forwardUsd(), spoiled, Map.of()));

    assertThat(resisted.volFraction(victim.k(), clean.years()))
        .isCloseTo(fitted.volFraction(victim.k(), clean.years()), within(0.005));
  }

  private static Smile only(SliceQuotes quotes) {
    return VolSurface.fit(0, quotes.forwardUsd(), List.of(quotes)).slices().getFirst().smile();
  }

  @Test
  void forwardsGrowExponentiallyBetweenExpiriesAndFromTheIndex() {
    SliceFit first = SURFACE.slices().getFirst();
    SliceFit last = SURFACE.slices().getLast();
    double middle = (SURFACE.slices().get(8).years() + SURFACE.slices().get(9).years()) / 2;
    double product = SURFACE.slices().get(8).forwardUsd() * SURFACE.slices().get(9).forwardUsd();

    assertThat(SURFACE.forwardRatio(last.years()) * MitChain.INDEX_USD)
        .isCloseTo(last.forwardUsd(), within(1e-9));
    assertThat(SURFACE.forwardRatio(middle) * MitChain.INDEX_USD)
        .isCloseTo(Math.sqrt(product), within(1e-9));
    assertThat(SURFACE.forwardRatio(first.years() / 2))
        .isCloseTo(Math.sqrt(first.forwardUsd() / MitChain.INDEX_USD), within(1e-12));
    assertThat(SURFACE.forwardRatio(last.years() * 2))
        .isCloseTo(Math.pow(last.forwardUsd() / MitChain.INDEX_USD, 2), within(1e-12));
  }

  @Test
  void refusesToFitNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VolSurface.fit(0, 100, List.of()))
        .withMessage("slices must hold at least one expiry, got none");
  }
}
