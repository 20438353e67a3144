package io.arb.core.spi;

import io.arb.core.wire.Json;
import io.arb.core.wire.SocketFactory;
import io.arb.core.wire.SocketListener;
import io.arb.core.wire.TextSocket;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a {@link ContractCable}: the adapter's socket on one side, the venue's listener
 * on the other. After the cut the adapter hears nothing more; the venue may still be spoken to, if
 * a frame was left on the wire. Safe from any thread.
 */
final class CableStrand implements TextSocket, SocketListener {
  private static final Pattern LABEL = Pattern.compile("arb-[0-9]+");
  private static final long ANSWER_SECONDS = 10;

  private final SocketListener adapter;
  private final Function<String, ContractCable.Fate> fates;
  private final AtomicBoolean cut = new AtomicBoolean();
  private final BlockingQueue<String> unheard = new LinkedBlockingQueue<>();
  private volatile @Nullable TextSocket venue;
  private volatile String lingering = "";
  private volatile String awaited = "";

  CableStrand(SocketListener adapter, Function<String, ContractCable.Fate> fates) {
    this.adapter = adapter;
    this.fates = fates;
  }

  void connect(SocketFactory sockets, URI uri) throws IOException {
    venue = sockets.open(uri, this);
  }

  @Override
  public void send(String text) throws IOException {
    if (cut.get()) {
      throw new IOException("the connection was cut");
    }
    switch (fates.apply(text)) {
      case PASSES -> pass(text);
      case ARRIVES -> {
        awaited = LABEL.matcher(text).results().map(MatchResult::group).findFirst().orElse("");
        pass(text);
      }
      case LINGERS -> {
        lingering = text;
        cut("cut before an order arrived");
      }
    }
  }

  private void pass(String text) throws IOException {
    TextSocket socket = venue;
    if (socket == null) {
      throw new IOException("not connected yet");
    }
    socket.send(text);
  }

  @Override
  public void ping() throws IOException {
    TextSocket socket = venue;
    if (socket != null && !cut.get()) {
      socket.ping();
    }
  }

  @Override
  public boolean isOpen() {
    TextSocket socket = venue;
    return socket != null && !cut.get() && socket.isOpen();
  }

  /** The adapter is told; the venue is, unless something is still to arrive there. */
  void cut(String reason) {
    if (cut.compareAndSet(false, true)) {
      adapter.onClosed(reason);
      if (lingering.isEmpty()) {
        end();
      }
    }
  }

  void end() {
    TextSocket socket = venue;
    if (socket != null) {
      socket.close();
    }
  }

  @Override
  public void close() {
    if (lingering.isEmpty()) {
      end();
    }
  }

  @Override
  public void onText(String text) {
    if (cut.get()) {
      unheard.add(text);
    } else if (awaited.isEmpty()) {
      adapter.onText(text);
    } else if (text.contains(awaited)) {
      cut("cut before the answer to an order");
    }
  }

  @Override
  public void onPong() {
    if (!cut.get()) {
      adapter.onPong();
    }
  }

  @Override
  public void onClosed(String reason) {
    if (cut.compareAndSet(false, true)) {
      adapter.onClosed(reason);
    }
  }

  /** Sends what lingers, if anything does, and waits for its answer. */
  void deliverLate() {
    String frame = lingering;
    if (frame.isEmpty()) {
      return;
    }
    try {
      pass(frame);
      awaitAnswer(id(frame));
    } catch (IOException e) {
      throw new AssertionError("the late order could not be delivered", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private void awaitAnswer(String id) throws InterruptedException {
    String text = "";
    while (!id(text).equals(id)) {
      text = unheard.poll(ANSWER_SECONDS, TimeUnit.SECONDS);
      if (text == null) {
        throw new AssertionError("the venue did not answer the late order " + id);
      }
    }
  }

  private static String id(String frame) {
    return frame.startsWith("{") ? Json.parse(frame, "frame").path("id").asText() : "";
  }
}
