package io.arb.deribit.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.wire.Json;
import io.arb.deribit.wire.WireAccount.GrantedRate;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditMeterTest {
  private static final RequestRates RATES = new RequestRates(4, 16, 4, 16, 80);
  private static final Call ORDER =
      Call.order("private/buy", Json::object, Duration.ZERO, answer -> {});
  private static final Call CANCEL = Call.cancel("private/cancel", Json.object(), answer -> {});
  private static final Call READ = Call.read("private/get_positions", Json.object(), answer -> {});
  private static final Call SUBSCRIBE = Call.read("public/subscribe", Json.object(), answer -> {});

  private Instant now = Instant.EPOCH;
  private final CreditMeter meter = new CreditMeter(RATES, () -> now);

  @Test
  void ordersLeaveAReserveToCancels() {
    assertThat(taken(ORDER)).isEqualTo(12);
    assertThat(taken(CANCEL)).isEqualTo(4);
    assertThat(meter.tryAcquire(CANCEL)).isFalse();
  }

  @Test
  void poolsDoNotTouchEachOther() {
    assertThat(taken(CANCEL)).isEqualTo(16);
    assertThat(taken(READ)).isEqualTo(80);
    assertThat(taken(SUBSCRIBE)).isEqualTo(8);
  }

  @Test
  void creditsComeBackWithTime() {
    taken(CANCEL);
    now = now.plusSeconds(1);

    assertThat(taken(CANCEL)).isEqualTo(4);
  }

  @Test
  void testOfTheConnectionNeverWaits() {
    taken(READ);

    assertThat(meter.tryAcquire(Call.pulse("public/test", Json.object(), answer -> {}))).isTrue();
  }

  @Test
  void usedUpCreditsPauseAndThenHalveTheOrders() {
    meter.exhausted(ORDER);
    assertThat(meter.tryAcquire(CANCEL)).isFalse();

    now = now.plusSeconds(3);

    assertThat(taken(ORDER)).isEqualTo(1);
    assertThat(taken(CANCEL)).isEqualTo(15);
    now = now.plus(Duration.ofHours(2));
    assertThat(taken(ORDER)).isEqualTo(12);
  }

  @Test
  void smallerGrantOfTheVenueIsFollowedAndALargerOneIsNot() {
    meter.granted(new GrantedRate(BigDecimal.valueOf(30), BigDecimal.valueOf(100)));
    assertThat(taken(CANCEL)).isEqualTo(16);

    meter.granted(new GrantedRate(BigDecimal.valueOf(2), BigDecimal.valueOf(10)));

    assertThat(taken(CANCEL)).isEqualTo(8);
    assertThat(taken(ORDER)).isZero();
  }

  /** The lowest tier: 5 a second, 20 at once; more would end the session. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void venuesPoolIsNeverUsedUp(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double credits = 20;
    for (int step = 0; step < 5_000; step++) {
      long millis = random.nextLong(200);
      now = now.plusMillis(millis);
      credits = Math.min(20, credits + millis * 5 / 1_000.0);
      credits -= meter.tryAcquire(random.nextBoolean() ? ORDER : CANCEL) ? 1 : 0;
      assertThat(credits).as("seed " + seed).isNotNegative();
    }
  }

  private int taken(Call call) {
    return (int) IntStream.range(0, 1_000).takeWhile(i -> meter.tryAcquire(call)).count();
  }
}
