package io.arb.deribit.session;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.wire.Fields;
import io.arb.core.wire.Json;
import io.arb.core.wire.LivenessPolicy;
import io.arb.core.wire.ReconnectingSocket;
import io.arb.core.wire.SessionLoop;
import io.arb.core.wire.SocketFactory;
import io.arb.core.wire.WireFormatException;
import io.arb.deribit.wire.DeribitError;
import io.arb.deribit.wire.DeribitFrame;
import io.arb.deribit.wire.PlatformState;
import io.arb.deribit.wire.WireAccount.GrantedRate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
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
 *   +---------------------+-- connection lost, maintenance ----+
 * </pre>
 *
 * Before LIVE nothing but the handshake leaves. Owned by the thread of its {@link SessionLoop};
 * only {@link #start} and {@link #close} may be called from another.
 */
public final class DeribitSession implements AutoCloseable {
  /** Told about the session, on its thread. */
  public interface Listener {
    /**
     * Logged in, private channels subscribed. Read the account in {@link Call.Lane#HANDSHAKE}, then
     * call {@link DeribitSession#goLive} or {@link DeribitSession#restart}.
     */
    void onLoggedIn();

    /** Everything may be sent. */
    void onLive();

    /** The connection is gone or the venue is in maintenance. */
    void onDown(String reason);

    void onNotification(String channel, JsonNode data);

    /** The answer to a request that was already given up as unknown. */
    void onLateResult(JsonNode result);
  }

  private static final Logger LOG = LoggerFactory.getLogger(DeribitSession.class);
  private static final String NAME = "deribit";
  private static final Duration CHECK_CLOCK_EVERY = Duration.ofSeconds(15);
  private static final Duration CHECK_SILENCE_EVERY = Duration.ofMillis(250);
  private static final Duration HEARTBEAT_GRACE = Duration.ofSeconds(5);
  private static final Duration LOOK_AGAIN_AFTER = Duration.ofMinutes(1);
  private static final int MAX_IN_FLIGHT = 4_096;
  private static final String PLATFORM_STATE = "platform_state";
  private static final String USER_LOCK = "user.lock";
  private static final String MAINTENANCE = "the venue is in maintenance";

  private final SessionSettings settings;
  private final SessionLoop loop;
  private final Listener listener;
  private final ReconnectingSocket socket;
  private final CreditMeter meter;
  private final RequestDesk desk;
  private final Channels channels;
  private final VenueClock clock;
  private final VenueState state;
  private final Login login;
  private final Handshake handshake;
  private final InstantSource ticks = SessionLoop.ticks();
  // Beyond this the socket's thread waits, so that its own guard against falling behind works.
  private final Semaphore inFlight = new Semaphore(MAX_IN_FLIGHT);
  private Instant heardAt = Instant.EPOCH;
  private Instant marketHeardAt = Instant.EPOCH;
  private Instant maintenanceSince = Instant.EPOCH;
  private boolean live;

  /**
   * Makes a session; nothing connects before its start.
   *
   * @param seed for the jitter of pauses and for the nonces of logins
   */
  public DeribitSession(
      SessionSettings settings,
      SocketFactory sockets,
      InstantSource clock,
      long seed,
      SessionLoop loop,
      Listener listener) {
    SplittableRandom random = new SplittableRandom(seed);
    this.settings = settings;
    this.loop = loop;
    this.listener = listener;
    this.clock = new VenueClock(clock);
    this.state = new VenueState(ticks);
    this.socket =
        new ReconnectingSocket(
            NAME,
            settings.webSocketUri(),
            sockets,
            settings.backoff(),
            new LivenessPolicy(settings.heartbeat(), settings.heartbeat().plus(HEARTBEAT_GRACE)),
            new SocketEvents(),
            random.split());
    this.meter = new CreditMeter(settings.rates(), ticks);
    this.desk = new RequestDesk(socket::send, meter, settings.requestTimeout(), ticks);
    this.channels = new Channels(desk, loop, random.split());
    this.login = new Login(settings, desk, loop, this.clock, random.split(), this::restart);
    this.handshake =
        new Handshake(
            settings, desk, this.clock, login, state, listener::onLoggedIn, this::restart);
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

  /** A channel has to begin anew, with a snapshot. */
  public void resubscribe(String channel) {
    channels.restart(channel);
  }

  /** The account is read: the session is fit for everything, unless the venue is not. */
  public void goLive() {
    if (state.isInMaintenance()) {
      return;
    }
    live = true;
    marketHeardAt = ticks.instant();
    desk.live();
    listener.onLive();
    channels.restore();
  }

  /** Gives the connection up and dials again after the back-off. */
  public void restart(String reason) {
    if (desk.isConnected()) {
      LOG.warn("Deribit session starts again: {}", reason);
      socket.reconnectNow(reason);
    }
  }

  public boolean isLive() {
    return live;
  }

  /** Whether the venue takes orders. */
  public VenueState state() {
    return state;
  }

  /** What the venue grants the account: the meter follows. */
  public void granted(GrantedRate grant) {
    meter.granted(grant);
  }

  /** Why nothing may be ordered now; empty if the clocks agree. */
  public String clockProblem() {
    return clock.problem();
  }

  /** One of our times by the venue's clock. */
  public Instant atVenue(Instant ours) {
    return clock.atVenue(ours);
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
        clock.onVenueTime(VenueClock.read(result), askedAt);
      }
    } catch (WireFormatException e) {
      LOG.warn("The venue's time is unreadable: {}", e.getMessage());
    }
  }

  /** The connection answers pings, but the venue or its market has fallen silent: it is dead. */
  private void checkSilence() {
    Instant now = ticks.instant();
    Duration silence = Duration.between(heardAt, now);
    Duration marketSilence = Duration.between(marketHeardAt, now);
    if (desk.isConnected() && silence.compareTo(settings.heartbeat().plus(HEARTBEAT_GRACE)) > 0) {
      heardAt = now;
      restart("nothing heard for " + silence);
    } else if (live
        && channels.size() > 0
        && marketSilence.compareTo(settings.marketSilence()) > 0) {
      marketHeardAt = now;
      restart("no market data for " + marketSilence);
    } else if (state.isInMaintenance()
        && Duration.between(maintenanceSince, now).compareTo(LOOK_AGAIN_AFTER) > 0) {
      maintenanceSince = now;
      restart("looking whether maintenance is over");
    }
  }

  private void onFrame(String text) {
    heardAt = ticks.instant();
    try {
      switch (DeribitFrame.parse(text)) {
        case DeribitFrame.Result result -> {
          if (isOurNetwork(result) && !desk.onResult(result)) {
            LOG.warn("Answer to request '{}' came too late", result.id());
            listener.onLateResult(result.result());
          }
        }
        case DeribitFrame.Failure failure -> onFailure(failure);
        case DeribitFrame.Notification news -> onNotification(news);
        case DeribitFrame.Heartbeat heartbeat -> onHeartbeat(heartbeat);
        case DeribitFrame.Unknown unknown ->
            LOG.debug("News of kind {} is passed over", unknown.method());
      }
    } catch (WireFormatException e) {
      LOG.warn("Unreadable message: {}", e.getMessage());
    }
  }

  /** Orders for the test exchange must not reach the real one, nor the other way. */
  private boolean isOurNetwork(DeribitFrame.Reply reply) {
    Optional<Boolean> other = reply.testnet().filter(flag -> flag != settings.isTestnet());
    other.ifPresent(
        flag -> {
          LOG.error("The venue says testnet={}, which is not the configured network", flag);
          restart("the wrong network answered");
        });
    return other.isEmpty();
  }

  private void onFailure(DeribitFrame.Failure failure) {
    boolean isLogin = desk.onFailure(failure).filter(Login.METHOD::equals).isPresent();
    switch (failure.error().code()) {
      case DeribitError.UNAUTHORIZED -> {
        if (!isLogin) {
          restart("the login is not valid any more");
        }
      }
      case DeribitError.SYSTEM_MAINTENANCE -> restart(MAINTENANCE);
      default -> {}
    }
  }

  private void onHeartbeat(DeribitFrame.Heartbeat heartbeat) {
    if (heartbeat.isTestRequest()) {
      submit(
          Call.pulse(
              "public/test",
              Json.object(),
              answer -> LOG.trace("The venue's test of the connection: {}", answer)));
    }
  }

  private void onNotification(DeribitFrame.Notification news) {
    switch (news.channel()) {
      case PLATFORM_STATE -> onPlatform(PlatformState.of(news.data()));
      case USER_LOCK -> {
        Fields lock = Fields.of(news.data(), USER_LOCK);
        state.onUserLock(lock.text("currency"), lock.bool("locked"));
      }
      default -> {
        if (channels.contains(news.channel())) {
          marketHeardAt = ticks.instant();
        }
        listener.onNotification(news.channel(), news.data());
      }
    }
  }

  private void onPlatform(PlatformState news) {
    boolean before = state.isInMaintenance();
    state.onPlatform(news);
    if (before && !state.isInMaintenance()) {
      restart("maintenance is over");
    } else if (!before && state.isInMaintenance()) {
      maintenanceSince = ticks.instant();
      pause();
    }
  }

  /** A break: nothing is sent, and everything is read anew after it. */
  private void pause() {
    if (live) {
      live = false;
      channels.lost();
      desk.pause(MAINTENANCE);
      listener.onDown(MAINTENANCE);
    }
  }

  private void onConnected(int generation) {
    heardAt = ticks.instant();
    state.reset();
    desk.connected(generation);
    handshake.start();
  }

  private void onDisconnected(String reason) {
    live = false;
    login.lost();
    channels.lost();
    desk.disconnected(reason);
    listener.onDown(reason);
  }

  /** Hands what the socket's thread hears to the session's thread, in order. */
  private final class SocketEvents implements ReconnectingSocket.Listener {
    @Override
    public void onConnected(int generation) {
      loop.run(() -> DeribitSession.this.onConnected(generation));
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
      loop.run(() -> DeribitSession.this.onDisconnected(reason));
    }
  }
}
