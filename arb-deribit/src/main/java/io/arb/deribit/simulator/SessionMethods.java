package io.arb.deribit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.arb.core.wire.Json;
import io.arb.deribit.simulator.Method.Pool;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Login, heartbeat, cancel-on-disconnect and subscriptions. Owned by the simulator's thread. */
final class SessionMethods {
  private static final TextNode OK = TextNode.valueOf("ok");
  private static final String VERSION = "1.2.26";
  private static final int SHORTEST_HEARTBEAT = 10;
  private static final int LONGEST_HEARTBEAT = 86_400;
  private static final int NORMAL_CLOSE = 1000;

  private final House house;
  private final Sessions sessions;
  private final Tokens tokens;
  private final Authentication authentication;
  private final Publisher publisher;

  SessionMethods(
      House house,
      Sessions sessions,
      Tokens tokens,
      Authentication authentication,
      Publisher publisher) {
    this.house = house;
    this.sessions = sessions;
    this.tokens = tokens;
    this.authentication = authentication;
    this.publisher = publisher;
  }

  void addTo(Map<String, Method> table) {
    table.put("public/auth", Method.of(Access.PUBLIC, authentication::auth));
    table.put("private/logout", logout().onlyOverSocket());
    table.put("public/hello", Method.of(Access.PUBLIC, call -> version()));
    table.put("public/test", Method.of(Access.PUBLIC, this::test));
    table.put("public/status", Method.of(Access.PUBLIC, call -> status()));
    table.put(
        "public/get_time",
        Method.of(Access.PUBLIC, call -> LongNode.valueOf(house.now().toEpochMilli())));
    table.put("public/set_heartbeat", Method.of(Access.PUBLIC, this::heartbeat).onlyOverSocket());
    table.put(
        "public/disable_heartbeat", Method.of(Access.PUBLIC, this::noHeartbeat).onlyOverSocket());
    addCancelOnDisconnect(table);
    addSubscriptions(table);
  }

  private void addCancelOnDisconnect(Map<String, Method> table) {
    table.put(
        "private/enable_cancel_on_disconnect",
        Method.of(Access.ACCOUNT_WRITE, call -> cancelOnDisconnect(call, true)).onlyOverSocket());
    table.put(
        "private/disable_cancel_on_disconnect",
        Method.of(Access.ACCOUNT_WRITE, call -> cancelOnDisconnect(call, false)).onlyOverSocket());
    table.put(
        "private/get_cancel_on_disconnect",
        Method.of(Access.ACCOUNT_READ, this::cancelsOnDisconnect).onlyOverSocket());
  }

  private void addSubscriptions(Map<String, Method> table) {
    for (Access access : new Access[] {Access.PUBLIC, Access.LOGIN}) {
      String prefix = access == Access.PUBLIC ? "public/" : "private/";
      table.put(prefix + "subscribe", subscribing(access));
      table.put(
          prefix + "unsubscribe",
          Method.of(access, this::unsubscribe).taking(Pool.SUBSCRIBE).onlyOverSocket());
      table.put(
          prefix + "unsubscribe_all",
          Method.of(access, this::unsubscribeAll).taking(Pool.SUBSCRIBE).onlyOverSocket());
    }
  }

  /** Closes the connection without an answer; its orders stay. */
  private Method logout() {
    return new Method(
        Access.LOGIN,
        DeribitFaults.Queue.PRIVATE,
        Pool.ORDINARY,
        true,
        call -> {
          call.session().cancelsOnDisconnect(false);
          if (call.params().flag("invalidate_token", true)) {
            call.login().ifPresent(tokens::revoke);
          }
          sessions.end(call.session(), NORMAL_CLOSE, "logout");
        });
  }

  private static ObjectNode version() {
    return Json.object().put("version", VERSION);
  }

  private JsonNode test(Call call) {
    call.session().heartbeat().ifPresent(Heartbeat::answered);
    if (call.params().optionalText("expected_result").filter("exception"::equals).isPresent()) {
      throw RpcError.of(ErrorCode.INTERNAL_SERVER_ERROR);
    }
    return version();
  }

