package io.arb.rysk;

import java.util.Map;

/**
 * What a {@link RyskTradeSource} has counted since it was made. A snapshot, immutable.
 *
 * @param counts every {@link Count}, zero included
 * @param unanswerable requests that were not passed on, by reason
 * @param refusals errors that the venue answered to quotes, by code
 */
public record RyskStatistics(
    Map<Count, Long> counts, Map<String, Long> unanswerable, Map<Integer, Long> refusals) {
  /** Something worth counting. */
  public enum Count {
    RFQS_RECEIVED,
    /** Requests that came again unchanged. */
    RFQS_REPEATED,
    QUOTES_SENT,
    QUOTES_NOT_SENT,
    QUOTES_ACCEPTED,
    OUTBID,
    TRADES,
    /** Trades of our account whose quote this process did not sign. */
    TRADES_OF_UNKNOWN_QUOTES,
    /** Trades that no message reported but the venue's positions prove. */
    TRADES_RECOVERED,
    /** Trades whose message contradicts the quote that was signed. */
    TRADES_CONTRADICTING_QUOTES,
    /** Trade messages that lack what is needed to book them. */
    TRADES_UNREADABLE,
    /** Trade messages for another maker, ignored. */
    TRADES_OF_OTHERS,
    /** Frames that mean nothing to us, ignored. */
    UNKNOWN_FRAMES,
    /** Answers to no request of ours, ignored. */
    UNMATCHED_ANSWERS,
    BLANK_FRAMES,
    CONNECTIONS,
    HTTP_FAILURES
  }

  public RyskStatistics {
    counts = Map.copyOf(counts);
    unanswerable = Map.copyOf(unanswerable);
    refusals = Map.copyOf(refusals);
  }

  public long count(Count what) {
    return counts.getOrDefault(what, 0L);
  }
}
