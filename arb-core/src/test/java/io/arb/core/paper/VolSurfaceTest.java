package io.arb.core.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arb.greeks.Black76;
import io.arb.greeks.OptionType;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class VolSurfaceTest {
  private static final OptionChain CHAIN = OptionChain.recordedEth();
  private static final VolSurface SURFACE = new VolSurface(CHAIN, Duration.ZERO);

  private static double vol(Instant expiry, double logMoneyness) {
    return SURFACE.volFraction(expiry, logMoneyness, CHAIN.recordedAt());
  }

  @Test
  void readsTheWholeChain() {
    assertThat(CHAIN.rows()).hasSize(684);
    assertThat(CHAIN.indexUsd()).isEqualTo(2222.19);
    assertThat(CHAIN.recordedAt()).isEqualTo(Instant.parse("2024-01-08T11:19:41.414Z"));
    assertThat(CHAIN.rows().stream().map(OptionChain.Row::expiry).distinct()).hasSize(11);
  }

  @Test
  void readsPricesInDollars() {
    // 0.030491 ETH at a forward of 2269.04, quoted 0.03 to 0.031
    OptionChain.Row row =
        CHAIN.rows().stream()
            .filter(candidate -> candidate.expiry().equals(Instant.parse("2024-02-23T08:00:00Z")))
            .filter(candidate -> candidate.strikeUsd() == 2800)
            .filter(candidate -> candidate.type() == OptionType.CALL)
            .findFirst()
            .orElseThrow();

    assertThat(row.markUsd()).isCloseTo(69.185, within(0.001));
    assertThat(row.bidUsd().orElseThrow()).isCloseTo(68.071, within(0.001));
    assertThat(row.askUsd().orElseThrow()).isCloseTo(70.340, within(0.001));
  }

  @Test
  void givesTheRecordedMarksBack() {
    for (OptionChain.Row row : CHAIN.rows()) {
      double forward = SURFACE.forwardUsd(row.expiry(), CHAIN.indexUsd(), CHAIN.recordedAt());
      double years = VolSlice.years(CHAIN.recordedAt(), row.expiry());
      double vol = vol(row.expiry(), Math.log(row.strikeUsd() / forward));
      double price = Black76.price(row.type(), forward, row.strikeUsd(), years, vol).priceUsd();

      // both options of a strike are priced with the out-of-the-money one's volatility
      assertThat(price).as("%s", row).isCloseTo(row.markUsd(), within(0.25));
    }
  }

  @Test
  void givesTheOutOfTheMoneyMarksBackToTwoCents() {
    CHAIN.rows().stream()
        .filter(row -> row.type().intrinsicUsd(row.forwardUsd(), row.strikeUsd()) == 0)
        .forEach(
            row -> {
              double years = VolSlice.years(CHAIN.recordedAt(), row.expiry());
              double vol = vol(row.expiry(), Math.log(row.strikeUsd() / row.forwardUsd()));
              assertThat(
                      Black76.price(row.type(), row.forwardUsd(), row.strikeUsd(), years, vol)
                          .priceUsd())
                  .as("%s", row)
                  .isCloseTo(row.markUsd(), within(0.02));
            });
  }

  @Test
  void isFlatOutsideTheStrikes() {
    Instant expiry = Instant.parse("2024-01-26T08:00:00Z");

    assertThat(vol(expiry, 5)).isEqualTo(vol(expiry, 9));
    assertThat(vol(expiry, -5)).isEqualTo(vol(expiry, -9));
  }

  @Test
  void liesBetweenItsNeighboursInStrikeAndTime() {
    Instant january = Instant.parse("2024-01-26T08:00:00Z");
    Instant february = Instant.parse("2024-02-23T08:00:00Z");
    Instant between = Instant.parse("2024-02-09T08:00:00Z");

    assertThat(vol(between, 0))
        .isBetween(
            Math.min(vol(january, 0), vol(february, 0)),
            Math.max(vol(january, 0), vol(february, 0)));
    assertThat(vol(january, 0)).isBetween(0.4, 1.2);
  }

  @Test
  void isFlatOutsideTheExpiries() {
    Instant last = Instant.parse("2024-12-27T08:00:00Z");

    assertThat(vol(last.plus(Duration.ofDays(90)), 0.1)).isEqualTo(vol(last, 0.1));
  }

  @Test
  void letsTheForwardMeetTheIndexAtExpiry() {
    Instant expiry = Instant.parse("2024-06-28T08:00:00Z");

    assertThat(SURFACE.forwardUsd(expiry, CHAIN.indexUsd(), CHAIN.recordedAt()))
        .isCloseTo(2359.87, within(0.02));
    assertThat(SURFACE.forwardUsd(expiry, 2000, expiry)).isEqualTo(2000);
  }

  @Test
  void keepsTheRecordedSpreadAndSilence() {
    Instant expiry = Instant.parse("2024-02-23T08:00:00Z");
    QuoteGap quoted = SURFACE.gap(expiry, OptionType.CALL, Math.log(2800 / 2269.04));
    QuoteGap silent =
        SURFACE.gap(
            Instant.parse("2024-01-12T08:00:00Z"), OptionType.PUT, Math.log(2550 / 2226.35));

    assertThat(quoted.bid().orElseThrow()).isCloseTo(0.0161, within(0.0001));
    assertThat(quoted.ask().orElseThrow()).isCloseTo(0.0167, within(0.0001));
    assertThat(silent.bid()).isEqualTo(OptionalDouble.empty());
    assertThat(silent.ask()).isEqualTo(OptionalDouble.empty());
  }
}
