package io.arb.rysk;

import io.arb.core.model.QuoteNonce;
import io.arb.core.model.RfqId;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The newest quotes that were signed, and which of them wait for an answer. The venue's answers
 * carry the request's id only: the first frame with that id after a quote is its answer, and
 * further ones are notices. Safe from any thread.
 */
final class SentQuotes {
  private static final int KEPT_QUOTES = 16_384;
  private static final int KEPT_REQUESTS = 4096;

  private final Map<QuoteNonce, SentQuote> byNonce = new LinkedHashMap<>();
  private final Map<RfqId, Conversation> byRequest = new LinkedHashMap<>();

  /** What was said about one request. */
  private static final class Conversation {
    private final Deque<SentQuote> unanswered = new ArrayDeque<>();
    private final Set<BigInteger> answeredPrices = new HashSet<>();

    Optional<SentQuote> takeAnswer() {
      Optional<SentQuote> oldest = Optional.ofNullable(unanswered.poll());
      oldest.ifPresent(sent -> answeredPrices.add(sent.terms().price()));
      return oldest;
    }

    /** Whether a notice about {@code price} cannot be the answer that is waited for. */
    boolean isLate(BigInteger price) {
      SentQuote next = unanswered.peek();
      return next == null
          || (!next.terms().price().equals(price) && answeredPrices.contains(price));
    }
  }

  /** Remembers a quote that is about to be sent; false if its nonce was used before. */
  synchronized boolean add(SentQuote sent) {
    if (byNonce.putIfAbsent(sent.quote().nonce(), sent) != null) {
      return false;
    }
    RfqId rfq = sent.quote().rfq();
    byRequest.computeIfAbsent(rfq, id -> new Conversation()).unanswered.add(sent);
    dropEldest(byNonce, KEPT_QUOTES);
    dropEldest(byRequest, KEPT_REQUESTS);
    return true;
  }

  /** The quote did not leave: no answer will come. Its nonce stays used. */
  synchronized void notSent(SentQuote sent) {
    Conversation conversation = byRequest.get(sent.quote().rfq());
    if (conversation != null) {
      conversation.unanswered.remove(sent);
    }
  }

  synchronized Optional<SentQuote> find(QuoteNonce nonce) {
    return Optional.ofNullable(byNonce.get(nonce));
  }

  /** Takes the oldest quote for this request that has no answer yet. */
  synchronized Optional<SentQuote> takeAnswered(RfqId rfq) {
    return Optional.ofNullable(byRequest.get(rfq)).flatMap(Conversation::takeAnswer);
  }

  /**
   * Takes note of an outbid notice. It is the answer to the oldest unanswered quote, unless it
   * names the price of an answered one only: then it was on its way when the newer quote left.
   *
   * @return whether we ever quoted for this request
   */
  synchronized boolean outbid(RfqId rfq, BigInteger yours) {
    Conversation conversation = byRequest.get(rfq);
    if (conversation != null && !conversation.isLate(yours)) {
      conversation.takeAnswer();
    }
    return conversation != null;
  }

  /** No answer will come any more on the connection that is gone. */
  synchronized void connectionLost() {
    byRequest.values().forEach(conversation -> conversation.unanswered.clear());
  }

  private static <K, V> void dropEldest(Map<K, V> map, int kept) {
    if (map.size() > kept) {
      map.remove(map.keySet().iterator().next());
    }
  }
}
