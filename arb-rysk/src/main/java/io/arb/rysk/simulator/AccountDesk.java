package io.arb.rysk.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.arb.core.evm.Address;
import io.arb.core.wire.Json;
import java.util.Optional;

/** Answers what a maker has. Owned by the simulator's thread. */
final class AccountDesk {
  private final Venue venue;
  private final OTokens oTokens;

  AccountDesk(Venue venue, OTokens oTokens) {
    this.venue = venue;
    this.oTokens = oTokens;
  }

  /** The stablecoin's balance, also if it is zero: the list tells nothing of option tokens. */
  JsonNode balances(Address account) {
    Address usd = venue.config.chain().strikeAsset();
    ArrayNode list = Json.array();
    list.addObject()
        .put("asset", usd.hex())
        .put("chainId", venue.config.chain().chainId())
        .put("balance", venue.vault.balance(account, usd).toString());
    return spoiled().orElse(list);
  }

  JsonNode positions(Address account) {
    return spoiled().orElseGet(() -> oTokens.positions(account));
  }

  private Optional<JsonNode> spoiled() {
    if (venue.has(RyskFault.ACCOUNT_NULL)) {
      return Optional.of(NullNode.getInstance());
    }
    return venue.has(RyskFault.ACCOUNT_EMPTY) ? Optional.of(Json.array()) : Optional.empty();
  }
}
