package io.arb.rysk.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.arb.core.evm.Address;
import io.arb.core.evm.Keccak256;
import io.arb.core.wire.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The option tokens that exist, who holds them and what they pay in the end. Balances are kept in
 * the {@link Vault}, eight decimals. Owned by the simulator's thread.
 */
final class OTokens {
  private static final int ADDRESS_BYTES = 20;

  /** What a token stands for. */
  private record Series(Address token, RfqTerms terms) {
    boolean expiresAt(long expiry) {
      return terms.expiry() == expiry;
    }
  }

  private final Venue venue;
  private final Map<Address, Series> byToken = new TreeMap<>((a, b) -> a.hex().compareTo(b.hex()));
  private final Map<RyskAccount, BigInteger> premiumPaid = new HashMap<>();

  OTokens(Venue venue) {
    this.venue = venue;
  }

  /** Mints the tokens of a trade to the maker. */
  void mint(Address maker, RfqTerms terms, BigInteger price) {
    Address token = address(terms);
    BigInteger quantity = terms.quantityUnits();
    byToken.putIfAbsent(token, new Series(token, terms));
    venue.vault.credit(maker, token, RyskMoney.oTokens(quantity));
    premiumPaid.merge(
        new RyskAccount(maker, token),
        price.multiply(quantity).divide(RyskMoney.tenTo(RyskMoney.WIRE_DECIMALS)),
        BigInteger::add);
  }

  boolean exists(Address token) {
    return byToken.containsKey(token);
  }

  private static Address address(RfqTerms terms) {
    String key =
        String.join(
            "/",
            terms.asset(),
            terms.usd().orElse(""),
            terms.collateralAsset().orElse(""),
            Long.toString(terms.chainId()),
            terms.strike(),
            Long.toString(terms.expiry()),
            Boolean.toString(terms.isPut()));
    byte[] hash = Keccak256.hash(key.getBytes(UTF_8));
    return Address.of(Arrays.copyOfRange(hash, hash.length - ADDRESS_BYTES, hash.length));
  }

  /** What an owner holds, in the form of the venue's list of maker positions: all e18. */
  ArrayNode positions(Address owner) {
    ArrayNode list = Json.array();
    for (Series series : byToken.values()) {
      BigInteger balance = venue.vault.balance(owner, series.token());
      if (balance.signum() > 0) {
        list.addObject()
            .put("assetAddress", series.token().hex())
            .put("balance", raised(balance, RyskMoney.OTOKEN_DECIMALS))
            .put("strike", raised(series.terms().strikeUnits(), RyskMoney.STRIKE_DECIMALS))
            .put("expiry", series.terms().expiry())
            .put("isPut", series.terms().isPut())
            .put("underlying", venue.config.asset().underlying().symbol())
            .put("optionAsset", series.terms().asset())
            .put("premium", premium(owner, series).toString())
            .put("isOtoken", true);
      }
    }
    return list;
  }

  private BigInteger premium(Address owner, Series series) {
    return premiumPaid.getOrDefault(new RyskAccount(owner, series.token()), BigInteger.ZERO);
  }

  private static String raised(BigInteger value, int decimals) {
    return value.multiply(RyskMoney.tenTo(RyskMoney.WIRE_DECIMALS - decimals)).toString();
  }

  /** Pays all holders of an expiry what their tokens are worth, and burns the tokens. */
  void expire(long expiry, BigInteger settlement) {
    List<Series> expired =
        byToken.values().stream().filter(series -> series.expiresAt(expiry)).toList();
    for (Series series : expired) {
      venue.vault.snapshot().keySet().stream()
          .filter(account -> account.token().equals(series.token()))
          .forEach(account -> exercise(account, series.terms(), settlement));
      byToken.remove(series.token());
    }
  }

  private void exercise(RyskAccount account, RfqTerms terms, BigInteger settlement) {
    BigInteger oTokens = venue.vault.balance(account.owner(), account.token());
    BigDecimal slippage = venue.config.charges().exerciseSlippage();
    BigInteger payoff =
        RyskMoney.payoff(terms.isPut(), terms.strikeUnits(), settlement, oTokens, slippage);
    venue.vault.debit(account.owner(), account.token(), oTokens);
    terms.usd().ifPresent(usd -> venue.vault.credit(account.owner(), Address.of(usd), payoff));
    premiumPaid.remove(account);
  }
}
