package io.arb.derive.session;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.wire.Json;
import io.arb.core.wire.SessionLoop;
import io.arb.core.wire.WireFormatException;
import io.arb.derive.wire.SubscribeResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The market data channels that are wanted, and how the venue took them. Every channel's status is
 * looked at: a refused one is reported and tried again a few times. Owned by the session's thread.
 */
final class Channels {
  private static final Logger LOG = LoggerFactory.getLogger(Channels.class);
  private static final int BATCH = 50;
  private static final int MAX_ATTEMPTS = 4;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final RequestDesk desk;
  private final SessionLoop loop;
  private final Set<String> wanted = new LinkedHashSet<>();
  private final Set<String> subscribed = new LinkedHashSet<>();
  private final Set<String> asked = new LinkedHashSet<>();
  private final Map<String, Integer> attempts = new HashMap<>();
  private boolean live;

  Channels(RequestDesk desk, SessionLoop loop) {
    this.desk = desk;
    this.loop = loop;
  }

  /** Exactly these from now on, also over reconnects. */
  void want(Set<String> channels) {
    List<String> gone = wanted.stream().filter(channel -> !channels.contains(channel)).toList();
    wanted.clear();
    wanted.addAll(channels);
    attempts.keySet().retainAll(channels);
    if (live) {
      unsubscribe(gone);
      subscribeMissing();
    }
  }

  /** A fresh connection has nothing: ask for everything. */
  void restore() {
    live = true;
    subscribed.clear();
    asked.clear();
    attempts.clear();
    subscribeMissing();
  }

  void lost() {
    live = false;
    subscribed.clear();
    asked.clear();
  }

  /** How many channels should bring news now. */
  int size() {
    return subscribed.size();
  }

  /** Whether this is a wanted channel of market data. */
  boolean contains(String channel) {
    return wanted.contains(channel);
  }

  private void subscribeMissing() {
    List<String> missing =
        wanted.stream()
            .filter(channel -> !subscribed.contains(channel) && !asked.contains(channel))
            .filter(channel -> attempts.getOrDefault(channel, 0) < MAX_ATTEMPTS)
            .toList();
    asked.addAll(missing);
    missing.forEach(channel -> attempts.merge(channel, 1, Integer::sum));
    for (List<String> batch : batches(missing)) {
      desk.submit(Call.read("subscribe", params(batch), answer -> onAnswer(batch, answer)));
    }
  }

  private void onAnswer(List<String> batch, Answer answer) {
    List<String> refused = new ArrayList<>();
    batch.forEach(asked::remove);
    if (answer instanceof Answer.Result(var result)) {
      try {
        SubscribeResult status = SubscribeResult.of(result);
        batch.forEach(channel -> note(channel, status, refused));
      } catch (WireFormatException e) {
        LOG.warn("Unreadable answer to a subscription: {}", e.getMessage());
        refused.addAll(batch);
      }
    } else {
      LOG.warn("Subscription of {} failed: {}", batch, answer.problem());
      refused.addAll(batch);
    }
    if (!refused.isEmpty() && live) {
      reportGivenUp(refused);
      loop.after(RETRY_AFTER, this::retry);
    }
  }

  private void reportGivenUp(List<String> refused) {
    for (String channel : refused) {
      if (attempts.getOrDefault(channel, 0) >= MAX_ATTEMPTS) {
        LOG.error("Channel {} is given up until the next connection", channel);
      }
    }
  }

  private void note(String channel, SubscribeResult status, List<String> refused) {
    if (!wanted.contains(channel)) {
      return;
    }
    if (status.isSubscribed(channel)) {
      subscribed.add(channel);
    } else {
      LOG.warn("Channel {} was refused: {}", channel, status.complaint(channel));
      refused.add(channel);
    }
  }

  private void retry() {
    if (live) {
      subscribeMissing();
    }
  }

  private void unsubscribe(List<String> channels) {
    channels.forEach(subscribed::remove);
    channels.forEach(asked::remove);
    for (List<String> batch : batches(channels)) {
      desk.submit(
          Call.read(
              "unsubscribe",
              params(batch),
              answer -> LOG.debug("Unsubscribed {}: {}", batch, answer)));
    }
  }

  static ObjectNode params(Collection<String> channels) {
    ArrayNode list = Json.array();
    channels.forEach(list::add);
    return Json.object().set("channels", list);
  }

  private static List<List<String>> batches(List<String> channels) {
    List<List<String>> batches = new ArrayList<>();
    for (int from = 0; from < channels.size(); from += BATCH) {
      batches.add(channels.subList(from, Math.min(from + BATCH, channels.size())));
    }
    return batches;
  }
}
