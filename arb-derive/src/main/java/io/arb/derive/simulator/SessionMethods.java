package io.arb.derive.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.arb.core.wire.Fields;
import io.arb.core.wire.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What belongs to a connection: login, subscriptions, cancel-on-disconnect. An acknowledgement
 * leaves before the snapshots of the channels. Owned by the simulator's thread.
 */
final class SessionMethods {
  private static final int MOST_CHANNELS = 10_000;
  private static final String OK = "ok";

  private final House house;
  private final Publisher publisher;
  private final LoginCheck logins;

  SessionMethods(House house, Publisher publisher) {
    this.house = house;
    this.publisher = publisher;
    this.logins = new LoginCheck(house);
  }

  void addTo(Map<String, Method> table) {
    table.put("public/login", Method.of(Access.PUBLIC, this::login).onlyOverSocket());
    table.put(
        "subscribe",
        new Method(Access.PUBLIC, Method.Budget.OTHER, false, params -> {}, this::subscribe));
    table.put("unsubscribe", Method.of(Access.PUBLIC, this::unsubscribe).onlyOverSocket());
    table.put(
        "private/set_cancel_on_disconnect",
        Method.of(Access.ACCOUNT, this::cancelOnDisconnect).onlyOverSocket());
  }

  private JsonNode login(Call call) {
    Fields params = call.params();
    JsonNode timestamp = params.node().path("timestamp");
    if (!timestamp.isTextual() && !(house.isV3() && timestamp.isIntegralNumber())) {
      throw params.wrong("timestamp", "milliseconds since 1970 as a string");
    }
    Login login = logins.check(params.text("wallet"), timestamp.asText(), params.text("signature"));
    call.session().login(login);
    ArrayNode ids = Json.array();
    login.subaccounts().forEach(ids::add);
    return ids;
  }

  private JsonNode cancelOnDisconnect(Call call) {
    house
        .registry()
        .cancelOnDisconnect(call.caller().wallet().address(), call.params().bool("enabled"));
    return TextNode.valueOf(OK);
  }

  private void subscribe(Call call) {
    List<String> channels = call.params().texts("channels");
    Session session = call.session();
    Map<String, Status> statuses = new LinkedHashMap<>();
    channels.forEach(name -> statuses.put(name, judge(session, name)));
    refuseIfAllAre(statuses);
    statuses.forEach(
        (name, status) -> {
          if (status.channel().isPresent()) {
            session.subscriptions().add(name);
          }
        });
    call.answer(acknowledgement(session, statuses));
    statuses.forEach(
        (name, status) ->
            status.channel().ifPresent(channel -> publisher.snapshot(session, name, channel)));
  }

  /**
   * What became of one channel.
   *
   * @param channel empty: not subscribed now
   * @param isPrivate refused for want of a login
   */
  private record Status(Optional<Channel> channel, String text, boolean isPrivate) {}

  private Status judge(Session session, String name) {
    String currency = house.venue().market().perpetual().underlying().symbol();
    Channel.Read read = Channel.read(name, house.listing(), currency, house.isV3());
    if (read.channel().isEmpty()) {
      return new Status(Optional.empty(), read.fault(), false);
    }
    if (read.channel().get() instanceof Channel.Own own && !mayHear(session, own)) {
      return new Status(Optional.empty(), "Subscription to a private channel failed", true);
    }
    if (house.isV3() && session.subscriptions().contains(name)) {
      return new Status(Optional.empty(), "Already subscribed", false);
    }
    return session.subscriptions().size() < MOST_CHANNELS
        ? new Status(read.channel(), OK, false)
        : new Status(Optional.empty(), "Too many channels", false);
  }

  private static boolean mayHear(Session session, Channel.Own own) {
    return session
        .loginFor(own.subaccountId())
        .filter(login -> login.covers(own.subaccountId()) && login.allows(Access.READ))
        .isPresent();
  }

  private static void refuseIfAllAre(Map<String, Status> statuses) {
    boolean allRefused =
        statuses.values().stream().noneMatch(status -> status.channel().isPresent());
    boolean known = statuses.values().stream().anyMatch(status -> status.text().startsWith("Alr"));
    if (allRefused && !known) {
      boolean all = !statuses.isEmpty() && statuses.values().stream().allMatch(Status::isPrivate);
      throw RpcError.of(
          all ? ErrorCode.PRIVATE_CHANNEL : ErrorCode.CHANNELS,
          statuses.values().stream().map(Status::text).findFirst().orElse("no channels"));
    }
  }

  private static ObjectNode acknowledgement(Session session, Map<String, Status> statuses) {
    ObjectNode result = Json.object();
    ObjectNode texts = result.putObject("status");
    statuses.forEach((name, status) -> texts.put(name, status.text()));
    ArrayNode current = result.putArray("current_subscriptions");
    session.subscriptions().forEach(current::add);
    return result;
  }

  private JsonNode unsubscribe(Call call) {
    Session session = call.session();
    List<String> channels =
        call.params().has("channels")
            ? call.params().texts("channels")
            : List.copyOf(session.subscriptions());
    ObjectNode result = Json.object();
    ObjectNode status = result.putObject("status");
    channels.forEach(
        name -> status.put(name, session.subscriptions().remove(name) ? OK : "Not subscribed"));
    ArrayNode remaining = result.putArray("remaining_subscriptions");
    session.subscriptions().forEach(remaining::add);
    return result;
  }
}
