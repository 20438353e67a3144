package io.arb.greeks.ddh;

import static io.arb.greeks.OptionType.CALL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LadderReferenceTest {
  private static final double HOUR = 3600;
  private static final double SECONDS_PER_YEAR = 365 * 86_400;

  private static final PortfolioProfile BOOK =
      new PortfolioProfile(List.of(new OptionLeg(10, CALL, 103_000, 48 * HOUR, 0.55, 1)), 0);
  private final LadderReference reference = LadderReference.of(BOOK, 100_000);

  @Test
  void aMoveOfThePriceAloneOutdatesNothing() {
    assertThat(reference.drift(BOOK)).isZero();
    assertThat(reference.isOutdated(BOOK, 0.5, 0.1)).isFalse();
  }

  @Test
  void timeOutdatesItOnceCharmHasMovedDeltaByATenthOfARung() {
    double charm = (BOOK.aged(1).deltaAt(100_000) - BOOK.deltaAt(100_000)) * SECONDS_PER_YEAR;
    double years = LadderReference.yearsUntilOutdated(charm, 0.5, LadderReference.USUAL_DRIFT);
    double seconds = years * SECONDS_PER_YEAR;

    assertThat(charm).isNegative();
    assertThat(reference.isOutdated(BOOK.aged(0.9 * seconds), 0.5, 0.1)).isFalse();
    assertThat(reference.isOutdated(BOOK.aged(1.1 * seconds), 0.5, 0.1)).isTrue();
  }

  @Test
  void aFillOutdatesIt() {
    var sold = new PortfolioProfile(BOOK.legs(), -0.05);

    assertThat(reference.drift(sold)).isCloseTo(-0.05, within(1e-12));
    assertThat(reference.isOutdated(sold, 0.49, 0.1)).isTrue();
    assertThat(reference.isOutdated(sold, 0.51, 0.1)).isFalse();
  }

  @Test
  void aMoveOfVolatilityOutdatesIt() {
    var dearer =
        new PortfolioProfile(List.of(new OptionLeg(10, CALL, 103_000, 48 * HOUR, 0.6, 1)), 0);

    assertThat(reference.isOutdated(dearer, 0.5, 0.1)).isTrue();
  }

  @Test
  void withoutCharmItLastsForEver() {
    assertThat(LadderReference.yearsUntilOutdated(0, 0.5, 0.1)).isInfinite();
  }

  @Test
  void agesOptionsTowardsTheirExpiryAndNotThePerpetual() {
    var spent = new PortfolioProfile(BOOK.legs(), 0.7).aged(48 * HOUR);

    assertThat(spent.deltaAt(110_000)).isEqualTo(0.7);
  }
}
