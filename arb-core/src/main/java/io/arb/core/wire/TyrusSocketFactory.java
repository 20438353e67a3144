package io.arb.core.wire;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.CloseReason;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.glassfish.tyrus.client.ClientManager;
import org.glassfish.tyrus.client.ClientProperties;
import org.glassfish.tyrus.container.grizzly.client.GrizzlyClientContainer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * WebSockets by Tyrus on its Grizzly container; the container on the JDK's asynchronous channels
 * can hang in a blocking send and is not used. Answers pings by itself. Each connection has a
 * transport of its own, so that closing one frees its threads at once, whatever the peer does.
 * Immutable, safe from any thread.
 */
public final class TyrusSocketFactory implements SocketFactory {
  private static final Logger LOG = LoggerFactory.getLogger(TyrusSocketFactory.class);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final int MAX_MESSAGE_BYTES = 4 << 20;
  private static final int FRAME_HEADER_BYTES = 14;

  private final Duration connectTimeout;
  private final int maxMessageBytes;
  private final @Nullable SSLContext tls;

  /** Ten seconds to connect, messages up to 4 MiB, the certificates that the JDK trusts. */
  public TyrusSocketFactory() {
    this(CONNECT_TIMEOUT, MAX_MESSAGE_BYTES);
  }

  /**
   * @param connectTimeout most time for a dial, handshakes included; also the most time that one
   *     send may take; at least a millisecond
   * @param maxMessageBytes longest message taken from the peer, in bytes of UTF-8; a longer one
   *     ends the connection
   */
  public TyrusSocketFactory(Duration connectTimeout, int maxMessageBytes) {
    this(connectTimeout, maxMessageBytes, null);
  }

  private TyrusSocketFactory(
      Duration connectTimeout, int maxMessageBytes, @Nullable SSLContext tls) {
    if (connectTimeout.toMillis() < 1 || connectTimeout.toMillis() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "TyrusSocketFactory connectTimeout must be from 1 ms to 24 days, got " + connectTimeout);
    }
    if (maxMessageBytes < 1) {
      throw new IllegalArgumentException(
          "TyrusSocketFactory maxMessageBytes must be positive, got " + maxMessageBytes);
    }
    this.connectTimeout = connectTimeout;
    this.maxMessageBytes = maxMessageBytes;
    this.tls = tls;
  }

  /**
   * The same factory with other trust for {@code wss}, as for a server with a private authority.
   */
  public TyrusSocketFactory withTls(SSLContext context) {
    return new TyrusSocketFactory(connectTimeout, maxMessageBytes, context);
  }

  @Override
  public TextSocket open(URI uri, SocketListener listener) throws IOException {
    Dial dial = new Dial(listener);
    try {
      Session session = client().connectToServer(dial, endpointConfig(), uri);
      return dial.socket(session);
    } catch (DeploymentException | RuntimeException e) {
      dial.abandon();
      throw new IOException("Could not connect to " + uri + ": " + rootMessage(e), e);
    } catch (IOException e) {
      dial.abandon();
      throw e;
    }
  }

  private ClientManager client() {
    ClientManager client = ClientManager.createClient(GrizzlyClientContainer.class.getName());
    client
        .getProperties()
        .putAll(
            Map.of(
                ClientProperties.HANDSHAKE_TIMEOUT,
                (int) connectTimeout.toMillis(),
                ClientProperties.INCOMING_BUFFER_SIZE,
                maxMessageBytes + FRAME_HEADER_BYTES));
    client.setDefaultMaxTextMessageBufferSize(maxMessageBytes);
    return client;
  }

  private ClientEndpointConfig endpointConfig() {
    ClientEndpointConfig.Builder config = ClientEndpointConfig.Builder.create();
    if (tls != null) {
      config.sslContext(tls);
    }
    return config.build();
  }

  private static String rootMessage(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }

  /** One attempt and the connection that comes of it; passes on what Tyrus reports. */
  private final class Dial extends Endpoint {
    private enum State {
      DIALLING,
      OPEN,
      ENDED
    }

    private final SocketListener listener;
    private final AtomicReference<State> state = new AtomicReference<>(State.DIALLING);
    private volatile @Nullable Session session;
    private volatile @Nullable Throwable error;

    Dial(SocketListener listener) {
      this.listener = listener;
    }

    @Override
    public void onOpen(Session opened, EndpointConfig config) {
      session = opened;
      if (!state.compareAndSet(State.DIALLING, State.OPEN)) {
        TyrusSocket.closeQuietly(opened);
        return;
      }
      opened.setMaxTextMessageBufferSize(maxMessageBytes);
      opened.addMessageHandler(String.class, text -> pass(opened, text));
      opened.addMessageHandler(PongMessage.class, pong -> pong());
    }

    @Override
    public void onClose(Session closed, CloseReason reason) {
      if (state.getAndSet(State.ENDED) == State.OPEN) {
        listener.onClosed(describe(reason));
      }
    }

    @Override
    public void onError(Session failed, Throwable cause) {
      error = cause;
      LOG.debug("Connection {} reported", failed.getId(), cause);
    }

    /** Tyrus bounds its buffers, which lets a message through that is too long by a few bytes. */
    private void pass(Session open, String text) {
      if (text.length() > maxMessageBytes) {
        error = new IOException("a message of " + text.length() + " characters");
        TyrusSocket.closeQuietly(open);
      } else if (state.get() == State.OPEN) {
        listener.onText(text);
      }
    }

    private void pong() {
      if (state.get() == State.OPEN) {
        listener.onPong();
      }
    }

    TextSocket socket(Session connected) {
      return new TyrusSocket(connected, connectTimeout);
    }

    /** The dial failed: a connection that still comes of it is closed and never heard of. */
    void abandon() {
      state.set(State.ENDED);
      Session late = session;
      if (late != null) {
        TyrusSocket.closeQuietly(late);
      }
    }

    private String describe(CloseReason reason) {
      String text = reason.getReasonPhrase();
      Throwable cause = error;
      return reason.getCloseCode()
          + (text == null || text.isEmpty() ? "" : " " + text)
          + (cause == null ? "" : " after " + rootMessage(cause));
    }
  }
}
