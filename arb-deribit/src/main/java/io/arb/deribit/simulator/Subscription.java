package io.arb.deribit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One channel of one connection, with what waits for the end of its interval. Owned by the
 * simulator's thread.
 */
final class Subscription {
  private final Channel channel;
  private final String label;
  private final List<JsonNode> waiting = new ArrayList<>();
  private Instant sentAt;

  /**
   * @param label comes back with every notification; empty: none
   */
  Subscription(Channel channel, String label, Instant now) {
    this.channel = channel;
    this.label = label;
    this.sentAt = now;
  }

  Channel channel() {
    return channel;
  }

  String label() {
    return label;
  }

  void hold(JsonNode data) {
    waiting.add(data);
  }

  /** What has waited for at least {@code interval}; empty if it is too early. */
  List<JsonNode> due(Interval interval, Instant now) {
    if (waiting.isEmpty() || now.isBefore(sentAt.plus(interval.period()))) {
      return List.of();
    }
    List<JsonNode> due = List.copyOf(waiting);
    waiting.clear();
    sentAt = now;
    return due;
  }
}
