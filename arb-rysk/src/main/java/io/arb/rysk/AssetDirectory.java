package io.arb.rysk;

import io.arb.core.evm.Address;
import io.arb.core.model.Underlying;
import io.arb.rysk.wire.AssetRecord;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the tokens of our chain stand for: the venue's list, and the configured names where it does
 * not say. Safe from any thread; a new list replaces the old one whole.
 */
final class AssetDirectory {
  private final Map<Address, Underlying> configured;
  private volatile Map<Address, AssetRecord> listed = Map.of();

  AssetDirectory(Map<Address, Underlying> configured) {
    this.configured = Map.copyOf(configured);
  }

  void replace(List<AssetRecord> records) {
    listed =
        records.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    AssetRecord::address, Function.identity(), (first, second) -> first));
  }

  Optional<Underlying> underlying(Address token) {
    return Optional.ofNullable(listed.get(token))
        .flatMap(record -> name(record.underlying()))
        .or(() -> Optional.ofNullable(configured.get(token)));
  }

  /** Whether an option on {@code asset} may be backed by {@code collateral}. */
  boolean backs(Address collateral, Address asset) {
    if (collateral.equals(asset)) {
      return true;
    }
    Optional<Underlying> backing = underlying(collateral);
    return backing.isPresent() && backing.equals(underlying(asset));
  }

  /** Whether the venue trades this size, as far as its list says. */
  boolean isTradeable(Address asset, BigInteger quantity) {
    AssetRecord record = listed.get(asset);
    return record == null
        || (record.minTradeSize().map(min -> quantity.compareTo(min) >= 0).orElse(true)
            && record.maxTradeSize().map(max -> quantity.compareTo(max) <= 0).orElse(true));
  }

  private static Optional<Underlying> name(String symbol) {
    try {
      return Optional.of(new Underlying(symbol));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a name that the domain cannot carry
    }
  }
}
