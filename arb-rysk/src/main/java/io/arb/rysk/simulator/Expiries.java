package io.arb.rysk.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.Price;
import io.arb.core.wire.Json;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;

/** The oracle's prices of past expiries; the first one stands. Owned by the simulator's thread. */
final class Expiries {
  private static final int KEPT = 500;

  private final Venue venue;
  private final OTokens oTokens;
  private final TreeMap<Long, BigInteger> prices = new TreeMap<>();
  private final Set<Long> awaited = new HashSet<>();

  Expiries(Venue venue, OTokens oTokens) {
    this.venue = venue;
    this.oTokens = oTokens;
  }

  /** Tokens of this expiry exist from now on: it settles at the market's price at its time. */
  void minted(long expiry) {
    BigInteger settled = prices.get(expiry);
    if (settled != null) {
      oTokens.expire(expiry, settled);
    } else if (awaited.add(expiry)) {
      Instant at = Instant.ofEpochSecond(expiry);
      venue.agenda.at(at, due -> expire(expiry, venue.market.settlement(at)));
    }
  }

  void expire(long expiry, Price price) {
    BigInteger units = RyskMoney.scaled(price.usd(), RyskMoney.STRIKE_DECIMALS);
    boolean unused = awaited.remove(expiry);
    if (prices.putIfAbsent(expiry, units) == null) {
      oTokens.expire(expiry, units);
    }
    if (prices.size() > KEPT) {
      prices.pollFirstEntry();
    }
  }

  /** Price in units of 10^-8 USD by expiry in seconds. */
  ObjectNode json() {
    ObjectNode json = Json.object();
    prices.forEach((expiry, price) -> json.put(Long.toString(expiry), price.toString()));
    return json;
  }
}
