package io.arb.deribit.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.wire.Fields;
import io.arb.core.wire.Json;
import io.arb.core.wire.WireFormatException;
import io.arb.deribit.wire.StatusResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What comes first on every connection, each step after the one before: hello, the heartbeat, the
 * venue's time, the login, cancel-on-disconnect (switched on and read back), the state of the
 * venue, the private channels. Any failure ends the connection. Owned by the session's thread.
 */
final class Handshake {
  private static final Logger LOG = LoggerFactory.getLogger(Handshake.class);
  private static final ObjectNode THIS_CONNECTION = Json.object().put("scope", "connection");

  private final SessionSettings settings;
  private final RequestDesk desk;
  private final VenueClock clock;
  private final Login login;
  private final VenueState state;
  private final Runnable done;
  private final Consumer<String> failed;

  Handshake(
      SessionSettings settings,
      RequestDesk desk,
      VenueClock clock,
      Login login,
      VenueState state,
      Runnable done,
      Consumer<String> failed) {
    this.settings = settings;
    this.desk = desk;
    this.clock = clock;
    this.login = login;
    this.state = state;
    this.done = done;
    this.failed = failed;
  }

  /** Begins on a fresh connection. */
  void start() {
    step(
        "public/hello",
        Json.object().put("client_name", "arb").put("client_version", "0.1"),
        result -> heartbeat());
  }

  private void heartbeat() {
    step(
        "public/set_heartbeat",
        Json.object().put("interval", settings.heartbeat().toSeconds()),
        result -> {
          requireOk("public/set_heartbeat", result);
          time();
        });
  }

  private void time() {
    Instant askedAt = clock.now();
    step(
        "public/get_time",
        Json.object(),
        result -> {
          clock.onVenueTime(VenueClock.read(result), askedAt);
          login.start(this::cancelOnDisconnect);
        });
  }

  private void cancelOnDisconnect() {
    if (!settings.cancelOnDisconnect()) {
      status();
      return;
    }
    String enable = "private/enable_cancel_on_disconnect";
    step(
        enable,
        THIS_CONNECTION,
        result -> {
          requireOk(enable, result);
          checkCancelOnDisconnect();
        });
  }

  private void checkCancelOnDisconnect() {
    String check = "private/get_cancel_on_disconnect";
    step(
        check,
        THIS_CONNECTION,
        result -> {
          Fields fields = Fields.of(result, check);
          if (!fields.bool("enabled")) {
            throw fields.wrong("enabled", "true");
          }
          status();
        });
  }

  private void status() {
    step(
        "public/status",
        Json.object(),
        result -> {
          state.onStatus(StatusResult.of(result));
          subscribe();
        });
  }

  private void subscribe() {
    List<String> channels = new ArrayList<>(settings.neededChannels());
    channels.addAll(settings.usefulChannels());
    step(
        "private/subscribe",
        Channels.params(channels),
        result -> {
          Set<String> granted = lowerCase(Channels.granted(result));
          requireAll(settings.neededChannels(), granted);
          lowerCase(settings.usefulChannels()).stream()
              .filter(channel -> !granted.contains(channel))
              .forEach(channel -> LOG.warn("Channel {} was not granted", channel));
          done.run();
        });
  }

  /** A refused channel is only missing in the list; names may come back in lower case. */
  private static void requireAll(List<String> channels, Set<String> granted) {
    if (!granted.containsAll(lowerCase(channels))) {
      throw new WireFormatException(
          "private/subscribe", "$", granted.toString(), "all of " + channels);
    }
  }

  private static Set<String> lowerCase(Collection<String> channels) {
    return channels.stream()
        .map(channel -> channel.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private static void requireOk(String method, JsonNode result) {
    if (!result.asText().equals("ok")) {
      throw new WireFormatException(method, "$", result.toString(), "ok");
    }
  }

  private void step(String method, ObjectNode params, Consumer<JsonNode> next) {
    desk.submit(
        Call.handshake(
            method,
            params,
            answer -> {
              if (answer instanceof Answer.Result(JsonNode result)) {
                proceed(next, result);
              } else {
                failed.accept(method + " failed: " + answer.problem());
              }
            }));
  }

  private void proceed(Consumer<JsonNode> next, JsonNode result) {
    try {
      next.accept(result);
    } catch (WireFormatException e) {
      failed.accept(String.valueOf(e.getMessage()));
    }
  }
}
