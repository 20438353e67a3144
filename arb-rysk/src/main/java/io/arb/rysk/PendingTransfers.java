package io.arb.rysk;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Transfers that wait for the venue's answer, by request id. Safe from any thread. */
final class PendingTransfers {
  private final Map<String, CompletableFuture<TransferOutcome>> pending = new ConcurrentHashMap<>();

  /** Call it before the request leaves, or the answer may come first. */
  void add(String id, CompletableFuture<TransferOutcome> outcome) {
    pending.put(id, outcome);
  }

  /**
   * Ends a transfer.
   *
   * @return false if none with this id waits
   */
  boolean complete(String id, TransferOutcome outcome) {
    return Optional.ofNullable(pending.remove(id))
        .map(future -> future.complete(outcome))
        .isPresent();
  }

  /** No answer will come any more. */
  void connectionLost(String reason) {
    for (String id : List.copyOf(pending.keySet())) {
      complete(id, new TransferOutcome.Unknown(reason));
    }
  }
}
