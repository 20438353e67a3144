package io.arb.core.wire;

import java.io.IOException;

/**
 * A send broke off: whether the peer received the text is unknown. What the text asked for must be
 * resolved by asking the peer, never by sending it again.
 */
public final class SendFailedException extends IOException {
  public SendFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
