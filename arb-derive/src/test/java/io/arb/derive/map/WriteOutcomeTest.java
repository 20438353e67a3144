package io.arb.derive.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.Rejection;
import io.arb.derive.profile.Generation;
import io.arb.derive.wire.DeriveError;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WriteOutcomeTest {

  private static WriteOutcome outcome(int code) {
    return WriteOutcome.of(new DeriveError(code, "m", ""), Generation.V3);
  }

  @ParameterizedTest
  @CsvSource({
    "-32000, RATE_LIMITED",
    "9002, DROPPED",
    "11002, DROPPED",
    "11007, SELF_CROSS",
    "11008, WOULD_CROSS",
    "11009, NO_LIQUIDITY",
    "11014, NO_LIQUIDITY",
    "11015, DROPPED",
    "11022, DROPPED"
  })
  void mayBeTriedAgain(int code, Rejection rejection) {
    assertThat(outcome(code)).isEqualTo(new WriteOutcome.Retryable(rejection));
    assertThat(rejection.isRetryable()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "11000, INSUFFICIENT_MARGIN",
    "11012, INVALID_QUANTITY",
    "11013, INVALID_PRICE",
    "11021, INSTRUMENT_CLOSED",
    "12001, INSTRUMENT_CLOSED"
  })
  void hasAReasonThatTheModelKnows(int code, Rejection rejection) {
    assertThat(outcome(code)).isEqualTo(new WriteOutcome.Refused(rejection));
  }

  static IntStream unauthorised() {
    return IntStream.of(
        11027, 14000, 14001, 14002, 14008, 14009, 14010, 14011, 14012, 14013, 14014, 14015, 14016,
        14017, 14018, 14019, 14020, 14021, 14022, 14023, 14024, 14025, 14026, 14027, 14028, 14029,
        14030, 14031, 14032, 14033, 14034, 14038, 14039, 16000, 16001, 16002, 16100);
  }

  @ParameterizedTest
  @MethodSource("unauthorised")
  void accountOrKeyIsRefused(int code) {
    assertThat(outcome(code)).isEqualTo(new WriteOutcome.Refused(Rejection.UNAUTHORISED));
  }

  static IntStream otherwiseRefused() {
    return IntStream.concat(
        IntStream.concat(IntStream.rangeClosed(10000, 10016), IntStream.rangeClosed(11050, 11055)),
        IntStream.concat(
            IntStream.concat(
                IntStream.rangeClosed(11100, 11111), IntStream.rangeClosed(11200, 11203)),
            IntStream.of(
                -32700, -32602, -32601, -32600, -32100, 11003, 11004, 11005, 11006, 11010, 11011,
                11016, 11019, 11020, 11023, 11024, 11025, 11026, 11028, 12000, 12002, 12003, 13000,
                18000, 18013, 19000)));
  }

  @ParameterizedTest
  @MethodSource("otherwiseRefused")
  void nothingWasDoneForAnotherReason(int code) {
    assertThat(outcome(code)).isEqualTo(new WriteOutcome.Refused(Rejection.OTHER));
  }

  @ParameterizedTest
  @ValueSource(ints = {-32603, 9000, 9001, 11017})
  void provesNothing(int code) {
    assertThat(outcome(code)).isEqualTo(new WriteOutcome.Unknown());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, -1, 9003, 10017, 11029, 11056, 14003, 14035, 15000, 20000, -32604})
  void codeThatIsNotListedProvesNothing(int code) {
    assertThat(outcome(code)).isEqualTo(new WriteOutcome.Unknown());
  }

  @Test
  void nonceDateIsAmbiguousInV3Only() {
    DeriveError error = new DeriveError(11018, "Invalid nonce date", "");

    assertThat(WriteOutcome.of(error, Generation.V3)).isEqualTo(new WriteOutcome.Unknown());
    assertThat(WriteOutcome.of(error, Generation.V2))
        .isEqualTo(new WriteOutcome.Refused(Rejection.OTHER));
  }
}
