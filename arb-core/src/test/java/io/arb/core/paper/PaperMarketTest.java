package io.arb.core.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.arb.core.model.Option;
import io.arb.core.model.OptionGreeks;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Price;
import io.arb.core.model.Ticker;
import io.arb.core.model.Underlying;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaperMarketTest {
  /** A Sunday. */
  private final TurnableClock clock = new TurnableClock("2026-11-22T12:00:00Z");

  private final PaperMarket market = new PaperMarket(PaperMarketConfig.eth(1), clock);

  private Option atTheMoney() {
    return market.options(clock.instant()).stream()
        .filter(option -> option.strike().equals(Price.of("2200")))
        .filter(option -> option.expiry().isAfter(clock.instant().plus(Duration.ofDays(20))))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void beginsAtTheChainsIndex() {
    assertThat(market.index(clock.instant())).isEqualTo(Price.of("2222.19"));
  }

  @Test
  void beginsAtTheChainsIndexAlsoInsideThePath() {
    PaperMarketConfig config =
        new PaperMarketConfig(new Underlying("ETH"), 1, 1, Duration.ofHours(30));

    assertThat(new PaperMarket(config, clock).index(clock.instant()))
        .isEqualTo(Price.of("2222.19"));
  }

  @Test
  void keepsTheRecordedReturns() {
    Instant later = clock.instant().plus(Duration.ofHours(7));
    double recorded =
        PricePath.recordedEth(1).priceUsd(7 * 3600) / PricePath.recordedEth(1).priceUsd(0);

    assertThat(market.index(later).usd().doubleValue() / 2222.19).isCloseTo(recorded, within(1e-6));
  }

  @Test
  void runsThePathAtItsSpeed() {
    PaperMarketConfig fast = new PaperMarketConfig(new Underlying("ETH"), 1, 60, Duration.ZERO);

    assertThat(new PaperMarket(fast, clock).index(clock.instant().plusSeconds(10)))
        .isEqualTo(market.index(clock.instant().plusSeconds(600)));
  }

  @Test
  void movesExpiriesByWholeWeeksAndDropsThePast() {
    List<Option> options = market.options(clock.instant());

    // recorded Monday 8 January becomes Monday 16 November; 12 January would be Friday the 20th
    assertThat(options.getFirst().expiry()).isEqualTo(Instant.parse("2026-11-27T08:00:00Z"));
    assertThat(options)
        .extracting(option -> option.expiry().atZone(ZoneOffset.UTC).getDayOfWeek())
        .containsOnly(DayOfWeek.FRIDAY);
    assertThat(options)
        .extracting(option -> option.expiry().atZone(ZoneOffset.UTC).getHour())
        .containsOnly(8);
  }

  @Test
  void listsTheDailiesOfItsWeek() {
    PaperMarket monday =
        new PaperMarket(PaperMarketConfig.eth(1), new TurnableClock("2026-11-23T12:00:00Z"));

    assertThat(
            monday.options(Instant.parse("2026-11-23T12:00:00Z")).stream()
                .map(option -> option.expiry())
                .distinct()
                .limit(4))
        .containsExactly(
            Instant.parse("2026-11-24T08:00:00Z"),
            Instant.parse("2026-11-25T08:00:00Z"),
            Instant.parse("2026-11-26T08:00:00Z"),
            Instant.parse("2026-11-27T08:00:00Z"));
  }

  @Test
  void dropsOptionsAsTheyExpire() {
    Instant expiry = market.options(clock.instant()).getFirst().expiry();

    assertThat(market.options(expiry)).extracting(Option::expiry).doesNotContain(expiry);
  }

  @Test
  void keepsThePerpetualNearTheIndex() {
    for (int minute = 0; minute < 120; minute++) {
      Instant at = clock.instant().plus(Duration.ofMinutes(minute));
      double ratio =
          market.fair(market.perpetual(), at).usd().doubleValue()
              / market.index(at).usd().doubleValue();
      assertThat(ratio).as("minute %d", minute).isCloseTo(1, within(0.00031));
    }
  }

  @Test
  void keepsPutCallParity() {
    Option call = atTheMoney();
    Option put = Option.put("ETH", call.expiry(), call.strike().toString());
    Instant now = clock.instant();

    double gap =
        market.fair(call, now).usd().doubleValue() - market.fair(put, now).usd().doubleValue();

    assertThat(gap)
        .isCloseTo(market.forward(call.expiry(), now).usd().doubleValue() - 2200, within(0.001));
  }

  @Test
  void publishesGreeksInTheModelsUnits() {
    Option option = atTheMoney();
    Instant now = clock.instant();

    Ticker ticker = market.ticker(option, now);
    OptionGreeks greeks = ticker.greeks().orElseThrow();

    double years = VolSlice.years(now, option.expiry());
    double vol = greeks.volFraction().doubleValue();
    double forward = greeks.forward().usd().doubleValue();
    assertThat(greeks.delta().doubleValue()).isBetween(0.45, 0.65);
    // a day and a point: vega per point is gamma F^2 vol T / 100, theta per day gamma F^2 vol^2 /
    // 730
    double gammaSquare = greeks.gamma().doubleValue() * forward * forward;
    assertThat(greeks.vegaPerPoint().doubleValue())
        .isCloseTo(gammaSquare * vol * years / 100, within(0.01));
    assertThat(greeks.thetaPerDay().doubleValue())
        .isCloseTo(-gammaSquare * vol * vol / 730, within(0.01));
  }

  @Test
  void losesTimeValueWithTheClockNotWithThePath() {
    Option option = atTheMoney();
    PaperMarketConfig still = new PaperMarketConfig(new Underlying("ETH"), 1, 0, Duration.ZERO);
    PaperMarket frozen = new PaperMarket(still, clock);
    Instant later = clock.instant().plus(Duration.ofDays(1));

    assertThat(frozen.index(later)).isEqualTo(frozen.index(clock.instant()));
    assertThat(frozen.fair(option, later)).isLessThan(frozen.fair(option, clock.instant()));
  }

  @Test
  void isWorthItsIntrinsicValueAtExpiry() {
    Option option = atTheMoney();
    double index = market.index(option.expiry()).usd().doubleValue();

    assertThat(market.fair(option, option.expiry()).usd().doubleValue())
        .isCloseTo(Math.max(index - 2200, 0), within(0.001));
  }

  @Test
  void knowsOnlyEther() {
    PaperMarketConfig config = new PaperMarketConfig(new Underlying("BTC"), 1, 1, Duration.ZERO);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PaperMarket(config, clock))
        .withMessageContaining("BTC");
    assertThat(market.perpetual()).isEqualTo(Perpetual.of("ETH"));
  }
}
