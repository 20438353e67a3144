package io.arb.rysk;

import io.arb.core.evm.Address;
import io.arb.core.model.RfqId;
import io.arb.core.model.SourceEvent.RfqReceived;
import io.arb.core.model.SourceEvent.RfqUnanswerable;
import io.arb.core.wire.ReconnectingSocket;
import io.arb.rysk.RyskStatistics.Count;
import io.arb.rysk.wire.RfqFrame;
import io.arb.rysk.wire.RfqRequest;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears the requests of one asset. Nothing is ever sent on this connection. Called by its socket's
 * thread.
 */
final class RfqStream implements ReconnectingSocket.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(RfqStream.class);

  private final Scope scope;
  private final Address asset;
  private final RfqScreen screen;
  private final OpenRequests requests;
  private final LinkStatus status;

  RfqStream(
      Scope scope, Address asset, RfqScreen screen, OpenRequests requests, LinkStatus status) {
    this.scope = scope;
    this.asset = asset;
    this.screen = screen;
    this.requests = requests;
    this.status = status;
  }

  @Override
  public void onConnected(int generation) {
    scope.counters().add(Count.CONNECTIONS);
    status.streamUp(asset);
  }

  @Override
  public void onDisconnected(int generation, String reason) {
    status.streamDown(asset, reason);
  }

  @Override
  public void onText(int generation, String text) {
    switch (RfqFrame.parse(text)) {
      case RfqFrame.Request frame -> onRequest(frame.request());
      case RfqFrame.Unreadable frame -> onUnreadable(frame);
      case RfqFrame.Blank frame -> scope.counters().add(Count.BLANK_FRAMES);
    }
  }

  private void onRequest(RfqRequest request) {
    Instant now = scope.clock().instant();
    scope.counters().add(Count.RFQS_RECEIVED);
    if (requests.isRepeat(request, now)) {
      scope.counters().add(Count.RFQS_REPEATED);
      return;
    }
    switch (screen.screen(request, now)) {
      case Screening.Accepted accepted -> {
        requests.put(accepted.request());
        scope.events().accept(new RfqReceived(accepted.request().rfq()));
      }
      case Screening.Declined declined ->
          decline(new RfqId(request.id()), declined.reason(), declined.detail());
    }
  }

  private void onUnreadable(RfqFrame.Unreadable frame) {
    LOG.debug("Unreadable request on {}: {}", asset, frame.problem());
    if (frame.id().isPresent()) {
      scope.counters().add(Count.RFQS_RECEIVED);
      decline(new RfqId(frame.id().get()), "unparsable", frame.problem());
    } else {
      scope.counters().add(Count.UNKNOWN_FRAMES);
    }
  }

  private void decline(RfqId rfq, String reason, String detail) {
    scope.counters().addUnanswerable(reason);
    scope.events().accept(new RfqUnanswerable(scope.id(), rfq, reason, detail));
  }
}
