package io.arb.core.wire;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A WebSocket that is dialled again whenever it ends, until it is closed.
 *
 * <p>One daemon thread, {@code arb-ws-<name>}, dials, pings, watches for silence, waits, and makes
 * every call to the listener, in the order in which things happened. Sending is safe from any
 * thread, the listener's included. Each connection has a generation, counted from 1; whoever must
 * not send on a connection that has not logged in yet sends with the generation that has.
 */
public final class ReconnectingSocket implements AutoCloseable {
  /**
   * Told about one socket, always on the socket's thread. What it throws is logged and dropped. The
   * same thread pings, so a call that takes longer than the liveness policy allows may cost the
   * connection.
   */
  public interface Listener {
    /** A connection is open. Log in and subscribe from here. */
    void onConnected(int generation);

    /** A whole text message of the connection that {@link #onConnected} named last. */
    void onText(int generation, String text);

    /** The connection is gone; no text of it follows. What was pending on it is unknown. */
    void onDisconnected(int generation, String reason);
  }

  /** Beyond this many unread messages the owner has lost touch with the market: start afresh. */
  static final int MAX_UNREAD = 65_536;

  private static final Logger LOG = LoggerFactory.getLogger(ReconnectingSocket.class);
  private static final Duration CLOSE_GRACE = Duration.ofSeconds(2);

  private final String name;
  private final URI uri;
  private final SocketFactory sockets;
  private final Backoff backoff;
  private final LivenessPolicy liveness;
  private final Listener listener;
  private final RandomGenerator random;
  private final SocketTiming timing;
  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private final Thread thread;
  private final Object dialGate = new Object();
  private boolean dialling;
  private volatile boolean closing;
  private volatile @Nullable Link live;

  /** What the socket's thread is woken by. */
  private sealed interface Signal {
    record Text(Link link, String text) implements Signal {}

    record Ended(Link link, String reason) implements Signal {}

    record Close() implements Signal {}
  }

  /** As below, with jitter from a seed of its own. */
  public ReconnectingSocket(
      String name,
      URI uri,
      SocketFactory sockets,
      Backoff backoff,
      LivenessPolicy liveness,
      Listener listener) {
    this(name, uri, sockets, backoff, liveness, listener, new SplittableRandom());
  }

  /**
   * @param name short name for the thread and the log, such as {@code rysk-maker}
   * @param random draws the jitter of the back-off; used by the socket's thread only
   */
  public ReconnectingSocket(
      String name,
      URI uri,
      SocketFactory sockets,
      Backoff backoff,
      LivenessPolicy liveness,
      Listener listener,
      RandomGenerator random) {
    this(name, uri, sockets, backoff, liveness, listener, random, SocketTiming.SYSTEM);
  }

  ReconnectingSocket(
      String name,
      URI uri,
      SocketFactory sockets,
      Backoff backoff,
      LivenessPolicy liveness,
      Listener listener,
      RandomGenerator random,
      SocketTiming timing) {
    this.name = name;
    this.uri = uri;
    this.sockets = sockets;
    this.backoff = backoff;
    this.liveness = liveness;
    this.listener = listener;
    this.random = random;
    this.timing = timing;
    this.thread = Thread.ofPlatform().daemon().name("arb-ws-" + name).unstarted(this::run);
  }

  /**
   * Begins to dial; returns at once. After {@link #close} it does nothing.
   *
   * @throws IllegalStateException if already started
   */
  public synchronized void start() {
    if (closing) {
      return;
    }
    if (thread.getState() != Thread.State.NEW) {
      throw new IllegalStateException("Socket " + name + " was already started");
    }
    thread.start();
  }

  /** Whether a connection is up at this moment. */
  public boolean isConnected() {
    return live != null;
  }

  /**
   * Sends on whatever connection is up.
   *
   * @return the generation of the connection that took the text
   * @throws NotConnectedException if none is up; nothing was sent
   * @throws SendFailedException if the send broke off; the outcome is unknown and the connection is
   *     dropped
   */
  public int send(String text) throws NotConnectedException, SendFailedException {
    Link link = live;
    if (link == null) {
      throw new NotConnectedException("Socket " + name + " is not connected");
    }
    link.send(text);
    return link.generation;
  }

  /**
   * Sends on one certain connection, or not at all.
   *
   * @throws NotConnectedException if that connection is gone; nothing was sent
   * @throws SendFailedException as in {@link #send(String)}
   */
  public void send(int generation, String text) throws NotConnectedException, SendFailedException {
    Link link = live;
    if (link == null || link.generation != generation) {
      throw new NotConnectedException(
          "Connection " + generation + " of socket " + name + " is gone");
    }
    link.send(text);
  }

  /**
   * Drops the connection that is up and dials again after the usual back-off, so that a caller who
   * repeats himself makes no storm. Does nothing while no connection is up: a dial is on its way.
   */
  public void reconnectNow(String reason) {
    Link link = live;
    if (link != null) {
      signals.add(new Signal.Ended(link, reason));
    }
  }

  /**
   * Ends the connection and the thread; idempotent. Returns when the thread is gone, after seconds
   * at most; called from the listener it returns at once and the thread ends after the listener
   * does.
   */
  @Override
  public void close() {
    synchronized (this) {
      closing = true;
    }
    signals.add(new Signal.Close());
    interruptDial();
    if (Thread.currentThread() != thread) {
      awaitThread();
    }
  }

