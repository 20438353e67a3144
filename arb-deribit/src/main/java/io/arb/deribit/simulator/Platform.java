package io.arb.deribit.simulator;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** Whether the exchange as a whole, or an index, takes orders. Owned by the simulator's thread. */
final class Platform {
  private final Set<String> lockedIndices = new HashSet<>();
  private boolean maintenance;
  private Instant pausedUntil = Instant.MIN;

  boolean isInMaintenance() {
    return maintenance;
  }

  void maintenance(boolean on) {
    maintenance = on;
  }

  Set<String> lockedIndices() {
    return lockedIndices;
  }

  void lock(String indexName, boolean locked) {
    if (locked) {
      lockedIndices.add(indexName);
    } else {
      lockedIndices.remove(indexName);
    }
  }

  /** Orders, edits and cancels wait until then. */
  void pauseUntil(Instant end) {
    pausedUntil = end;
  }

  boolean isPaused(Instant now) {
    return now.isBefore(pausedUntil);
  }

  /** Refuses what a settlement pause forbids. */
  void requireRunning(Instant now) {
    if (isPaused(now)) {
      throw RpcError.of(ErrorCode.SETTLEMENT_IN_PROGRESS);
    }
  }

  /** Refuses what a lock forbids: everything but cancels. */
  void requireUnlocked(Product product) {
    if (lockedIndices.contains(product.indexName())) {
      throw RpcError.of(ErrorCode.LOCKED_BY_ADMIN);
    }
  }
}
