package io.arb.core.evm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BouncyCastleSignerTest {
  private static final String KEY_ONE = "00".repeat(31) + "01";
  private static final Signer ONE = new BouncyCastleSigner(PrivateKey.parse(KEY_ONE));

  /** Values that Bitcoin's implementations exchange for deterministic nonces with SHA-256. */
  @ParameterizedTest
  @CsvSource({
    "Satoshi Nakamoto,"
        + "934b1ea10a4b3c1757e2b0c017d0b6143ce3c9a7e6a4a49860d7a6ab210ee3d8,"
        + "2442ce9d2b916064108014783e923ec36b49743e2ffa1c4496f01a512aafd9e5",
    "'All those moments will be lost in time, like tears in rain. Time to die...',"
        + "8600dbd41e348fe5c9465ab92d23e3db8b98b873beecd930736488696438cb6b,"
        + "547fe64427496db33bf66019dacbf0039c04199abb0122918601db38a72cfc21"
  })
  void takesTheNonceOfRfc6979(String text, String r, String s) throws NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));

    assertThat(ONE.sign(digest).hex()).startsWith("0x" + r + s);
  }

  @Test
  void doesNotChangeTheDigest() {
    byte[] digest = Keccak256.hash("abc".getBytes(UTF_8));
    Signature signature = ONE.sign(digest);

    assertThat(digest).isEqualTo(Keccak256.hash("abc".getBytes(UTF_8)));
    assertThat(ONE.sign(digest)).isEqualTo(signature);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33, 64})
  void refusesADigestOfAnotherLength(int length) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ONE.sign(new byte[length]))
        .withMessage("digest needs 32 bytes, got " + length);
  }

  @Test
  void signsTheSameFromManyThreads() throws Exception {
    byte[] digest = Keccak256.hash("many threads".getBytes(UTF_8));
    Callable<Signature> signing = () -> ONE.sign(digest);

    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Signature>> signatures = threads.invokeAll(Collections.nCopies(200, signing));

      assertThat(signatures).allMatch(signature -> signature.resultNow().equals(ONE.sign(digest)));
    }
  }
}
