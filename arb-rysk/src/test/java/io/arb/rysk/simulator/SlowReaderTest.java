package io.arb.rysk.simulator;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SlowReaderTest {
  private static final int TIMEOUT_MILLIS = 30_000;

  /** A megabyte each, and more of them than the server keeps for one client. */
  private static final int REQUESTS = 1_100;

  @Test
  @Timeout(120)
  void clientThatDoesNotReadIsDroppedAndHoldsUpNobody() throws IOException {
    try (Stage stage = Stage.open();
        Socket reader = handshake(stage.simulator.rfqUri())) {
      stage.rfqs.close();
      stage.rfqs.awaitEnd();
      stage.simulator.setFaults(RyskFaults.of(RyskFault.HUGE_FRAMES));

      IntStream.range(0, REQUESTS).forEach(number -> stage.simulator.createRfq(stage.terms()));
      stage.simulator.setFaults(RyskFaults.none());

      assertThat(stage.balance(stage.maker, TestMaker.FIRST)).isEqualTo("2500000000");
      assertThat(bytesUntilTheEnd(reader.getInputStream())).isLessThan(REQUESTS * (1L << 20));
    }
  }

  private static Socket handshake(URI uri) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), uri.getPort());
    socket.setSoTimeout(TIMEOUT_MILLIS);
    String request =
        String.join(
            "\r\n",
            "GET " + uri.getPath() + " HTTP/1.1",
            "Host: 127.0.0.1",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
            "Sec-WebSocket-Version: 13",
            "",
            "");
    socket.getOutputStream().write(request.getBytes(US_ASCII));
    assertThat(new String(socket.getInputStream().readNBytes(12), US_ASCII))
        .isEqualTo("HTTP/1.1 101");
    return socket;
  }

  private static long bytesUntilTheEnd(InputStream stream) throws IOException {
    try {
      return stream.skip(Long.MAX_VALUE);
    } catch (SocketException e) {
      return 0; // reset: ended with something unread
    }
  }
}