  private JsonNode status() {
    ObjectNode json = Json.object();
    boolean partial = !house.platform().lockedIndices().isEmpty();
    json.put("locked", partial ? "partial" : "false");
    if (partial) {
      ArrayNode names = json.putArray("locked_indices");
      house.platform().lockedIndices().stream().sorted().forEach(names::add);
    }
    return json;
  }

  private JsonNode heartbeat(Call call) {
    long seconds = call.params().integer("interval");
    if (seconds < SHORTEST_HEARTBEAT) {
      throw RpcError.invalid("interval", "value must be >= 10");
    }
    Duration interval = Duration.ofSeconds(Math.min(seconds, LONGEST_HEARTBEAT));
    call.session().heartbeat(new Heartbeat(interval, house.now()));
    return OK;
  }

  private JsonNode noHeartbeat(Call call) {
    call.session().heartbeat(null);
    return OK;
  }

  private static boolean isAccountWide(Call call) {
    return switch (call.params().optionalText("scope").orElse("connection")) {
      case "connection" -> false;
      case "account" -> true;
      default -> throw RpcError.invalid("scope", "wrong format");
    };
  }

  /** With scope {@code account} it counts for later connections only. */
  private JsonNode cancelOnDisconnect(Call call, boolean enabled) {
    if (!isAccountWide(call)) {
      call.session().cancelsOnDisconnect(enabled);
    } else if (enabled) {
      keepOthers(call.account());
      sessions.cancellingAccounts().add(call.account());
    } else {
      sessions.cancellingAccounts().remove(call.account());
    }
    return OK;
  }

  /** What is connected already goes on as before. */
  private void keepOthers(Account account) {
    sessions.open().stream()
        .filter(session -> session.login().filter(l -> l.account() == account).isPresent())
        .forEach(session -> session.cancelsOnDisconnect(sessions.cancels(session)));
  }

  private JsonNode cancelsOnDisconnect(Call call) {
    boolean wide = isAccountWide(call);
    boolean enabled =
        wide
            ? sessions.cancellingAccounts().contains(call.account())
            : sessions.cancels(call.session());
    return Json.object().put("scope", wide ? "account" : "connection").put("enabled", enabled);
  }

  /** Answers first, then sends what new listeners are sent at once. */
  private Method subscribing(Access access) {
    return new Method(
        access,
        access == Access.PUBLIC ? DeribitFaults.Queue.PUBLIC : DeribitFaults.Queue.PRIVATE,
        Pool.SUBSCRIBE,
        false,
        call -> {
          Map<String, Channel> wanted = wanted(call);
          Map<String, Subscription> begun = new LinkedHashMap<>();
          String label = call.params().optionalText("label").orElse("");
          wanted.forEach(
              (name, channel) -> {
                Subscription made = new Subscription(channel, label, house.now());
                if (call.session().subscriptions().putIfAbsent(name, made) == null) {
                  begun.put(name, made);
                }
              });
          call.answer(names(List.copyOf(wanted.keySet())));
          begun.forEach((name, made) -> publisher.begin(call.session(), name, made));
        });
  }

  /** Bad channels are left out; a raw one without login fails the whole call. */
  private Map<String, Channel> wanted(Call call) {
    Map<String, Channel> wanted = new LinkedHashMap<>();
    for (String name : call.params().texts("channels")) {
      Optional<Channel> channel = Channel.parse(name, house.listing());
      if (channel.filter(Channel::isRawMarketData).isPresent() && call.login().isEmpty()) {
        throw RpcError.of(ErrorCode.RAW_SUBSCRIPTIONS_NOT_AVAILABLE_FOR_UNAUTHORIZED);
      }
      channel
          .filter(each -> !each.isPrivate() || call.login().isPresent())
          .ifPresent(each -> wanted.put(name, each));
    }
    return wanted;
  }

  private static ArrayNode names(List<String> names) {
    ArrayNode array = Json.array();
    names.forEach(array::add);
    return array;
  }

  private JsonNode unsubscribe(Call call) {
    List<String> removed =
        call.params().texts("channels").stream()
            .filter(name -> call.session().subscriptions().remove(name) != null)
            .toList();
    return names(removed);
  }

  private JsonNode unsubscribeAll(Call call) {
    call.session().subscriptions().clear();
    return OK;
  }
}
