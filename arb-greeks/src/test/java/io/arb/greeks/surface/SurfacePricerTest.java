package io.arb.greeks.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.arb.greeks.Black76;
import io.arb.greeks.OptionType;
import io.arb.greeks.surface.SurfacePrice.Priced;
import io.arb.greeks.surface.SurfacePrice.Refusal;
import io.arb.greeks.surface.SurfacePrice.Refused;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Options that nobody lists. */
class SurfacePricerTest {
  private static final long DAY = 86_400_000;
  private static final double MONTH = 30.0 / 365;
  private static final double HALF_YEAR = 180.0 / 365;
  private static final RawSvi SMILE = new RawSvi(0.02, 0.06, -0.1, 0.02, 0.2);
  private static final PricingLimits LIMITS = new PricingLimits(10_000, 0.1, 0.5, 0.2, 0.1);

  private static SurfacePricer pricer(SliceFit... slices) {
    return new SurfacePricer(new VolSurface(0, 3000, List.of(slices)), LIMITS);
  }

  /** Quoted from 20% below to 20% above, one point wide in the middle and two at the ends. */
  private static SliceFit slice(double years, Smile smile, double share) {
    List<SmileQuote> quotes =
        List.of(
            new SmileQuote(2400, Math.log(0.8), 0.60, 0.64),
            new SmileQuote(2990, Math.log(2990 / 3000.0), 0.60, 0.62),
            new SmileQuote(3600, Math.log(1.2), 0.60, 0.64));
    return new SliceFit(
        new SliceQuotes(years, 3000, quotes, Map.of()), smile, share, 0.003, true, true);
  }

  private static final SliceFit NEAR = slice(MONTH, SMILE, 1);
  private static final SliceFit FAR = slice(HALF_YEAR, SMILE.times(5), 1);

  private static Priced priced(SurfacePrice price) {
    return (Priced) price;
  }

  @Test
  void anUnlistedStrikeIsWorthWhatTheSmileSays() {
    Priced got = priced(pricer(NEAR).price(OptionType.CALL, 3100, 30 * DAY, 3000, 0));

    double vol = SMILE.volFraction(Math.log(3100 / 3000.0), MONTH);
    assertThat(got.price().volFraction()).isCloseTo(vol, within(1e-12));
    assertThat(got.price().priceUsd())
        .isCloseTo(Black76.price(OptionType.CALL, 3000, 3100, MONTH, vol).priceUsd(), within(1e-9));
  }

  @Test
  void theSmileGoesWithTheIndex() {
    Priced before = priced(pricer(NEAR).price(OptionType.CALL, 3100, 30 * DAY, 3000, 0));
    Priced after = priced(pricer(NEAR).price(OptionType.CALL, 3410, 30 * DAY, 3300, 0));

    assertThat(after.forwardUsd()).isCloseTo(3300, within(1e-9));
    assertThat(after.price().volFraction()).isCloseTo(before.price().volFraction(), within(1e-12));
  }

  @Test
  void timeRunsOnSinceTheQuotesWereTaken() {
    Priced got = priced(pricer(NEAR).price(OptionType.CALL, 3100, 30 * DAY, 3000, 5_000));

    assertThat(got.years()).isCloseTo(MONTH - 5.0 / (365 * 86_400), within(1e-15));
  }

  @Test
  void anUnlistedExpiryLiesBetweenItsNeighbours() {
    Priced got = priced(pricer(NEAR, FAR).price(OptionType.PUT, 2900, 60 * DAY, 3000, 0));

    double k = Math.log(2900 / 3000.0);
    double w = SMILE.totalVariance(k) * (0.8 + 0.2 * 5);
    assertThat(got.price().volFraction()).isCloseTo(Math.sqrt(w / (60.0 / 365)), within(1e-12));
  }

  @Test
  void uncertaintyIsTheWidestNextQuotePlusTheFitError() {
    VolUncertainty inside =
        priced(pricer(NEAR).price(OptionType.CALL, 3100, 30 * DAY, 3000, 0)).uncertainty();

    assertThat(inside.spread()).isCloseTo(0.02, within(1e-12));
    assertThat(inside.fit()).isEqualTo(0.003);
    assertThat(inside.beyondStrike()).isZero();
    assertThat(inside.beyondExpiry()).isZero();
    assertThat(inside.total()).isCloseTo(0.023, within(1e-12));
  }

