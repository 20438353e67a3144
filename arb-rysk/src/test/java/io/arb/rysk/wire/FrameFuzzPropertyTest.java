package io.arb.rysk.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.math.BigInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrameFuzzPropertyTest {
  private static final int FRAMES_A_SEED = 2_000;

  static LongStream seeds() {
    return LongStream.range(0, 8);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void noFrameMakesAParserThrow(long seed) {
    assertThat(new FrameMutations(seed).frames(FRAMES_A_SEED))
        .allSatisfy(
            text ->
                assertThatCode(
                        () -> {
                          assertThat(MakerFrame.parse(text)).isNotNull();
                          assertThat(RfqFrame.parse(text)).isNotNull();
                        })
                    .doesNotThrowAnyException());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whateverIsReadAsARequestCanBePricedAndSigned(long seed) {
    assertThat(
            new FrameMutations(seed)
                .frames(FRAMES_A_SEED)
                .map(RfqFrame::parse)
                .filter(RfqFrame.Request.class::isInstance)
                .map(frame -> ((RfqFrame.Request) frame).request()))
        .isNotEmpty()
        .allSatisfy(
            request -> {
              assertThat(request.id()).isNotBlank();
              assertThat(request.quantity().signum()).isPositive();
              assertThat(request.quantity().bitLength()).isLessThanOrEqualTo(128);
              assertThat(request.strike().signum()).isPositive();
              assertThat(request.strike().bitLength()).isLessThanOrEqualTo(128);
              assertThat(request.expirySeconds()).isBetween(0L, 253_402_300_799L);
            });
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whateverIsReadAsATradeCanBeBooked(long seed) {
    assertThat(
            new FrameMutations(seed)
                .frames(FRAMES_A_SEED)
                .map(MakerFrame::parse)
                .filter(MakerFrame.Traded.class::isInstance)
                .map(frame -> ((MakerFrame.Traded) frame).trade()))
        .isNotEmpty()
        .allSatisfy(
            trade -> {
              assertThat(trade.quantity().signum()).isPositive();
              assertThat(trade.strike().signum()).isPositive();
              assertThat(trade.price().signum()).isNotNegative();
              assertThat(trade.quoteNonce().bitLength()).isLessThanOrEqualTo(64);
              assertThat(trade.fees().orElse(BigInteger.ZERO)).isNotNegative();
            });
  }
}
