package io.arb.deribit.session;

import io.arb.core.spi.Secret;

/**
 * Who logs in, and how. The secret is never shown, and with {@link Grant#SIGNATURE} it never leaves
 * this process.
 *
 * @param clientId of the API key; no secret
 * @param sessionName a login of the same name takes the place of the one before
 */
public record Credentials(String clientId, Secret secret, Grant grant, String sessionName) {
  /** How the secret is proven. Source: Deribit API, public/auth. */
  public enum Grant {
    /** By a signature over time and nonce. */
    SIGNATURE("client_signature"),
    /** By showing it. */
    CREDENTIALS("client_credentials");

    private final String word;

    Grant(String word) {
      this.word = word;
    }

    /** The venue's word. */
    public String word() {
      return word;
    }
  }
}
