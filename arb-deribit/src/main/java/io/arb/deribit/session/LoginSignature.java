package io.arb.deribit.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The proof of a login that does not show the secret: lower-case hex of the HMAC-SHA256, under the
 * client secret, of {@code timestamp LF nonce LF data}. Source: Deribit API, "Authentication",
 * client_signature.
 */
public final class LoginSignature {
  private static final String ALGORITHM = "HmacSHA256";

  private LoginSignature() {}

  /**
   * Signs.
   *
   * @param timestampMillis by the venue's clock, to within a minute
   * @param nonce good for one login
   * @param data may be empty; the line feed before it is signed all the same
   */
  public static String of(String secret, long timestampMillis, String nonce, String data) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      String text = timestampMillis + "\n" + nonce + "\n" + data;
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(ALGORITHM + " is part of every JDK", e);
    }
  }
}
