package io.arb.derive.simulator;

import io.arb.core.evm.Address;
import io.arb.core.model.Instrument;
import io.arb.core.model.Option;
import io.arb.core.model.Perpetual;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A proven right to act for a wallet.
 *
 * @param key empty: the wallet's own key, which may do everything
 */
record Login(DeriveWallet wallet, Optional<DeriveKey> key) {
  /** Who signs as {@code signer} for a wallet; empty if nobody. */
  static Optional<Login> of(DeriveWallet wallet, Address signer) {
    if (signer.equals(wallet.address())) {
      return Optional.of(new Login(wallet, Optional.empty()));
    }
    return wallet.keys().stream()
        .filter(key -> key.address().equals(signer))
        .findFirst()
        .map(key -> new Login(wallet, Optional.of(key)));
  }

  boolean isExpired(Instant now) {
    return key.map(known -> !now.isBefore(known.expiresAt())).orElse(false);
  }

  List<Long> subaccounts() {
    return wallet.subaccountIds().stream().filter(this::covers).toList();
  }

  boolean covers(long subaccountId) {
    return wallet.subaccountIds().contains(subaccountId)
        && key.map(DeriveKey::subaccountIds)
            .map(limited -> limited.isEmpty() || limited.contains(subaccountId))
            .orElse(true);
  }

  /** Whether the key's scopes allow a kind of request; the names of both generations are known. */
  boolean allows(Access access) {
    return has("admin")
        || switch (access) {
          case PUBLIC -> true;
          case READ -> has("account_info") || has("read_only") || has("account");
          case ACCOUNT -> has("account") || has("trade:all");
          case TRADE, CANCEL -> scopes().stream().anyMatch(scope -> scope.startsWith("trade:"));
        };
  }

  /** Whether the key may place orders in an instrument. */
  boolean mayTrade(Instrument instrument) {
    String kind =
        switch (instrument) {
          case Perpetual p -> "trade:orderbook:perp";
          case Option o -> "trade:orderbook:option";
        };
    return has("admin") || has("trade:all") || has("trade:orderbook:all") || has(kind);
  }

  private boolean has(String scope) {
    return key.isEmpty() || scopes().contains(scope);
  }

  private Set<String> scopes() {
    return key.map(DeriveKey::scopes).orElse(Set.of());
  }
}
