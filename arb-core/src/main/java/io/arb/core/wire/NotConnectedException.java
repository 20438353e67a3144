package io.arb.core.wire;

import java.io.IOException;

/** There was no connection to send on, so nothing was sent: the request may be made again. */
public final class NotConnectedException extends IOException {
  public NotConnectedException(String message) {
    super(message);
  }
}
