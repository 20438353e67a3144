package io.arb.cli.manual;

import io.arb.core.wire.HttpCall;
import io.arb.core.wire.HttpReply;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who is heard: programs on this machine that know the token. Web pages are not, whatever browser
 * they run in: they send an {@code Origin}, or reach us under a host name of their own.
 */
record Gate(BearerToken token) {
  private static final Pattern LOOPBACK =
      Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

  /** Why a request is not heard; empty if it is. */
  Optional<HttpReply> refusal(HttpCall call) {
    if (call.header("Origin").isPresent()) {
      return Optional.of(Answers.error(Answers.FORBIDDEN, "web pages are not allowed here"));
    }
    if (!call.header("Host").filter(LOOPBACK.asMatchPredicate()).isPresent()) {
      return Optional.of(
          Answers.error(Answers.FORBIDDEN, "the Host must be 127.0.0.1 or localhost"));
    }
    return call.header("Authorization").filter(token::isIn).isPresent()
        ? Optional.empty()
        : Optional.of(Answers.unauthorized());
  }
}
