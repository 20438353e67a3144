package io.arb.core.wire;

import java.util.Map;

/**
 * The answer to an {@link HttpCall}. Immutable.
 *
 * @param status HTTP status, from 200 to 599
 * @param contentType media type of the body
 * @param headers further headers
 * @param body sent as UTF-8
 */
public record HttpReply(int status, String contentType, Map<String, String> headers, String body) {
  public HttpReply {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("HttpReply status must be from 200 to 599, got " + status);
    }
    headers = Map.copyOf(headers);
  }

  /** A JSON body with status 200. */
  public static HttpReply json(String body) {
    return json(200, body);
  }

  /** A JSON body with any status. */
  public static HttpReply json(int status, String body) {
    return new HttpReply(status, "application/json", Map.of(), body);
  }

  /** A plain text body with any status. */
  public static HttpReply text(int status, String body) {
    return new HttpReply(status, "text/plain", Map.of(), body);
  }
}
