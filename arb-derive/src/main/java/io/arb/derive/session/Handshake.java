package io.arb.derive.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.evm.Signer;
import io.arb.core.wire.Json;
import io.arb.core.wire.WireFormatException;
import io.arb.derive.map.Account;
import io.arb.derive.sign.LoginProof;
import io.arb.derive.wire.SubscribeResult;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * What comes first on every connection, each step after the one before: the venue's time, the
 * login, cancel-on-disconnect, the private channels. Any failure ends the connection. Owned by the
 * session's thread.
 */
final class Handshake {
  private final SessionSettings settings;
  private final Signer signer;
  private final RequestDesk desk;
  private final ClockCheck clock;
  private final Runnable done;
  private final Consumer<String> failed;

  Handshake(
      SessionSettings settings,
      Signer signer,
      RequestDesk desk,
      ClockCheck clock,
      Runnable done,
      Consumer<String> failed) {
    this.settings = settings;
    this.signer = signer;
    this.desk = desk;
    this.clock = clock;
    this.done = done;
    this.failed = failed;
  }

  /** Begins on a fresh connection. */
  void start() {
    Instant askedAt = clock.now();
    step(
        "public/get_time",
        Json.object(),
        result -> {
          clock.onVenueTime(venueTime(result), askedAt);
          login();
        });
  }

  /** Reads the answer of public/get_time. */
  static Instant venueTime(JsonNode result) {
    if (!result.canConvertToLong() || !result.isIntegralNumber()) {
      throw new WireFormatException(
          "public/get_time", "$", result.toString(), "milliseconds since 1970");
    }
    return Instant.ofEpochMilli(result.longValue());
  }

  private void login() {
    LoginProof proof =
        LoginProof.sign(settings.account().wallet(), clock.now().toEpochMilli(), signer);
    step(
        "public/login",
        loginParams(settings.account(), proof),
        result -> {
          requireSubaccount(result);
          cancelOnDisconnect();
        });
  }

  static ObjectNode loginParams(Account account, LoginProof proof) {
    ObjectNode params = Json.object().put("wallet", account.wallet().checksummed());
    if (account.profile().generation().loginTimestampIsText()) {
      params.put("timestamp", Long.toString(proof.timestampMillis()));
    } else {
      params.put("timestamp", proof.timestampMillis());
    }
    return params.put("signature", proof.signature().hex());
  }

  private void requireSubaccount(JsonNode result) {
    for (JsonNode id : result) {
      if (id.asLong() == settings.account().subaccountId()) {
        return;
      }
    }
    throw new WireFormatException(
        "public/login",
        "$",
        result.toString(),
        "a list with subaccount " + settings.account().subaccountId());
  }

  private void cancelOnDisconnect() {
    if (!settings.cancelOnDisconnect()) {
      subscribe();
      return;
    }
    step(
        "private/set_cancel_on_disconnect",
        Json.object().put("wallet", settings.account().wallet().checksummed()).put("enabled", true),
        result -> {
          if (!result.asText().equals("ok")) {
            throw new WireFormatException(
                "private/set_cancel_on_disconnect", "$", result.toString(), "ok");
          }
          subscribe();
        });
  }

  private void subscribe() {
    List<String> channels = privateChannels(settings.account().subaccountId());
    step(
        "subscribe",
        Channels.params(channels),
        result -> {
          SubscribeResult status = SubscribeResult.of(result);
          for (String channel : channels) {
            if (!status.isSubscribed(channel)) {
              throw new WireFormatException("subscribe", channel, status.complaint(channel), "ok");
            }
          }
          done.run();
        });
  }

  private static List<String> privateChannels(long subaccountId) {
    return List.of(subaccountId + ".orders", subaccountId + ".trades", subaccountId + ".balances");
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
      failed.accept(e.getMessage());
    }
  }
}
