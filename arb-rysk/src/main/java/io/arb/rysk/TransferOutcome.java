package io.arb.rysk;

/** What became of a {@link Transfer}. */
public sealed interface TransferOutcome {

  /** The venue took it on. The money has moved when the balances say so. */
  record Accepted() implements TransferOutcome {}

  /**
   * The venue refused it.
   *
   * @param code of the venue, 0 if it gave none
   */
  record Refused(int code, String message) implements TransferOutcome {}

  /** It never left this process. */
  record NotSent(String reason) implements TransferOutcome {}

  /** Sent, and no answer: it may still happen. Look at the balances before trying again. */
  record Unknown(String reason) implements TransferOutcome {}
}
