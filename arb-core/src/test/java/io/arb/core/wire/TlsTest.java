package io.arb.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code wss} against a server whose certificate is made for the test by the JDK's keytool. */
@Timeout(60)
class TlsTest {
  private static final String PASSWORD = "for-this-test-only";

  private final TyrusSocketFactory sockets =
      new TyrusSocketFactory(Duration.ofSeconds(10), 1 << 20);
  private final HeardSocket heard = new HeardSocket();

  @Test
  void talksToAServerThatItTrusts(@TempDir Path folder) throws Exception {
    SSLContext tls = context(folder.resolve("keys"), "ip:127.0.0.1");
    try (RawWebSocketServer raw = new RawWebSocketServer(tls.getServerSocketFactory());
        TextSocket socket = sockets.withTls(tls).open(raw.uri("wss"), heard)) {
      Socket peer = raw.connection();
      RawWebSocketServer.send(peer, 0x81, "secret".getBytes(UTF_8));
      assertThat(heard.next()).isEqualTo("secret");
      socket.send("answer");
      assertThat(RawWebSocketServer.readShortFrame(peer)).isEqualTo(0x81);
    }
  }

  @Test
  void refusesACertificateThatNobodyVouchesFor(@TempDir Path folder) throws Exception {
    try (RawWebSocketServer raw =
        new RawWebSocketServer(
            context(folder.resolve("keys"), "ip:127.0.0.1").getServerSocketFactory())) {
      assertThatThrownBy(() -> sockets.open(raw.uri("wss"), heard)).isInstanceOf(IOException.class);
      assertThat(heard.isQuiet()).isTrue();
    }
  }

  @Test
  void refusesACertificateForAnotherHost(@TempDir Path folder) throws Exception {
    SSLContext tls = context(folder.resolve("keys"), "dns:venue.example");
    try (RawWebSocketServer raw = new RawWebSocketServer(tls.getServerSocketFactory())) {
      assertThatThrownBy(() -> sockets.withTls(tls).open(raw.uri("wss"), heard))
          .isInstanceOf(IOException.class);
      assertThat(heard.isQuiet()).isTrue();
    }
  }

  private static void makeCertificate(Path store, String subject) throws Exception {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=server",
                "-ext",
                "san=" + subject,
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(keytool.exitValue()).isZero();
  }

  private static SSLContext context(Path file, String subject) throws Exception {
    makeCertificate(file, subject);
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
