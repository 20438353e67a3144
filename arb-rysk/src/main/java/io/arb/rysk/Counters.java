package io.arb.rysk;

import io.arb.rysk.RyskStatistics.Count;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts for a {@link RyskStatistics}. Safe from any thread. */
final class Counters {
  /** A venue that invents codes or ids must not fill the memory. */
  private static final int MAX_CODES = 256;

  private final Map<Count, Long> counts = new ConcurrentHashMap<>();
  private final Map<String, Long> unanswerable = new ConcurrentHashMap<>();
  private final Map<Integer, Long> refusals = new ConcurrentHashMap<>();

  void add(Count what) {
    counts.merge(what, 1L, Long::sum);
  }

  void addUnanswerable(String reason) {
    unanswerable.merge(reason, 1L, Long::sum);
  }

  void addRefusal(int code) {
    if (refusals.containsKey(code) || refusals.size() < MAX_CODES) {
      refusals.merge(code, 1L, Long::sum);
    }
  }

  RyskStatistics snapshot() {
    Map<Count, Long> all =
        Arrays.stream(Count.values())
            .collect(Collectors.toMap(Function.identity(), what -> counts.getOrDefault(what, 0L)));
    return new RyskStatistics(all, unanswerable, refusals);
  }
}
