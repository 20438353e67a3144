package io.arb.core.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Requests that wait for their answer, by the id that the answer will carry. Safe from any thread;
 * whoever is handed a context is the only one, so a request is completed, expired or drained
 * exactly once.
 *
 * @param <T> what the owner needs to know when the answer comes
 */
public final class PendingRequests<T> {
  private record Entry<T>(T context, Instant deadline) {}

  private final Map<String, Entry<T>> entries = new LinkedHashMap<>();

  /**
   * Remembers a request. Call it before the request is sent, or the answer may come first.
   *
   * @throws IllegalStateException if a request with this id is still pending
   */
  public synchronized void add(String id, T context, Instant deadline) {
    if (entries.putIfAbsent(id, new Entry<>(context, deadline)) != null) {
      throw new IllegalStateException("Request id " + id + " is already pending");
    }
  }

  /** Takes the request with this id; empty if there is none, as for a late or repeated answer. */
  public synchronized Optional<T> complete(String id) {
    return Optional.ofNullable(entries.remove(id)).map(Entry::context);
  }

  /** Takes all requests whose deadline is {@code now} or earlier, in the order they were added. */
  public synchronized List<T> expire(Instant now) {
    List<T> expired = new ArrayList<>();
    entries
        .values()
        .removeIf(entry -> !entry.deadline().isAfter(now) && expired.add(entry.context()));
    return expired;
  }

  /** Takes all requests, in the order they were added: after a disconnect no answer will come. */
  public synchronized List<T> drain() {
    List<T> drained = entries.values().stream().map(Entry::context).toList();
    entries.clear();
    return drained;
  }

  /** How many requests wait. */
  public synchronized int size() {
    return entries.size();
  }
}
