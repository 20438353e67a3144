package io.arb.deribit.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.wire.Fields;
import io.arb.core.wire.Json;
import io.arb.core.wire.SessionLoop;
import io.arb.core.wire.WireFormatException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The market data channels that are wanted, and how the venue took them. A channel that the venue
 * does not want to give is only missing in its answer: it is reported and tried again a few times.
 * A channel that must begin anew is given back first, because the venue sends no second snapshot to
 * whoever holds it. Owned by the session's thread. Source: Deribit API, public/subscribe.
 */
final class Channels {
  private static final Logger LOG = LoggerFactory.getLogger(Channels.class);
  private static final int BATCH = 200;
  private static final int MAX_ATTEMPTS = 4;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
  private static final Duration RESUBSCRIBE_FIRST = Duration.ofMillis(20);
  private static final int MAX_DOUBLINGS = 9;
  private static final String SUBSCRIBE = "public/subscribe";
  private static final String UNSUBSCRIBE = "public/unsubscribe";

  private final RequestDesk desk;
  private final SessionLoop loop;
  private final RandomGenerator random;
  private final Set<String> wanted = new LinkedHashSet<>();
  private final Set<String> subscribed = new LinkedHashSet<>();
  private final Set<String> asked = new LinkedHashSet<>();
  private final Map<String, Integer> attempts = new HashMap<>();
  private final Map<String, Integer> restarts = new HashMap<>();
  private boolean live;
  private int connection;

  Channels(RequestDesk desk, SessionLoop loop, RandomGenerator random) {
    this.desk = desk;
    this.loop = loop;
    this.random = random;
  }

  /** Exactly these from now on, also over reconnects. */
  void want(Set<String> channels) {
    List<String> gone = wanted.stream().filter(channel -> !channels.contains(channel)).toList();
    wanted.clear();
    wanted.addAll(channels);
    attempts.keySet().retainAll(channels);
    restarts.keySet().retainAll(channels);
    if (live) {
      unsubscribe(gone);
      subscribeMissing();
    }
  }

  /** A fresh connection has nothing: ask for everything. */
  void restore() {
    live = true;
    connection++;
    subscribed.clear();
    asked.clear();
    attempts.clear();
    restarts.clear();
    subscribeMissing();
  }

  void lost() {
    live = false;
    connection++;
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

  /**
   * Gives a channel back and asks for it again, for a fresh snapshot: after a pause that doubles
   * with each time and has jitter, so that many books with gaps do not use up the credits.
   */
  void restart(String channel) {
    if (!live || !wanted.contains(channel) || !asked.add(channel)) {
      return;
    }
    subscribed.remove(channel);
    int before = restarts.merge(channel, 1, Integer::sum) - 1;
    long ceilingNanos = RESUBSCRIBE_FIRST.toNanos() << Math.min(before, MAX_DOUBLINGS);
    Duration pause = Duration.ofNanos(ceilingNanos / 2 + random.nextLong(ceilingNanos / 2));
    whileConnected(pause, () -> giveBack(channel));
  }

  private void giveBack(String channel) {
    desk.submit(
        Call.read(
            UNSUBSCRIBE,
            params(List.of(channel)),
            answer -> {
              asked.remove(channel);
              subscribeMissing();
            }));
  }

  private void whileConnected(Duration delay, Runnable task) {
    int planned = connection;
    loop.after(
        delay,
        () -> {
          if (planned == connection && live) {
            task.run();
          }
        });
  }

  private void subscribeMissing() {
    if (!live) {
      return;
    }
    List<String> missing =
        wanted.stream()
            .filter(channel -> !subscribed.contains(channel) && !asked.contains(channel))
            .filter(channel -> attempts.getOrDefault(channel, 0) < MAX_ATTEMPTS)
            .toList();
    asked.addAll(missing);
    missing.forEach(channel -> attempts.merge(channel, 1, Integer::sum));
    for (List<String> batch : batches(missing)) {
      int planned = connection;
      desk.submit(
          Call.read(
              SUBSCRIBE,
              params(batch),
              answer -> {
                if (planned == connection) {
                  onAnswer(batch, answer);
                }
              }));
    }
  }

  private void onAnswer(List<String> batch, Answer answer) {
    Set<String> granted = Set.of();
    if (answer instanceof Answer.Result(JsonNode result)) {
      try {
        granted = granted(result);
      } catch (WireFormatException e) {
        LOG.warn("Unreadable answer to a subscription: {}", e.getMessage());
      }
    } else {
      LOG.warn("Subscription of {} failed: {}", batch, answer.problem());
    }
    List<String> refused = new ArrayList<>();
    for (String channel : batch) {
      asked.remove(channel);
      if (granted.contains(channel)) {
        subscribed.add(channel);
        attempts.remove(channel);
      } else if (wanted.contains(channel)) {
        refused.add(channel);
      }
    }
    if (!refused.isEmpty() && live) {
      report(refused);
      whileConnected(RETRY_AFTER, this::subscribeMissing);
    }
  }

  private void report(List<String> refused) {
    for (String channel : refused) {
      if (attempts.getOrDefault(channel, 0) >= MAX_ATTEMPTS) {
        LOG.error("Channel {} is given up until the next connection", channel);
      } else {
        LOG.warn("Channel {} was not granted", channel);
      }
    }
  }

  private void unsubscribe(List<String> channels) {
    channels.forEach(subscribed::remove);
    channels.forEach(asked::remove);
    for (List<String> batch : batches(channels)) {
      desk.submit(
          Call.read(
              UNSUBSCRIBE,
              params(batch),
              answer -> LOG.debug("Unsubscribed {}: {}", batch, answer)));
    }
  }

  /** The channels that the venue granted: the list that it answers with. */
  static Set<String> granted(JsonNode result) {
    return Set.copyOf(Fields.of(Json.object().set("$", result), SUBSCRIBE).texts("$"));
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
