package io.arb.deribit.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.wire.Json;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@code public/auth} with its three grants, and the headers of HTTP calls. Every fault of a
 * credential is one and the same error, 13004. Source: Deribit API, "Authentication". Owned by the
 * simulator's thread.
 */
final class Authentication {
  private static final long WINDOW_MILLIS = 60_000;

  /** A key and whose it is. */
  private record Owner(DeribitKey key, Account account) {}

  private final House house;
  private final Tokens tokens;
  private final Map<String, Owner> owners = new HashMap<>();
  private final Map<String, Instant> usedNonces = new HashMap<>();

  Authentication(House house, Tokens tokens) {
    this.house = house;
    this.tokens = tokens;
    for (DeribitAccount customer : house.config().accounts()) {
      Account account = house.floor().open(customer.name(), false);
      customer.keys().forEach(key -> owners.put(key.clientId(), new Owner(key, account)));
    }
  }

  /** Answers {@code public/auth} and logs the connection in. */
  ObjectNode auth(Call call) {
    Params params = call.params();
    Login login =
        switch (params.text("grant_type")) {
          case "client_credentials" -> byCredentials(params, call.session());
          case "client_signature" -> bySignature(params, call.session());
          case "refresh_token" ->
              tokens.refresh(params.text("refresh_token")).orElseThrow(Authentication::wrong);
          default -> throw RpcError.invalid("grant_type", "wrong format");
        };
    if (call.session().isSocket()) {
      call.session().login(login);
    }
    return answer(login, params);
  }

  private Login byCredentials(Params params, Session session) {
    Owner owner = owner(params.text("client_id"));
    if (!same(owner.key().clientSecret(), params.text("client_secret"))) {
      throw wrong();
    }
    return enter(owner, params.optionalText("scope").orElse(""), session);
  }

  private Login bySignature(Params params, Session session) {
    Owner owner = owner(params.text("client_id"));
    verify(
        owner,
        params.integer("timestamp"),
        params.optionalText("nonce").orElse(""),
        params.optionalText("data").orElse(""),
        params.text("signature"));
    return enter(owner, params.optionalText("scope").orElse(""), session);
  }

  private Login enter(Owner owner, String scope, Session session) {
    Scopes granted = Scopes.grant(scope, owner.key().scopes());
    Login login =
        new Login(
            owner.account(),
            owner.key().clientId(),
            granted,
            session.isSocket() ? session.id() : 0);
    tokens.issue(login);
    return login;
  }

  private Owner owner(String clientId) {
    return Optional.ofNullable(owners.get(clientId)).orElseThrow(Authentication::wrong);
  }

  private void verify(Owner owner, long timestamp, String nonce, String data, String signature) {
    Instant now = house.now();
    boolean inTime = Math.abs(Math.subtractExact(now.toEpochMilli(), timestamp)) <= WINDOW_MILLIS;
    String text = timestamp + "\n" + nonce + "\n" + data;
    String key = owner.key().clientId() + "\n" + timestamp + "\n" + nonce;
    boolean good =
        inTime
            && !usedNonces.containsKey(key)
            && same(hmac(owner.key().clientSecret(), text), signature);
    if (!good) {
      throw wrong();
    }
    usedNonces.values().removeIf(used -> used.isBefore(now.minusMillis(2 * WINDOW_MILLIS)));
    usedNonces.put(key, now);
  }

  /** Lower-case hex of HMAC-SHA256. */
  static String hmac(String secret, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
  }

  private static RpcError wrong() {
    return RpcError.of(ErrorCode.INVALID_CREDENTIALS);
  }

  private ObjectNode answer(Login login, Params params) {
    ObjectNode json = Json.object();
    json.put("access_token", login.accessToken());
    json.put("refresh_token", login.refreshToken());
    json.put("expires_in", tokens.life(login).toSeconds());
    json.put("scope", login.scopes().text());
    json.put("token_type", "bearer");
    login.scopes().session().ifPresent(name -> json.put("sid", login.clientId() + "." + name));
    json.putArray("enabled_features");
    params.optionalText("state").ifPresent(state -> json.put("state", state));
    return json;
  }

  /**
   * The login that an {@code Authorization} header of an HTTP call proves; for signed ones {@code
   * request} is the method, path and body that were signed.
   */
  Login byHeader(String header, String request, Session session) {
    String[] parts = header.split(" ", 2);
    String value = parts.length == 2 ? parts[1] : "";
    return switch (parts[0]) {
      case "Bearer", "bearer" -> tokens.find(value).orElseThrow(RpcError::unauthorized);
      case "Basic" -> basic(value, session);
      case "deri-hmac-sha256" -> signed(value, request, session);
      default -> throw RpcError.unauthorized();
    };
  }

  private Login basic(String value, Session session) {
    String[] pair;
    try {
      pair = new String(Base64.getDecoder().decode(value), UTF_8).split(":", 2);
    } catch (IllegalArgumentException e) {
      throw wrong();
    }
    Owner owner = owner(pair[0]);
    if (pair.length < 2 || !same(owner.key().clientSecret(), pair[1])) {
      throw wrong();
    }
    return enter(owner, "", session);
  }

  private Login signed(String value, String request, Session session) {
    Map<String, String> fields = new HashMap<>();
    for (String field : value.split(",", -1)) {
      int equals = field.indexOf('=');
      fields.put(field.substring(0, Math.max(equals, 0)), field.substring(equals + 1));
    }
    Owner owner = owner(fields.getOrDefault("id", ""));
    String ts = fields.getOrDefault("ts", "");
    long timestamp = ts.matches("\\d{1,15}") ? Long.parseLong(ts) : 0;
    verify(
        owner,
        timestamp,
        fields.getOrDefault("nonce", ""),
        request,
        fields.getOrDefault("sig", ""));
    return enter(owner, "", session);
  }
}
