package io.arb.derive.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.evm.Signer;
import io.arb.core.wire.Json;
import io.arb.core.wire.LivenessPolicy;
import io.arb.core.wire.ReconnectingSocket;
import io.arb.core.wire.SessionLoop;
import io.arb.core.wire.SocketFactory;
import io.arb.core.wire.WireFormatException;
import io.arb.derive.profile.Generation;
import io.arb.derive.wire.DeriveFrame;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One WebSocket for everything, and the way back to it after every break.
 *
 * <pre>
 * DOWN --connected--> HANDSHAKE --logged in, account read--> LIVE
 *   ^                     |                                    |
 *   +---------------------+---------- connection lost ---------+
 * </pre>
 *
 * Before LIVE nothing but the handshake leaves. Owned by the thread of its {@link SessionLoop};
 * only {@link #start} and {@link #close} may be called from another.
 */
public final class DeriveSession implements AutoCloseable {
  /** Told about the session, on its thread. */
  public interface Listener {
    /**
     * Logged in, private channels subscribed. Read the account in {@link Call.Lane#HANDSHAKE}, then
     * call {@link DeriveSession#goLive} or {@link DeriveSession#restart}.
     */
    void onLoggedIn();

    /** Everything may be sent. */
    void onLive();

    /** The connection is gone; called for each that was there. */
    void onDown(String reason);

    void onNotification(String channel, JsonNode data);

    /** The answer to a request that was already given up as unknown. */
    void onLateResult(JsonNode result);
  }

  private static final Logger LOG = LoggerFactory.getLogger(DeriveSession.class);
  private static final String NAME = "derive";
  private static final Duration CHECK_CLOCK_EVERY = Duration.ofSeconds(15);
  private static final Duration CHECK_SILENCE_EVERY = Duration.ofMillis(500);
  private static final int MAX_IN_FLIGHT = 4_096;

  private final SessionSettings settings;
  private final SessionLoop loop;
  private final Listener listener;
  private final ReconnectingSocket socket;
  private final RequestDesk desk;
  private final Channels channels;
  private final ClockCheck clock;
  private final Handshake handshake;
  private final InstantSource ticks = SessionLoop.ticks();
  // Beyond this the socket's thread waits, so that its own guard against falling behind works.
  private final Semaphore inFlight = new Semaphore(MAX_IN_FLIGHT);
  private Instant marketHeardAt = Instant.EPOCH;
  private boolean live;

  /**
   * Makes a session; nothing connects before its start.
   *
   * @param seed for the jitter of the back-off
   */
  public DeriveSession(
      SessionSettings settings,
      Signer signer,
      SocketFactory sockets,
      InstantSource clock,
      long seed,
      SessionLoop loop,
      Listener listener) {
    this.settings = settings;
    this.loop = loop;
    this.listener = listener;
    this.clock = new ClockCheck(clock);
    this.socket =
        new ReconnectingSocket(
            NAME,
            settings.webSocketUri(),
            sockets,
            settings.backoff(),
            LivenessPolicy.STANDARD,
            new SocketEvents(),
            new SplittableRandom(seed));
    Generation generation = settings.account().profile().generation();
    this.desk =
        new RequestDesk(
            socket::send,
            generation.sendsJsonRpc(),
            new RequestLimits(settings.rates(), ticks),
            settings.requestTimeout(),
            ticks);
    this.channels = new Channels(desk, loop);
    this.handshake =
        new Handshake(settings, signer, desk, this.clock, listener::onLoggedIn, this::restart);
  }

  /** Connects and stays connected. */
  public void start() {
    desk.start(loop);
    loop.every(CHECK_CLOCK_EVERY, this::checkClock);
    loop.every(CHECK_SILENCE_EVERY, this::checkSilence);
    socket.start();
  }

  /** Sends a request; before LIVE only in the lane of the handshake. */
  public void submit(Call call) {
    desk.submit(call);
  }

  /** News of exactly these market data channels is wanted, also over reconnects. */
  public void want(Set<String> wanted) {
    channels.want(wanted);
  }

  /** The account is read: the session is fit for everything. */
  public void goLive() {
    live = true;
    marketHeardAt = ticks.instant();
    desk.live();
    listener.onLive();
    channels.restore();
  }

  /** Gives the connection up and dials again after the back-off. */
  public void restart(String reason) {
    if (desk.isConnected()) {
      LOG.warn("Derive session starts again: {}", reason);
      socket.reconnectNow(reason);
    }
  }

  public boolean isLive() {
    return live;
  }

  /** Why nothing may be signed now; empty if signing is safe. */
  public String signingProblem() {
    return clock.isTrusted() ? "" : "our clock differs from the venue's by " + clock.difference();
  }

  /** Ends the connection; what was sent and not answered is reported as unknown. Idempotent. */
  @Override
  public void close() {
    socket.close();
    loop.run(
        () -> {
          if (desk.isConnected()) {
            onDisconnected("closed by us");
          }
        });
  }

  private void checkClock() {
    if (live) {
      Instant askedAt = clock.now();
      submit(Call.read("public/get_time", Json.object(), answer -> onTime(answer, askedAt)));
    }
  }

  private void onTime(Answer answer, Instant askedAt) {
    try {
      if (answer instanceof Answer.Result(JsonNode result)) {
        clock.onVenueTime(Handshake.venueTime(result), askedAt);
      }
    } catch (WireFormatException e) {
      LOG.warn("The venue's time is unreadable: {}", e.getMessage());
    }
  }

  /** The connection answers pings but the market has stopped: it is dead all the same. */
  private void checkSilence() {
    Duration silence = Duration.between(marketHeardAt, ticks.instant());
    if (live && channels.size() > 0 && silence.compareTo(settings.marketSilence()) > 0) {
      marketHeardAt = ticks.instant();
      restart("no market data for " + silence);
    }
  }

  private void onFrame(String text) {
    try {
      switch (DeriveFrame.parse(text)) {
        case DeriveFrame.Result result -> {
          if (!desk.onResult(result)) {
            LOG.warn("Answer to request '{}' came too late", result.id());
            listener.onLateResult(result.result());
          }
        }
        case DeriveFrame.Failure failure -> desk.onFailure(failure);
        case DeriveFrame.Notification news -> {
          if (channels.contains(news.channel())) {
            marketHeardAt = ticks.instant();
          }
          listener.onNotification(news.channel(), news.data());
        }
        case DeriveFrame.Pong pong -> LOG.trace("pong");
      }
    } catch (WireFormatException e) {
      LOG.warn("Unreadable message: {}", e.getMessage());
    }
  }

  private void onConnected(int generation) {
    desk.connected(generation);
    handshake.start();
  }

  private void onDisconnected(String reason) {
    live = false;
    channels.lost();
    desk.disconnected(reason);
    listener.onDown(reason);
  }

  /** Hands what the socket's thread hears to the session's thread, in order. */
  private final class SocketEvents implements ReconnectingSocket.Listener {
    @Override
    public void onConnected(int generation) {
      loop.run(() -> DeriveSession.this.onConnected(generation));
    }

    @Override
    public void onText(int generation, String text) {
      try {
        inFlight.acquire();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      boolean taken =
          loop.run(
              () -> {
                try {
                  onFrame(text);
                } finally {
                  inFlight.release();
                }
              });
      if (!taken) {
        inFlight.release();
      }
    }

    @Override
    public void onDisconnected(int generation, String reason) {
      loop.run(() -> DeriveSession.this.onDisconnected(reason));
    }
  }
}
