package io.arb.rysk.simulator;

import io.arb.core.evm.Address;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The open connections, and which of them have spoken for which maker. Owned by the simulator's
 * thread.
 */
final class Links {
  private final Venue venue;
  private final Set<Link> open = new LinkedHashSet<>();
  private final Map<Address, Set<Link>> byMaker = new HashMap<>();

  Links(Venue venue) {
    this.venue = venue;
  }

  void opened(Link link) {
    open.add(link);
    link.withholdPongs(venue.has(RyskFault.NO_PONGS));
  }

  void closed(Link link) {
    open.remove(link);
    byMaker.values().forEach(links -> links.remove(link));
    byMaker.values().removeIf(Set::isEmpty);
  }

  /** From now on this connection hears of the maker's trades and of being outbid. */
  void attach(Address maker, Link link) {
    if (open.contains(link)) {
      Set<Link> unused = byMaker.computeIfAbsent(maker, any -> new LinkedHashSet<>());
      unused.add(link);
    }
  }

  void pushToMaker(Address maker, String frame) {
    of(maker).forEach(link -> link.send(frame, venue.faults()));
  }

  List<Link> of(Address maker) {
    return List.copyOf(byMaker.getOrDefault(maker, Set.of()));
  }

  void pushToPath(String path, String frame) {
    at(path).forEach(link -> link.send(frame, venue.faults()));
  }

  /** The connections of exactly this path, or below it if it ends with a slash. */
  List<Link> at(String path) {
    return open.stream()
        .filter(
            link -> path.endsWith("/") ? link.path().startsWith(path) : link.path().equals(path))
        .toList();
  }

  List<Link> all() {
    return List.copyOf(open);
  }
}
