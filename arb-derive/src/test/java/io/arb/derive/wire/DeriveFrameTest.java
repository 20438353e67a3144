package io.arb.derive.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arb.core.wire.Json;
import io.arb.core.wire.WireFormatException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeriveFrameTest {

  private static DeriveError error(String json) {
    DeriveFrame frame = DeriveFrame.parse("{\"id\":\"7\",\"error\":" + json + "}");
    return ((DeriveFrame.Failure) frame).error();
  }

  @Test
  void idComesBackAsTextWhateverItsForm() {
    assertThat(DeriveFrame.parse("{\"id\":17,\"result\":null}"))
        .isInstanceOfSatisfying(
            DeriveFrame.Result.class, result -> assertThat(result.id()).isEqualTo("17"));
  }

  @Test
  void unreadableRequestIsAnsweredWithoutId() {
    assertThat(DeriveFrame.parse("{\"id\":null,\"error\":{\"code\":-32700,\"message\":\"no\"}}"))
        .isInstanceOfSatisfying(
            DeriveFrame.Failure.class, failure -> assertThat(failure.id()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"id\":1}",
        "<html>",
        "{\"id\":1,\"result\":1",
        "\"pong\"",
        "{\"method\":\"subscription\"}",
        "{\"method\":\"subscription\",\"params\":{}}"
      })
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> DeriveFrame.parse(text)).isInstanceOf(WireFormatException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pong", "{\"method\":\"subscription\",\"params\":{\"channel\":\"a\",\"data\":1}}"})
  void restBodyMustBeAReply(String text) {
    assertThatThrownBy(() -> DeriveFrame.parseBody(text)).isInstanceOf(WireFormatException.class);
  }

  @Test
  void codeMayBeText() {
    assertThat(error("{\"code\":\"11008\",\"message\":\"m\"}").code()).isEqualTo(11008);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"code\":null}", "{\"code\":\"x\"}", "{\"code\":1.5}", "\"odd\"", "[]"})
  void unreadableCodeIsAnUnknownCode(String json) {
    assertThat(error(json).code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"Amount must be a multiple of 0.01\" | Amount must be a multiple of 0.01",
        "{\"limit\":\"2100\",\"bandwidth\":\"2032.33\"} |"
            + " {\"limit\":\"2100\",\"bandwidth\":\"2032.33\"}",
        "[1] | [1]"
      })
  void dataIsKeptWhateverItsForm(String data, String text) {
    assertThat(error("{\"code\":1,\"message\":\"m\",\"data\":" + data + "}").data())
        .isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"code\":1,\"data\":null}", "{\"code\":1}"})
  void dataMayBeAbsent(String json) {
    assertThat(error(json).data()).isEmpty();
  }

  @Test
  void venuesWordsFitOneLineOfALog() {
    DeriveError error = error("{\"code\":1,\"message\":\"a\\nb\\u0000c\",\"data\":\"\\r\"}");

    assertThat(error.toString()).isEqualTo("1 a b c ( )");
  }

  @Test
  void rateLimitSaysHowLongToWait() {
    assertThat(new DeriveError(-32000, "Rate limit exceeded", "Retry after 812 ms").retryAfter())
        .contains(Duration.ofMillis(812));
    assertThat(new DeriveError(-32000, "Rate limit exceeded", "").retryAfter()).isEmpty();
  }

  @Test
  void requestNamesTheVersionInV3Only() {
    assertThat(DeriveFrame.request("3", "public/get_time", Json.object(), true))
        .isEqualTo(
            "{\"jsonrpc\":\"2.0\",\"id\":\"3\",\"method\":\"public/get_time\",\"params\":{}}");
    assertThat(DeriveFrame.request("3", "public/get_time", Json.object(), false))
        .doesNotContain("jsonrpc");
  }
}
