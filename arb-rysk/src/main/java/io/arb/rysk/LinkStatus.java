package io.arb.rysk;

import io.arb.core.evm.Address;
import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.SourceEvent.SourceStatusChanged;
import io.arb.core.model.SourceId;
import io.arb.core.spi.EventSink;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts the states of the connections together: the source is LIVE while {@code /maker} is up,
 * because quotes can be sent and trades heard of; which request streams are missing is said in the
 * reason. Reports each change. Safe from any thread.
 */
final class LinkStatus {
  private final SourceId source;
  private final List<Address> assets;
  private final EventSink events;
  private final Set<Address> streaming = new LinkedHashSet<>();
  private boolean makerUp;

  LinkStatus(SourceId source, List<Address> assets, EventSink events) {
    this.source = source;
    this.assets = assets;
    this.events = events;
  }

  synchronized void makerUp() {
    makerUp = true;
    report(ConnectionStatus.LIVE, "connected");
  }

  synchronized void makerDown(String reason) {
    makerUp = false;
    report(ConnectionStatus.DOWN, reason);
  }

  synchronized void streamUp(Address asset) {
    streaming.add(asset);
    reportIfLive("requests of " + asset + " connected");
  }

  synchronized void streamDown(Address asset, String reason) {
    streaming.remove(asset);
    reportIfLive("requests of " + asset + " lost: " + reason);
  }

  private void reportIfLive(String reason) {
    if (makerUp) {
      report(ConnectionStatus.LIVE, reason);
    }
  }

  /** Reports while locked, so that changes are heard in the order in which they happened. */
  private void report(ConnectionStatus status, String reason) {
    events.accept(new SourceStatusChanged(source, status, reason + "; " + streams()));
  }

  private String streams() {
    List<Address> missing = assets.stream().filter(asset -> !streaming.contains(asset)).toList();
    String count = streaming.size() + " of " + assets.size() + " request streams up";
    return missing.isEmpty()
        ? count
        : count
            + ", without "
            + missing.stream().map(Address::hex).collect(Collectors.joining(" "));
  }
}
