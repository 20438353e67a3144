package io.arb.deribit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.model.Rejection;
import io.arb.deribit.Vectors;
import io.arb.deribit.map.WriteOutcome;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorPolicyTest {
  static Stream<JsonNode> codes() {
    return Vectors.each(Vectors.read("errors").get("codes"));
  }

  static Stream<JsonNode> frames() {
    return Vectors.each(Vectors.read("errors").get("frames"));
  }

  @Test
  void allCodesAreThere() {
    assertThat(codes()).hasSize(119);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void everyCodeHasItsPolicy(JsonNode vector) {
    assertThat(ErrorPolicy.of(vector.get("code").asInt())).isEqualTo(policy(vector));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void onlyWhatNeedsReconcilingIsUnknown(JsonNode vector) {
    DeribitError error = new DeribitError(vector.get("code").asInt(), "", "", "");

    assertThat(WriteOutcome.of(error) instanceof WriteOutcome.Unknown)
        .isEqualTo(vector.get("action").asText().equals("reconcile"));
  }

  @ParameterizedTest
  @MethodSource("frames")
  void frameShowsCodeAndDetails(JsonNode vector) {
    JsonNode expect = vector.get("expect");

    DeribitFrame.Failure failure =
        (DeribitFrame.Failure) DeribitFrame.parse(vector.get("json").asText());

    assertThat(failure.error().code()).isEqualTo(expect.get("code").asInt());
    assertThat(ErrorPolicy.of(failure.error().code())).isEqualTo(policy(expect));
    assertThat(failure.error().param()).isEqualTo(expect.path("param").asText(""));
    assertThat(failure.error().reason()).contains(expect.path("reason").asText(""));
    assertThat(failure.error().message()).endsWith(expect.path("text").asText(""));
    assertThat(failure.error().limit().map(BigDecimal::stripTrailingZeros))
        .isEqualTo(
            java.util.Optional.ofNullable(expect.get("limit"))
                .map(limit -> new BigDecimal(limit.asText()).stripTrailingZeros()));
  }

  @Test
  void idOfAnErrorIsKeptAsItWasSent() {
    assertThat(failure("{\"id\":\"h-17\",\"error\":{\"code\":-32601}}").id()).isEqualTo("h-17");
    assertThat(failure("{\"id\":11,\"error\":{\"code\":10028}}").id()).isEqualTo("11");
    assertThat(failure("{\"error\":{\"code\":11051}}").id()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "11054, WOULD_CROSS", "10003, SELF_CROSS", "10028, RATE_LIMITED", "10041, DROPPED",
    "13888, DROPPED", "11051, DROPPED", "10007, DROPPED", "13009, DROPPED"
  })
  void thatWhichMaySucceedLaterIsRetryable(int code, Rejection rejection) {
    assertThat(WriteOutcome.of(new DeribitError(code, "", "", "")))
        .isEqualTo(new WriteOutcome.Retryable(rejection));
  }

  @ParameterizedTest
  @CsvSource({
    "10009, '', INSUFFICIENT_MARGIN",
    "13004, '', UNAUTHORISED",
    "13021, '', UNAUTHORISED",
    "-32602, price, INVALID_PRICE",
    "-32602, amount, INVALID_QUANTITY",
    "-32602, instrument_name, INSTRUMENT_CLOSED",
    "-32602, label, OTHER",
    "10043, '', INVALID_PRICE",
    "10002, '', INVALID_QUANTITY",
    "10012, '', INSTRUMENT_CLOSED"
  })
  void thatWhichWouldBeRefusedAgainIsRefused(int code, String param, Rejection rejection) {
    assertThat(WriteOutcome.of(new DeribitError(code, "", param, "")))
        .isEqualTo(new WriteOutcome.Refused(rejection));
  }

  private static DeribitFrame.Failure failure(String text) {
    return (DeribitFrame.Failure) DeribitFrame.parse(text);
  }

  private static ErrorPolicy policy(JsonNode expected) {
    return new ErrorPolicy(
        ErrorPolicy.Kind.valueOf(expected.get("cls").asText()),
        ErrorPolicy.Action.valueOf(expected.get("action").asText().toUpperCase(Locale.ROOT)));
  }
}