  private void awaitThread() {
    try {
      if (thread.getState() == Thread.State.NEW || thread.join(CLOSE_GRACE)) {
        return;
      }
      thread.interrupt();
      if (!thread.join(CLOSE_GRACE)) {
        LOG.warn("Socket {} is closed but its listener has not returned", name);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    int generation = 0;
    int attempt = 0;
    try {
      while (!closing) {
        Link link = dial(generation + 1);
        if (link != null) {
          generation = link.generation;
          attempt = serve(link) ? 0 : attempt;
        }
        pause(backoff.delay(attempt, random));
        attempt = Math.min(attempt + 1, Integer.MAX_VALUE - 1);
      }
    } catch (InterruptedException e) {
      LOG.debug("Socket {} was interrupted", name);
    }
  }

  private @Nullable Link dial(int generation) {
    synchronized (dialGate) {
      dialling = !closing;
    }
    try {
      return closing ? null : new Link(generation);
    } catch (IOException | RuntimeException e) {
      LOG.info("Socket {} could not connect: {}", name, e.getMessage());
      return null;
    } finally {
      synchronized (dialGate) {
        dialling = false;
        Thread.interrupted(); // meant for the dial, which is over
      }
    }
  }

  private void interruptDial() {
    synchronized (dialGate) {
      if (dialling) {
        thread.interrupt();
      }
    }
  }

  /**
   * Stays with one connection until it ends.
   *
   * @return whether it lived long enough to forget the failures before it
   */
  private boolean serve(Link link) throws InterruptedException {
    long sinceNanos = timing.nanoTime();
    String reason = "interrupted";
    live = link;
    LOG.info("Socket {} connected, generation {}", name, link.generation);
    try {
      tell(() -> listener.onConnected(link.generation));
      reason = receive(link);
    } finally {
      live = null;
      link.socket.close();
      LOG.info("Socket {} lost generation {}: {}", name, link.generation, reason);
      String why = reason;
      tell(() -> listener.onDisconnected(link.generation, why));
    }
    return timing.nanoTime() - sinceNanos >= backoff.stableAfter().toNanos();
  }

  /** Passes texts on until there is a reason to stop, which it returns. */
  private String receive(Link link) throws InterruptedException {
    long pingedNanos = timing.nanoTime();
    while (!closing) {
      long nowNanos = timing.nanoTime();
      long silentNanos = nowNanos - link.heardNanos;
      if (silentNanos >= liveness.deadAfter().toNanos()) {
        return "nothing heard for " + Duration.ofNanos(silentNanos);
      }
      if (nowNanos - pingedNanos >= liveness.pingEvery().toNanos()) {
        link.ping();
        pingedNanos = nowNanos;
      }
      long toPing = liveness.pingEvery().toNanos() - (nowNanos - pingedNanos);
      long toDeath = liveness.deadAfter().toNanos() - silentNanos;
      Signal signal = timing.poll(signals, Duration.ofNanos(Math.min(toPing, toDeath)));
      String ended = signal == null ? null : handle(link, signal);
      if (ended != null) {
        return ended;
      }
    }
    return "closed by us";
  }

  /** Returns why the connection must end, or null if it goes on. */
  private @Nullable String handle(Link link, Signal signal) {
    return switch (signal) {
      case Signal.Text text -> {
        if (text.link() == link) {
          link.unread.decrementAndGet();
          tell(() -> listener.onText(link.generation, text.text()));
        }
        yield null;
      }
      case Signal.Ended ended -> ended.link() == link ? ended.reason() : null;
      case Signal.Close close -> "closed by us";
    };
  }

  /**
   * Waits out the back-off; only closing cuts it short. Signals of dead connections are dropped.
   */
  private void pause(Duration delay) throws InterruptedException {
    long endNanos = timing.nanoTime() + delay.toNanos();
    long leftNanos = delay.toNanos();
    while (!closing && leftNanos > 0) {
      timing.poll(signals, Duration.ofNanos(leftNanos));
      leftNanos = endNanos - timing.nanoTime();
    }
  }

  private void tell(Runnable call) {
    try {
      call.run();
    } catch (Throwable t) { // a broken listener must not silence the socket
      LOG.error("Listener of socket {} failed", name, t);
    }
  }

  /** One connection. The transport calls the listener half from its own threads. */
  private final class Link implements SocketListener {
    private final int generation;
    private final AtomicInteger unread = new AtomicInteger();
    private volatile long heardNanos = timing.nanoTime();
    private final TextSocket socket;

    Link(int generation) throws IOException {
      this.generation = generation;
      this.socket = sockets.open(uri, this);
      heardNanos = timing.nanoTime();
    }

    @Override
    public void onText(String text) {
      heardNanos = timing.nanoTime();
      int waiting = unread.incrementAndGet();
      if (waiting <= MAX_UNREAD) {
        signals.add(new Signal.Text(this, text));
      } else if (waiting == MAX_UNREAD + 1) {
        signals.add(new Signal.Ended(this, MAX_UNREAD + " messages behind"));
      }
    }

    @Override
    public void onPong() {
      heardNanos = timing.nanoTime();
    }

    @Override
    public void onClosed(String reason) {
      signals.add(new Signal.Ended(this, reason));
    }

    void send(String text) throws NotConnectedException, SendFailedException {
      if (!socket.isOpen()) {
        throw new NotConnectedException("Socket " + name + " has just lost its connection");
      }
      try {
        socket.send(text);
      } catch (IOException e) {
        signals.add(new Signal.Ended(this, "send failed: " + e.getMessage()));
        throw new SendFailedException("Socket " + name + " broke off a send", e);
      }
    }

    void ping() {
      try {
        socket.ping();
      } catch (IOException e) {
        signals.add(new Signal.Ended(this, "ping failed: " + e.getMessage()));
      }
    }
  }
}
