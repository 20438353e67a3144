package io.arb.deribit.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.wire.Json;
import io.arb.core.wire.SessionLoop;
import io.arb.core.wire.WireFormatException;
import io.arb.deribit.wire.AuthResult;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs a connection in and keeps it logged in: at four fifths of its life the login is renewed with
 * the refresh token, which is good for once; if that fails, by a full login on the same connection;
 * if that fails, by a new connection. Requests carry no token, because the session scope logs the
 * connection in, so that none can be sent with an old one. Owned by the session's thread. Source:
 * Deribit API, public/auth.
 */
final class Login {
  private static final Logger LOG = LoggerFactory.getLogger(Login.class);
  static final String METHOD = "public/auth";

  private static final Set<String> MAY_READ = Set.of("read", "read_write");
  private static final String WRITE = "read_write";

  private final Credentials credentials;
  private final boolean mustWriteAccount;
  private final RequestDesk desk;
  private final SessionLoop loop;
  private final VenueClock clock;
  private final RandomGenerator random;
  private final Consumer<String> failed;
  private int connection;

  Login(
      SessionSettings settings,
      RequestDesk desk,
      SessionLoop loop,
      VenueClock clock,
      RandomGenerator random,
      Consumer<String> failed) {
    this.credentials = settings.credentials();
    this.mustWriteAccount = settings.cancelOnDisconnect();
    this.desk = desk;
    this.loop = loop;
    this.clock = clock;
    this.random = random;
    this.failed = failed;
  }

  /** Logs a fresh connection in, then goes on. */
  void start(Runnable next) {
    connection++;
    logIn(next);
  }

  /** The connection is gone: what was planned for it is not done. */
  void lost() {
    connection++;
  }

  private void logIn(Runnable next) {
    ask(params(), next, failed);
  }

  private ObjectNode params() {
    ObjectNode params =
        Json.object()
            .put("grant_type", credentials.grant().word())
            .put("client_id", credentials.clientId())
            .put("scope", scope());
    return switch (credentials.grant()) {
      case CREDENTIALS -> params.put("client_secret", credentials.secret().reveal());
      case SIGNATURE -> {
        long timestampMillis = clock.atVenue(clock.now()).toEpochMilli();
        String nonce = HexFormat.of().toHexDigits(random.nextLong());
        yield params
            .put("timestamp", timestampMillis)
            .put("nonce", nonce)
            .put("data", "")
            .put(
                "signature",
                LoginSignature.of(credentials.secret().reveal(), timestampMillis, nonce, ""));
      }
    };
  }

  private String scope() {
    String account = mustWriteAccount ? "account:read_write" : "account:read";
    return "session:" + credentials.sessionName() + " trade:read_write " + account + " wallet:none";
  }

  private void ask(ObjectNode params, Runnable next, Consumer<String> otherwise) {
    int asked = connection;
    desk.submit(
        Call.handshake(
            METHOD,
            params,
            answer -> {
              if (asked == connection) {
                onAnswer(answer, next, otherwise);
              }
            }));
  }

  private void onAnswer(Answer answer, Runnable next, Consumer<String> otherwise) {
    if (!(answer instanceof Answer.Result(JsonNode result))) {
      otherwise.accept(METHOD + " failed: " + answer.problem());
      return;
    }
    AuthResult auth;
    try {
      auth = AuthResult.of(result);
      requireScope(auth);
    } catch (WireFormatException e) {
      otherwise.accept(String.valueOf(e.getMessage()));
      return;
    }
    planRenewal(auth);
    next.run();
  }

  private void requireScope(AuthResult auth) {
    boolean mayTrade = auth.granted("trade").filter(WRITE::equals).isPresent();
    Set<String> enough = mustWriteAccount ? Set.of(WRITE) : MAY_READ;
    boolean mayRead = auth.granted("account").filter(enough::contains).isPresent();
    if (!mayTrade || !mayRead) {
      throw new WireFormatException(METHOD, "scope", auth.scope().toString(), scope());
    }
  }

  private void planRenewal(AuthResult auth) {
    Duration life = Duration.ofSeconds(Math.max(1, auth.expiresInSec()));
    int planned = connection;
    loop.after(
        life.multipliedBy(4).dividedBy(5),
        () -> {
          if (planned == connection) {
            renew(auth.refreshToken());
          }
        });
  }

  private void renew(String refreshToken) {
    ObjectNode params =
        Json.object().put("grant_type", "refresh_token").put("refresh_token", refreshToken);
    ask(
        params,
        () -> LOG.debug("The login is renewed"),
        problem -> {
          LOG.warn("The login could not be renewed, logging in anew: {}", problem);
          logIn(() -> {});
        });
  }
}
