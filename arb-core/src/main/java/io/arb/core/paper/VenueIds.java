package io.arb.core.paper;

import java.util.SplittableRandom;
import java.util.UUID;

/** Ids that look random and follow from a seed. Owned by the venue's lock. */
final class VenueIds {
  private static final long VERSION_4 = 0x4000L;
  private static final long VARIANT = 0x8000000000000000L;

  private final SplittableRandom random;

  VenueIds(long seed) {
    random = new SplittableRandom(seed);
  }

  /** In the form of a version 4 UUID. */
  String next() {
    long high = (random.nextLong() & ~0xF000L) | VERSION_4;
    long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | VARIANT;
    return new UUID(high, low).toString();
  }
}
