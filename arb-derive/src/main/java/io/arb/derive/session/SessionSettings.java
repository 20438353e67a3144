package io.arb.derive.session;

import io.arb.core.wire.Backoff;
import io.arb.derive.map.Account;
import java.net.URI;
import java.time.Duration;

/**
 * How a session is run.
 *
 * @param rates how fast requests may be sent
 * @param requestTimeout when an unanswered request counts as unknown
 * @param cancelOnDisconnect whether the venue is to cancel resting orders when the connection ends
 * @param backoff between one connection and the next
 * @param marketSilence reconnect when subscribed market data has been silent for so long
 */
public record SessionSettings(
    Account account,
    URI webSocketUri,
    RequestRates rates,
    Duration requestTimeout,
    boolean cancelOnDisconnect,
    Backoff backoff,
    Duration marketSilence) {}
