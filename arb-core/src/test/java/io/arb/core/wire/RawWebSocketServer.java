package io.arb.core.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;

/**
 * A peer without manners: it makes the WebSocket handshake by hand and then sends the bytes that
 * the test wants and reads nothing unless asked. It answers no ping and no close frame.
 */
final class RawWebSocketServer implements AutoCloseable {
  private static final String KEY_HEADER = "Sec-WebSocket-Key: ";
  private static final String KEY_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private final ServerSocket server;
  private final BlockingQueue<Socket> connections = new LinkedBlockingQueue<>();

  RawWebSocketServer() throws IOException {
    this(ServerSocketFactory.getDefault());
  }

  RawWebSocketServer(ServerSocketFactory sockets) throws IOException {
    server = sockets.createServerSocket(0, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    Thread.ofVirtual().start(this::acceptAll);
  }

  URI uri(String scheme) {
    return URI.create(scheme + "://127.0.0.1:" + server.getLocalPort() + "/");
  }

  /** The next connection whose handshake is done. */
  Socket connection() throws InterruptedException {
    Socket socket = connections.poll(10, TimeUnit.SECONDS);
    if (socket == null) {
      throw new AssertionError("no connection reached the raw server in time");
    }
    return socket;
  }

  /** Sends one unmasked frame; {@code opcode} with the final bit, such as 0x81. */
  static void send(Socket socket, int opcode, byte[] payload) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(opcode);
    if (payload.length < 126) {
      frame.write(payload.length);
    } else {
      frame.write(127);
      frame.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(payload.length).array());
    }
    frame.writeBytes(payload);
    OutputStream out = socket.getOutputStream();
    out.write(frame.toByteArray());
    out.flush();
  }

  /** Reads the opcode byte of a short masked frame from the client and passes over the rest. */
  static int readShortFrame(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    int opcode = in.read();
    int length = in.read() & 0x7f;
    in.readNBytes(4 + length);
    return opcode;
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : connections) {
      socket.close();
    }
  }

  private void acceptAll() {
    try {
      while (true) {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> shakeHands(socket));
      }
    } catch (IOException e) {
      connections.clear(); // the server was closed
    }
  }

  private void shakeHands(Socket socket) {
    try {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1), 1);
      String key =
          in.lines()
              .takeWhile(line -> !line.isEmpty())
              .filter(line -> line.regionMatches(true, 0, KEY_HEADER, 0, KEY_HEADER.length()))
              .toList()
              .getFirst()
              .substring(KEY_HEADER.length());
      socket.getOutputStream().write(answer(key).getBytes(US_ASCII));
      socket.getOutputStream().flush();
      connections.add(socket);
    } catch (IOException | RuntimeException | GeneralSecurityException e) {
      closeQuietly(socket); // not a client we can talk to, such as one that refused our certificate
    }
  }

  private static String answer(String key) throws GeneralSecurityException {
    byte[] hash = MessageDigest.getInstance("SHA-1").digest((key + KEY_SUFFIX).getBytes(US_ASCII));
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + ("Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(hash) + "\r\n\r\n");
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
