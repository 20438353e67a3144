package io.arb.core.hedge;

/**
 * The life of an order intent.
 *
 * <pre>
 *          +--------------------------------------------> REJECTED
 *          |                                                 ^
 *        SENT ---> OPEN ---> SETTLING ---> FILLED            |
 *          |         |                 +-> CANCELLED         |
 *          |         v                 +-> EXPIRED           |
 *          +----> UNKNOWN -----------------------------------+
 *                    |
 *                    +---> OPEN, SETTLING or an end, once the venue has proved which
 * </pre>
 *
 * SETTLING is passed through at once when all fills are there; SENT may be left for every state to
 * its right. An intent is SENT from its first moment, because its record and its frame leave in one
 * list of commands, in that order.
 */
public enum IntentState {
  /** Recorded and handed over; no answer yet. */
  SENT,
  /** The venue has it, resting or at work. */
  OPEN,
  /** The venue says that it is over, but not all its fills have reached us. */
  SETTLING,
  /** It may or may not exist; the venue is being asked. It is never sent again. */
  UNKNOWN,
  /** Traded in full, and every fill is booked. */
  FILLED,
  /** Over before it was filled in full; what was filled is booked. */
  CANCELLED,
  /** Ended by its own time limit; what was filled is booked. */
  EXPIRED,
  /** Proven: it does not exist and never will. */
  REJECTED;

  /** True if nothing can follow: the filled quantity is proven. */
  public boolean isFinal() {
    return switch (this) {
      case SENT, OPEN, SETTLING, UNKNOWN -> false;
      case FILLED, CANCELLED, EXPIRED, REJECTED -> true;
    };
  }

  /** True if the picture above has this arrow. */
  public boolean mayBecome(IntentState next) {
    return switch (this) {
      case SENT -> next != SENT;
      case OPEN -> next != SENT && next != OPEN && next != REJECTED;
      case SETTLING -> next == FILLED || next == CANCELLED || next == EXPIRED;
      case UNKNOWN -> next != SENT && next != UNKNOWN;
      case FILLED, CANCELLED, EXPIRED, REJECTED -> false;
    };
  }
}
