package io.arb.rysk.wire;

import io.arb.core.evm.Address;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whatever arrives on {@code /maker}. */
public sealed interface MakerFrame {

  /** The quote is the best so far. */
  record QuoteOk(String id) implements MakerFrame {}

  /**
   * Somebody bids more, as the answer to a quote or later.
   *
   * @param newBest USD per unit times 10^18
   * @param yours the price of our quote that was beaten
   */
  record Outbid(String rfqId, BigInteger newBest, BigInteger yours) implements MakerFrame {}

  /**
   * A request of ours failed.
   *
   * @param id empty if the server could not tell which
   * @param code 0 if the server gave none
   */
  record Failed(Optional<String> id, int code, String message) implements MakerFrame {}

  /** A trade is settled. */
  record Traded(TradeRecord trade) implements MakerFrame {}

  /** A trade is settled, but the message lacks what is needed to book it: a person must look. */
  record UnreadableTrade(String problem) implements MakerFrame {}

  /** What the venue holds for us: smallest units by token, of one chain. Never empty. */
  record Balances(Map<Token, BigInteger> amounts) implements MakerFrame {
    public Balances {
      amounts = Map.copyOf(amounts);
    }
  }

  /**
   * A token on a chain.
   *
   * @param chainId empty if the answer did not say
   */
  record Token(Optional<Long> chainId, Address address) {}

  /** The option tokens that the venue holds for us. */
  record Positions(List<PositionRecord> positions) implements MakerFrame {
    public Positions {
      positions = List.copyOf(positions);
    }
  }

  /** A deposit or withdrawal was accepted; the money moves with the operator's transaction. */
  record TransferAccepted(String id) implements MakerFrame {}

  /** None of the above. */
  record Unknown(String reason) implements MakerFrame {}

  /** Nothing, as some servers send to keep a connection busy. */
  record Blank() implements MakerFrame {}

  /** Reads any text. Never throws. */
  static MakerFrame parse(String text) {
    return MakerFrames.parse(text);
  }
}
