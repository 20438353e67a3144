package io.arb.deribit.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code error} of a reply. Source: Deribit API, "RPC error codes".
 *
 * @param code 0 if the venue sent none that can be read, which counts as an unknown code
 * @param message the venue's word, with a value after a blank for some codes; empty if it gave none
 * @param param the request's parameter that is at fault, as {@code -32602} names it; else empty
 * @param reason why, in the venue's words; else empty
 */
public record DeribitError(int code, String message, String param, String reason) {
  public static final int INVALID_PARAMS = -32_602;
  public static final int ORDER_NOT_FOUND = 10_004;
  public static final int TOO_MANY_REQUESTS = 10_028;
  public static final int SETTLEMENT_IN_PROGRESS = 10_041;
  public static final int NOT_OPEN_ORDER = 11_044;
  public static final int SYSTEM_MAINTENANCE = 11_051;
  public static final int UNAUTHORIZED = 13_009;

  private static final int MAX_CHARS = 500;
  private static final Pattern CODE = Pattern.compile("-?[0-9]{1,9}");
  private static final Pattern LIMIT = Pattern.compile(".* (-?[0-9]{1,15}(?:\\.[0-9]{1,15})?)");

  /** Reads the error object; parts that are missing or odd are left empty. */
  public static DeribitError of(JsonNode error) {
    String code = error.path("code").asText();
    JsonNode data = error.path("data");
    return new DeribitError(
        CODE.matcher(code).matches() ? Integer.parseInt(code) : 0,
        printable(error.path("message").asText("")),
        printable(data.path("param").asText("")),
        printable(data.isObject() ? data.path("reason").asText("") : text(data)));
  }

  /** The number that ends the message, as in {@code price_too_high 2180.0}. */
  public Optional<BigDecimal> limit() {
    Matcher matcher = LIMIT.matcher(message);
    return matcher.matches() ? Optional.of(new BigDecimal(matcher.group(1))) : Optional.empty();
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

  /** Code, message and details in one line for people. */
  @Override
  public String toString() {
    String details = (param + " " + reason).strip();
    return code + " " + message + (details.isEmpty() ? "" : " (" + details + ")");
  }
}
