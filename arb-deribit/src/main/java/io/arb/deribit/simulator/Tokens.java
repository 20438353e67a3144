package io.arb.deribit.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The tokens that are out. A refresh kills the old access token at once and uses the refresh token
 * up; the 17th session of a key pushes the oldest out. Owned by the simulator's thread.
 */
final class Tokens {
  private static final int MOST_SESSIONS = 16;

  private final House house;
  private final Map<String, Login> byAccess = new HashMap<>();
  private final Map<String, Login> byRefresh = new HashMap<>();
  private final Map<String, Map<String, Login>> sessions = new HashMap<>();

  Tokens(House house) {
    this.house = house;
  }

  /** Gives a new login its first tokens. */
  void issue(Login login) {
    renew(login);
    login.scopes().session().ifPresent(name -> keep(login, name));
  }

  private void keep(Login login, String name) {
    Map<String, Login> own =
        sessions.computeIfAbsent(login.clientId(), key -> new LinkedHashMap<>());
    own.remove(name);
    own.put(name, login);
    if (own.size() > MOST_SESSIONS) {
      String oldest = own.keySet().iterator().next();
      Optional.ofNullable(own.remove(oldest)).ifPresent(this::revoke);
    }
  }

  /** The login of a refresh token, with new tokens. */
  Optional<Login> refresh(String refreshToken) {
    Optional<Login> found = Optional.ofNullable(byRefresh.get(refreshToken));
    found.ifPresent(this::renew);
    return found;
  }

  private void renew(Login login) {
    forget(login);
    Instant now = house.now();
    login.renew(text(), text(), now, life(login));
    byAccess.put(login.accessToken(), login);
    byRefresh.put(login.refreshToken(), login);
  }

  Duration life(Login login) {
    Duration usual = house.config().tokenLife();
    return login.scopes().life().filter(own -> own.compareTo(usual) < 0).orElse(usual);
  }

  /** The login of an access token that is still good. */
  Optional<Login> find(String accessToken) {
    return Optional.ofNullable(byAccess.get(accessToken))
        .filter(login -> login.isGood(house.now()));
  }

  void revoke(Login login) {
    forget(login);
    login.revoke();
  }

  private void forget(Login login) {
    byAccess.remove(login.accessToken());
    byRefresh.remove(login.refreshToken());
  }

  private String text() {
    StringBuilder text = new StringBuilder(house.now().toEpochMilli() + ".1");
    for (int i = 0; i < 4; i++) {
      text.append('.').append(Long.toUnsignedString(house.random().nextLong(), 36));
    }
    return text.toString();
  }
}