  @Test
  void uncertaintyGrowsWithTheDistanceOutside() {
    Priced strike = priced(pricer(NEAR).price(OptionType.CALL, 3700, 30 * DAY, 3000, 0));
    Priced expiry = priced(pricer(NEAR).price(OptionType.CALL, 3100, 40 * DAY, 3000, 0));

    assertThat(strike.uncertainty().beyondStrike())
        .isCloseTo(0.2 * Math.log(37 / 36.0), within(1e-12));
    assertThat(expiry.uncertainty().beyondExpiry())
        .isCloseTo(0.1 * Math.log(4 / 3.0), within(1e-9));
  }

  @Test
  void bidAndOfferStayAwayByVegaTimesUncertaintyAndTheHedge() {
    Priced got = priced(pricer(NEAR).price(OptionType.CALL, 3100, 30 * DAY, 3000, 0));
    double margin = got.price().greeks().vega() * 0.023;

    assertThat(got.bidUsd(2)).isCloseTo(got.price().priceUsd() - margin - 2, within(1e-9));
    assertThat(got.askUsd(2)).isCloseTo(got.price().priceUsd() + margin + 2, within(1e-9));
    assertThat(got.askVol() - got.bidVol()).isCloseTo(0.046, within(1e-12));
    assertThat(got.bidUsd(10_000)).isZero();
  }

  @Test
  void refusesWhatLiesTooFarOutside() {
    Refused strike = (Refused) pricer(NEAR).price(OptionType.CALL, 4000, 30 * DAY, 3000, 0);

    assertThat(strike.reason()).isEqualTo(Refusal.STRIKE_TOO_FAR);
    assertThat(strike.value()).isCloseTo(Math.log(40 / 36.0), within(1e-12));
    assertThat(strike.limit()).isEqualTo(0.1);
    assertThat(reason(pricer(NEAR).price(OptionType.PUT, 2100, 30 * DAY, 3000, 0)))
        .isEqualTo(Refusal.STRIKE_TOO_FAR);
    assertThat(reason(pricer(NEAR).price(OptionType.CALL, 3000, 60 * DAY, 3000, 0)))
        .isEqualTo(Refusal.EXPIRY_TOO_FAR);
    assertThat(reason(pricer(NEAR).price(OptionType.CALL, 3000, 10 * DAY, 3000, 0)))
        .isEqualTo(Refusal.EXPIRY_TOO_FAR);
  }

  private static Refusal reason(SurfacePrice price) {
    return ((Refused) price).reason();
  }

  @Test
  void refusesWithAnOldSurfaceOrOneFromTheFuture() {
    assertThat(reason(pricer(NEAR).price(OptionType.CALL, 3000, 30 * DAY, 3000, 10_001)))
        .isEqualTo(Refusal.STALE);
    assertThat(reason(pricer(NEAR).price(OptionType.CALL, 3000, 30 * DAY, 3000, -1)))
        .isEqualTo(Refusal.STALE);
    assertThat(pricer(NEAR).price(OptionType.CALL, 3000, 30 * DAY, 3000, 10_000))
        .isInstanceOf(Priced.class);
  }

  @Test
  void refusesWhatHasExpired() {
    assertThat(reason(pricer(NEAR).price(OptionType.CALL, 3000, 5_000, 3000, 5_000)))
        .isEqualTo(Refusal.EXPIRED);
  }

  @Test
  void refusesWhereTheSmileMissesItsQuotes() {
    assertThat(
            reason(
                pricer(slice(MONTH, SMILE, 0.8)).price(OptionType.CALL, 3000, 30 * DAY, 3000, 0)))
        .isEqualTo(Refusal.POOR_FIT);
  }

  @Test
  void refusesWhereThereIsArbitrage() {
    SliceFit vogt = slice(1, SviVectors.slice("vogt"), 1);
    SurfacePricer butterfly =
        new SurfacePricer(new VolSurface(0, 3000, List.of(vogt)), new PricingLimits(0, 1, 0, 0, 0));
    SurfacePricer calendar = pricer(slice(MONTH, SMILE.times(6), 1), FAR);

    assertThat(reason(butterfly.price(OptionType.CALL, 7200, 365 * DAY, 3000, 0)))
        .isEqualTo(Refusal.ARBITRAGE);
    assertThat(reason(calendar.price(OptionType.CALL, 3000, 60 * DAY, 3000, 0)))
        .isEqualTo(Refusal.ARBITRAGE);
  }
}
