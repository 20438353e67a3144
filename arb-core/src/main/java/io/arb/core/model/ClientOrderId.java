package io.arb.core.model;

/**
 * Our id of an order intent, durable before the order leaves. A time-like number, nanoseconds since
 * 1970, strictly rising across restarts and always a multiple of 1000, so that a venue that wants a
 * nonce in nanoseconds or microseconds can use it as that nonce: whoever knows the id can burn the
 * nonce, also after a crash.
 *
 * @param stamp positive multiple of 1000
 */
public record ClientOrderId(long stamp) implements Comparable<ClientOrderId> {
  private static final String PREFIX = "arb-";

  public ClientOrderId {
    if (stamp <= 0 || stamp % 1000 != 0) {
      throw new IllegalArgumentException(
          "ClientOrderId must be a positive multiple of 1000, got " + stamp);
    }
  }

  /** The text that venues carry as the order's label. */
  public String label() {
    return PREFIX + stamp;
  }

  /** True if {@code label} is one that {@link #label()} makes; other orders are foreign. */
  public static boolean isLabel(String label) {
    return label.matches(PREFIX + "[1-9][0-9]{0,15}000");
  }

  /** The id behind a label for which {@link #isLabel} holds. */
  public static ClientOrderId fromLabel(String label) {
    if (!isLabel(label)) {
      throw new IllegalArgumentException("not a label of ours: '" + label + "'");
    }
    return new ClientOrderId(Long.parseLong(label.substring(PREFIX.length())));
  }

  @Override
  public int compareTo(ClientOrderId other) {
    return Long.compare(stamp, other.stamp);
  }

  @Override
  public String toString() {
    return label();
  }
}
