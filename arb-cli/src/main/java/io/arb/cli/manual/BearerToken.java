package io.arb.cli.manual;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** What a request must carry to be heard (RFC 6750). Never printed. Immutable. */
public final class BearerToken {
  /** How a header begins that carries one. */
  static final String SCHEME = "Bearer ";

  private static final int RANDOM_BYTES = 32;
  private static final String FORM = "[A-Za-z0-9._~+/=-]{16,512}";

  private final String value;

  private BearerToken(String value) {
    this.value = value;
  }

  /**
   * Takes a token that somebody chose; white space around it is ignored.
   *
   * @throws IllegalArgumentException if it has not 16 to 512 characters of those that a header may
   *     carry; the message does not repeat it
   */
  public static BearerToken of(String text) {
    String value = text.strip();
    if (!value.matches(FORM)) {
      throw new IllegalArgumentException(
          "token must have 16 to 512 letters, digits or -._~+/=, got something else");
    }
    return new BearerToken(value);
  }

  static BearerToken random(SecureRandom random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return new BearerToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The header that carries this token. */
  public String header() {
    return SCHEME + value;
  }

  /** Whether a header carries this token, in a time that does not tell how much of it is right. */
  boolean isIn(String header) {
    return MessageDigest.isEqual(header().getBytes(UTF_8), header.getBytes(UTF_8));
  }

  /** What the file for people who may submit contains. */
  String fileText() {
    return value + "\n";
  }

  /** Three asterisks. */
  @Override
  public String toString() {
    return "***";
  }
}
