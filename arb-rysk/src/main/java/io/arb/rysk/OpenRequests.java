package io.arb.rysk;

import io.arb.core.model.RfqId;
import io.arb.rysk.wire.RfqRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The newest requests that were passed on, by id; a request with new terms replaces the old one.
 * Safe from any thread.
 */
final class OpenRequests {
  private static final int KEPT = 4096;

  private final Duration repeatWindow;
  private final Map<RfqId, OpenRequest> requests = new LinkedHashMap<>();

  OpenRequests(Duration repeatWindow) {
    this.repeatWindow = repeatWindow;
  }

  /** Whether this very request was passed on a short time ago. */
  synchronized boolean isRepeat(RfqRequest request, Instant now) {
    OpenRequest known = requests.get(new RfqId(request.id()));
    return known != null
        && known.request().equals(request)
        && now.isBefore(known.rfq().receivedAt().plus(repeatWindow));
  }

  synchronized void put(OpenRequest request) {
    requests.remove(request.rfq().id()); // so that it counts as new
    requests.put(request.rfq().id(), request);
    if (requests.size() > KEPT) {
      requests.remove(requests.keySet().iterator().next());
    }
  }

  synchronized Optional<OpenRequest> find(RfqId id) {
    return Optional.ofNullable(requests.get(id));
  }
}
