package io.arb.cli.manual;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.arb.core.model.QuoteNonce;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Which trades were submitted under which idempotency key, so that a client that got no answer can
 * ask again. Safe from any thread.
 *
 * <p>The number of such a trade is a hash of its key. The engine, whose ledger knows every number
 * that was traded, therefore refuses a second trade of the same key also after a restart, when this
 * memory is gone.
 */
final class Submissions {
  private static final int REMEMBERED = 10_000;

  private final Map<String, Submission> byKey =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Submission> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** A trade and its number. */
  private record Submission(SubmittedTrade trade, QuoteNonce nonce) {}

  /**
   * Gives the trade its number and books it, unless that was done before.
   *
   * @param numbers for trades without a key
   * @param booking called once for each trade; if it throws, the trade is not remembered
   * @return the number, also of an earlier booking; empty if the key belongs to another trade
   */
  synchronized Optional<QuoteNonce> submit(
      Optional<String> key,
      SubmittedTrade trade,
      Supplier<QuoteNonce> numbers,
      Consumer<QuoteNonce> booking) {
    Optional<Submission> earlier = key.map(byKey::get);
    if (earlier.isPresent()) {
      return earlier.filter(known -> known.trade().equals(trade)).map(Submission::nonce);
    }
    QuoteNonce nonce = key.map(Submissions::numberOf).orElseGet(numbers);
    booking.accept(nonce);
    key.ifPresent(text -> byKey.put(text, new Submission(trade, nonce)));
    return Optional.of(nonce);
  }

  private static QuoteNonce numberOf(String key) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return new QuoteNonce(ByteBuffer.wrap(sha256.digest(key.getBytes(UTF_8))).getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
