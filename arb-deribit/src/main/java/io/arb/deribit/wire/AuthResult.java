package io.arb.deribit.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.wire.Fields;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A login. The access token is not kept: with a session scope the connection itself is logged in.
 * Source: Deribit API, public/auth.
 *
 * @param refreshToken good for one renewal; a secret
 * @param expiresInSec life of the login
 * @param scope what was granted, which may be less than was asked for
 */
public record AuthResult(String refreshToken, long expiresInSec, Set<String> scope) {
  public AuthResult {
    scope = Set.copyOf(scope);
  }

  public static AuthResult of(JsonNode result) {
    Fields fields = Fields.of(result, "public/auth");
    return new AuthResult(
        fields.text("refresh_token"),
        fields.longValue("expires_in"),
        new HashSet<>(Arrays.asList(fields.text("scope").strip().split("\\s+", -1))));
  }

  /** The level that was granted for an area such as {@code trade}; empty if none is named. */
  public Optional<String> granted(String area) {
    return scope.stream()
        .filter(word -> word.startsWith(area + ":"))
        .map(word -> word.substring(area.length() + 1))
        .findFirst();
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "AuthResult[expiresInSec=" + expiresInSec + ", scope=" + scope + "]";
  }
}
