package io.arb.deribit.session;

import io.arb.core.wire.Backoff;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * How a session is run.
 *
 * @param isTestnet which of the two exchanges must answer; the other is never traded on
 * @param rates how fast requests may be sent
 * @param requestTimeout when an unanswered request counts as unknown
 * @param heartbeat how often the venue tests the connection, from 10 s
 * @param cancelOnDisconnect whether the venue is to cancel resting orders when the connection ends
 * @param neededChannels every one of them must be granted before the session is live
 * @param usefulChannels asked for together with those; missed with a warning only
 * @param backoff between one connection and the next
 * @param marketSilence reconnect when subscribed market data has been silent for so long
 */
public record SessionSettings(
    Credentials credentials,
    URI webSocketUri,
    boolean isTestnet,
    RequestRates rates,
    Duration requestTimeout,
    Duration heartbeat,
    boolean cancelOnDisconnect,
    List<String> neededChannels,
    List<String> usefulChannels,
    Backoff backoff,
    Duration marketSilence) {
  public SessionSettings {
    neededChannels = List.copyOf(neededChannels);
    usefulChannels = List.copyOf(usefulChannels);
  }
}
