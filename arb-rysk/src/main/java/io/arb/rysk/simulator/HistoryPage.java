package io.arb.rysk.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.evm.Address;
import io.arb.core.wire.Json;
import java.math.BigInteger;
import java.util.function.Predicate;

/** Lists of past trades, newest last, in the venue's form: all amounts e18. */
final class HistoryPage {
  private final Venue venue;

  HistoryPage(Venue venue) {
    this.venue = venue;
  }

  /** The trades in which an address was taker or maker. */
  ArrayNode of(Address address) {
    return list(trade -> trade.taker().equals(address) || trade.maker().equals(address));
  }

  ArrayNode ofTaker(Address taker) {
    return list(trade -> trade.taker().equals(taker));
  }

  /**
   * The trades of a time.
   *
   * @param from inclusive, seconds since 1970
   * @param to inclusive
   */
  ArrayNode between(long from, long to) {
    return list(trade -> trade.at().getEpochSecond() >= from && trade.at().getEpochSecond() <= to);
  }

  private ArrayNode list(Predicate<RyskTrade> wanted) {
    ArrayNode list = Json.array();
    venue
        .books
        .trades()
        .filter(settled -> wanted.test(settled.trade()))
        .forEach(settled -> list.add(entry(settled)));
    return list;
  }

  private ObjectNode entry(BookKeeper.Settled settled) {
    ObjectNode json = settled.json();
    BigInteger strike = new BigInteger(json.get("strike").textValue());
    BigInteger raise = RyskMoney.tenTo(RyskMoney.WIRE_DECIMALS - RyskMoney.STRIKE_DECIMALS);
    BigInteger premium = RyskMoney.scaled(settled.trade().premium().usd(), RyskMoney.WIRE_DECIMALS);
    ObjectNode entry = Json.object();
    entry.set("address", json.get("assetAddress"));
    entry.put("apr", json.get("apr").asText());
    entry.set("chainId", json.get("chainId"));
    entry.set("createdAt", json.get("createdAt"));
    entry.set("expiry", json.get("expiry"));
    entry.put("isBuy", true);
    entry.set("isPut", json.get("isPut"));
    entry.set("quantity", json.get("quantity"));
    entry.put("strike", strike.multiply(raise).toString());
    entry.set("price", json.get("price"));
    entry.put("premium", premium.toString());
    entry.set("fees", json.get("fees"));
    entry.set("txHash", json.get("txHash"));
    entry.set("usd", json.get("usd"));
    entry.set("collateral", json.get("collateralAsset"));
    entry.set("status", json.get("status"));
    return entry.put("symbol", venue.config.asset().symbol());
  }
}
