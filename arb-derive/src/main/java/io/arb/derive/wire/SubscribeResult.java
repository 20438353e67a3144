package io.arb.derive.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.wire.Fields;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What became of each channel of a subscription. Source: Derive API, subscribe.
 *
 * @param status {@code ok} or the venue's complaint, by channel
 * @param currentSubscriptions every channel that the connection has
 */
public record SubscribeResult(Map<String, String> status, Set<String> currentSubscriptions) {
  private static final String OK = "ok";

  public SubscribeResult {
    status = Map.copyOf(status);
    currentSubscriptions = Set.copyOf(currentSubscriptions);
  }

  public static SubscribeResult of(JsonNode result) {
    Fields fields = Fields.of(result, "subscribe");
    Map<String, String> status = new LinkedHashMap<>();
    fields
        .object("status")
        .node()
        .properties()
        .forEach(entry -> status.put(entry.getKey(), entry.getValue().asText()));
    Set<String> current =
        fields.has("current_subscriptions")
            ? new HashSet<>(fields.texts("current_subscriptions"))
            : Set.of();
    return new SubscribeResult(status, current);
  }

  /** Whether news of the channel will come; one subscribed before is complained of but stays. */
  public boolean isSubscribed(String channel) {
    return OK.equals(status.get(channel)) || currentSubscriptions.contains(channel);
  }

  /** The venue's word on a channel. */
  public String complaint(String channel) {
    return status.getOrDefault(channel, "not mentioned in the reply");
  }
}
