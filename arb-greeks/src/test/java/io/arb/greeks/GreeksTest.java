package io.arb.greeks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class GreeksTest {
  @Test
  void readsAndShowsVenueUnits() {
    Greeks greeks = Greeks.ofVenue(0.5, 0.001, 2.5, -8, 1.25);

    assertThat(greeks).isEqualTo(new Greeks(0.5, 0.001, 250, -2920, 125));
    assertThat(greeks.vegaPerPoint()).isEqualTo(2.5);
    assertThat(greeks.thetaPerDay()).isEqualTo(-8);
    assertThat(greeks.rhoPerPercent()).isEqualTo(1.25);
  }

  @Test
  void shortQuantityTurnsEverySign() {
    assertThat(new Greeks(0.5, 0.25, 8, -4, 2).times(-2))
        .isEqualTo(new Greeks(-1, -0.5, -16, 8, -4));
  }

  @Test
  void exposuresAddUp() {
    var one = new Greeks(1, 2, 3, 4, 5);

    assertThat(Greeks.NONE.plus(one).plus(one)).isEqualTo(one.times(2));
  }

  @Test
  void refusesANumberThatIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Greeks(0, Double.NaN, 0, 0, 0))
        .withMessage("gamma must be a finite number, got NaN");
  }
}
