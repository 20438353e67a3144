package io.arb.greeks.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.arb.greeks.surface.SurfaceKeeper.Choice;
import io.arb.greeks.surface.SurfaceKeeper.Objection;
import io.arb.greeks.surface.SurfaceKeeper.Reason;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** When a new fit replaces the surface in use. Quotes are one point of volatility wide. */
class SurfaceKeeperTest {
  private static final SurfaceKeeper KEEPER = SurfaceKeeper.CAUTIOUS;
  private static final double HALF_SPREAD = 0.005;
  private static final double MILLIS_PER_YEAR = 365 * 86_400_000.0;
  private static final VolSurface PREVIOUS = surface(0, 3000, 0.60, 0, true);

  @Test
  void theFirstFitIsTakenAsItIs() {
    VolSurface poor = surface(0, 3000, 0.60, 9 * HALF_SPREAD, false);

    assertThat(KEEPER.choose(null, poor)).isEqualTo(new Choice.Accepted(poor));
  }

  @Test
  void aFitLikeTheLastIsTaken() {
    VolSurface next = surface(1000, 3000, 0.61, HALF_SPREAD, true);

    assertThat(KEEPER.choose(PREVIOUS, next)).isEqualTo(new Choice.Accepted(next));
  }

  @Test
  void aFitThatMissesItsQuotesByMoreThanHalfASpreadIsNotTaken() {
    VolSurface next = surface(1000, 3000, 0.60, 1.1 * HALF_SPREAD, true);

    assertKept(next, Reason.ERROR, 1.1, 1);
  }

  @Test
  void anErrorThatWasThereBeforeIsNoObjection() {
    VolSurface previous = surface(0, 3000, 0.60, 3 * HALF_SPREAD, true);
    VolSurface next = surface(1000, 3000, 0.60, 3 * HALF_SPREAD, true);

    assertThat(KEEPER.choose(previous, next)).isEqualTo(new Choice.Accepted(next));
  }

  @Test
  void newArbitrageIsNotTaken() {
    assertKept(surface(1000, 3000, 0.60, 0, false), Reason.ARBITRAGE, 1, 0);
  }

  @Test
  void arbitrageThatWasThereBeforeIsNoObjection() {
    VolSurface previous = surface(0, 3000, 0.60, 0, false);
    VolSurface next = surface(1000, 3000, 0.60, 0, false);

    assertThat(KEEPER.choose(previous, next)).isEqualTo(new Choice.Accepted(next));
  }

  @Test
  void aJumpWithoutAMoveOfTheIndexIsNotTaken() {
    assertKept(surface(1000, 3000, 0.62, 0, true), Reason.JUMP, 0.02, 3 * HALF_SPREAD);
    assertKept(surface(1000, 3000, 0.58, 0, true), Reason.JUMP, 0.02, 3 * HALF_SPREAD);
  }

  @Test
  void aMoveOfTheIndexExplainsAJumpInBothDirections() {
    VolSurface fallen = surface(1000, 3000 * Math.exp(-0.0051), 0.62, 0, true);
    VolSurface risen = surface(1000, 3000 * Math.exp(0.0051), 0.62, 0, true);
    VolSurface hardly = surface(1000, 3000 * Math.exp(-0.0049), 0.62, 0, true);

    assertThat(KEEPER.choose(PREVIOUS, fallen)).isEqualTo(new Choice.Accepted(fallen));
    assertThat(KEEPER.choose(PREVIOUS, risen)).isEqualTo(new Choice.Accepted(risen));
    assertKept(hardly, Reason.JUMP, 0.02, 3 * HALF_SPREAD + 0.0049);
  }

  @Test
  void theSameMoveExplainsMoreOfAShorterExpiry() {
    VolSurface quarter = new VolSurface(0, 3000, List.of(slice(0.25, 0.60, 0, true)));
    double moved = 3000 * Math.exp(0.01);
    SliceFit slice = slice(0.25 - 1000 / MILLIS_PER_YEAR, 0.634, 0, true);
    VolSurface next = new VolSurface(1000, moved, List.of(slice));

    assertThat(KEEPER.choose(quarter, next)).isEqualTo(new Choice.Accepted(next));
    assertKept(surface(1000, moved, 0.634, 0, true), Reason.JUMP, 0.034, 3 * HALF_SPREAD + 0.01);
  }

  @Test
  void aSurfaceThatHasBecomeTooOldObjectsNoMore() {
    VolSurface last = surface(10_000, 3000, 0.9, 0, true);
    VolSurface late = surface(10_001, 3000, 0.9, 0, true);

    assertThat(KEEPER.choose(PREVIOUS, last)).isInstanceOf(Choice.Kept.class);
    assertThat(KEEPER.choose(PREVIOUS, late)).isEqualTo(new Choice.Accepted(late));
  }

  @Test
  void theKeptSurfaceComesWithItsAge() {
    Choice choice = KEEPER.choose(PREVIOUS, surface(7000, 3000, 0.9, 0, true));

    assertThat(choice.surface()).isEqualTo(PREVIOUS);
    assertThat(choice)
        .asInstanceOf(InstanceOfAssertFactories.type(Choice.Kept.class))
        .extracting(Choice.Kept::ageMillis)
        .isEqualTo(7000L);
  }

  @Test
  void quotesThatAreNotNewerAreNotTaken() {
    VolSurface older = surface(-5, 3000, 0.60, 0, true);

    assertKept(older, Reason.OUTDATED, 5, 0);
  }

  @Test
  void anExpiryThatWasNotListedBeforeHasNothingToCompare() {
    VolSurface next = new VolSurface(1000, 3000, List.of(slice(0.5, 0.9, 9 * HALF_SPREAD, false)));

    assertThat(KEEPER.choose(PREVIOUS, next)).isEqualTo(new Choice.Accepted(next));
  }

  @Test
  void refusesLimitsThatMeanNothing() {
    assertThatIllegalArgumentException().isThrownBy(() -> new SurfaceKeeper(0, 3, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new SurfaceKeeper(1, -1, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new SurfaceKeeper(1, 3, -1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new SurfaceKeeper(1, 3, 1, -1));
  }

  private static void assertKept(VolSurface next, Reason reason, double value, double limit) {
    assertThat(KEEPER.choose(PREVIOUS, next))
        .asInstanceOf(InstanceOfAssertFactories.type(Choice.Kept.class))
        .extracting(Choice.Kept::objection)
        .satisfies(
            objection -> assertThat(objection).extracting(Objection::reason).isEqualTo(reason),
            objection -> assertThat(objection.value()).isCloseTo(value, within(1e-6)),
            objection -> assertThat(objection.limit()).isCloseTo(limit, within(1e-6)));
  }

  /** One expiry, a year after 0 ms. */
  private static VolSurface surface(
      long takenAtMillis, double indexUsd, double vol, double error, boolean isFree) {
    double years = 1 - takenAtMillis / MILLIS_PER_YEAR;
    return new VolSurface(takenAtMillis, indexUsd, List.of(slice(years, vol, error, isFree)));
  }

  private static SliceFit slice(double years, double vol, double error, boolean isFree) {
    SmileQuote quote = new SmileQuote(3000, 0, vol - HALF_SPREAD, vol + HALF_SPREAD);
    return new SliceFit(
        new SliceQuotes(years, 3000, List.of(quote, quote), Map.of()),
        new RawSvi(vol * vol * years, 0, 0, 0, 1),
        1,
        error,
        isFree,
        true);
  }
}
