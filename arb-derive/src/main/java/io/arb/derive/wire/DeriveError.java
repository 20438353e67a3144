package io.arb.derive.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code error} of a reply. Source: Derive API, "Error codes".
 *
 * @param code 0 if the venue sent none that can be read, which counts as an unknown code
 * @param message the venue's text, empty if it gave none
 * @param data details, as text whatever their JSON form; empty if there are none
 */
public record DeriveError(int code, String message, String data) {
  public static final int RATE_LIMITED = -32_000;

  private static final int MAX_CHARS = 500;
  private static final Pattern RETRY_AFTER = Pattern.compile("Retry after ([0-9]{1,7}) ?ms");
  private static final Pattern CODE = Pattern.compile("-?[0-9]{1,9}");

  /** Reads the error object; parts that are missing or odd are left empty. */
  public static DeriveError of(JsonNode error) {
    String code = error.path("code").asText();
    return new DeriveError(
        CODE.matcher(code).matches() ? Integer.parseInt(code) : 0,
        printable(error.path("message").asText("")),
        printable(text(error.path("data"))));
  }

  /** Fit for one line of a log. */
  private static String printable(String text) {
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= MAX_CHARS ? line : line.substring(0, MAX_CHARS);
  }

  private static String text(JsonNode data) {
    if (data.isNull() || data.isMissingNode()) {
      return "";
    }
    return data.isTextual() ? data.textValue() : data.toString();
  }

  /** How long a rate limit asks to wait. */
  public Optional<Duration> retryAfter() {
    Matcher matcher = RETRY_AFTER.matcher(data);
    return matcher.find()
        ? Optional.of(Duration.ofMillis(Long.parseLong(matcher.group(1))))
        : Optional.empty();
  }

  /** Code, message and data in one line for people. */
  @Override
  public String toString() {
    return code + " " + message + (data.isEmpty() ? "" : " (" + data + ")");
  }
}
