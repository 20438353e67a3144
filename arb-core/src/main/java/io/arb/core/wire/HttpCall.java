package io.arb.core.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request to a {@link LoopbackServer}. Immutable.
 *
 * @param method {@code GET} or {@code POST}
 * @param path the path as it was sent, case preserved
 * @param query decoded query parameters, in order
 * @param headers request headers; names compare without case
 * @param body the body as UTF-8 text, empty if there is none
 */
public record HttpCall(
    String method,
    String path,
    Map<String, List<String>> query,
    Map<String, String> headers,
    String body) {

  /** The first value of a query parameter. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name)).flatMap(values -> values.stream().findFirst());
  }

  /** The value of a header. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }
}
