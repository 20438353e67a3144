package io.arb.rysk.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.evm.Address;
import io.arb.rysk.wire.MakerFrame.Token;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the answer to {@code balances}, whose form is not public: a list of objects, or an object
 * keyed by chain id or by token. What does not fit is left out; if nothing fits the balances are
 * unknown, which is not zero.
 */
final class BalanceList {
  private static final int MAX_DEPTH = 4;
  private static final int AMOUNT_BITS = 256;
  private static final List<String> TOKEN_KEYS =
      List.of("asset", "address", "token", "assetAddress");
  private static final List<String> AMOUNT_KEYS = List.of("balance", "amount");

  private final Map<Token, BigInteger> amounts = new LinkedHashMap<>();

  private BalanceList() {}

  static MakerFrame read(JsonNode result) {
    BalanceList list = new BalanceList();
    list.collect(result, Optional.empty(), null, 0);
    return list.amounts.isEmpty()
        ? new MakerFrame.Unknown("balances in an unknown form")
        : new MakerFrame.Balances(list.amounts);
  }

  /**
   * @param chainId of the key above, if that was a chain id
   * @param token the key above, if that was an address
   */
  private void collect(JsonNode node, Optional<Long> chainId, @Nullable Address token, int depth) {
    if (depth > MAX_DEPTH) {
      return;
    }
    if (node.isArray()) {
      node.forEach(element -> collect(element, chainId, token, depth + 1));
    } else if (node.isObject()) {
      object(node, chainId, token, depth);
    } else if (token != null) {
      put(chainId, token, node);
    }
  }

  private void object(JsonNode node, Optional<Long> outer, @Nullable Address key, int depth) {
    Optional<Long> chainId = chainId(node.path("chainId").asText("")).or(() -> outer);
    Optional<Address> token =
        present(node, TOKEN_KEYS)
            .flatMap(named -> address(named.asText("")))
            .or(() -> Optional.ofNullable(key));
    Optional<JsonNode> amount = present(node, AMOUNT_KEYS);
    if (token.isPresent() && amount.isPresent()) {
      put(chainId, token.get(), amount.get());
      return;
    }
    node.properties()
        .forEach(
            entry ->
                collect(
                    entry.getValue(),
                    chainId(entry.getKey()).or(() -> chainId),
                    address(entry.getKey()).orElse(key),
                    depth + 1));
  }

  /** Of two amounts for one token the smaller is believed. */
  private void put(Optional<Long> chainId, Address token, JsonNode amount) {
    String text = amount.isTextual() || amount.isIntegralNumber() ? amount.asText() : "";
    if (text.matches("[0-9]{1,78}")) {
      BigInteger value = new BigInteger(text);
      if (value.bitLength() <= AMOUNT_BITS) {
        amounts.merge(new Token(chainId, token), value, BigInteger::min);
      }
    }
  }

  private static Optional<JsonNode> present(JsonNode node, List<String> keys) {
    Stream<JsonNode> values = keys.stream().filter(node::hasNonNull).map(node::get);
    return values.findFirst();
  }

  private static Optional<Long> chainId(String key) {
    return key.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(key)) : Optional.empty();
  }

  private static Optional<Address> address(String text) {
    return text.matches("0x[0-9a-fA-F]{40}") ? Optional.of(Address.of(text)) : Optional.empty();
  }
}
