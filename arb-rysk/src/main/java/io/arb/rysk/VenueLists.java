package io.arb.rysk;

import io.arb.core.model.Option;
import io.arb.core.model.Price;
import io.arb.core.model.SourceEvent.OptionsOffered;
import io.arb.core.model.Underlying;
import io.arb.core.wire.WireFormatException;
import io.arb.greeks.OptionType;
import io.arb.rysk.RyskStatistics.Count;
import io.arb.rysk.wire.AssetRecord;
import io.arb.rysk.wire.InventoryRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what the venue's lists say: which tokens stand for what, and which options takers may ask
 * for. A list that cannot be read, or that is empty, changes nothing. Used by one thread.
 */
final class VenueLists {
  private static final Logger LOG = LoggerFactory.getLogger(VenueLists.class);

  private final Scope scope;
  private final RyskSettings settings;
  private final VenueHttp http;
  private final AssetDirectory assets;

  VenueLists(Scope scope, VenueHttp http, AssetDirectory assets) {
    this.scope = scope;
    this.settings = scope.settings();
    this.http = http;
    this.assets = assets;
  }

  /** Reads the asset list; false if nothing was learnt. */
  boolean readAssets() {
    try {
      List<AssetRecord> records =
          AssetRecord.parse(http.get("/api/assets"), settings.chain().chainId());
      if (records.isEmpty()) {
        throw new IOException("no assets of chain " + settings.chain().chainId());
      }
      assets.replace(records);
      return true;
    } catch (IOException | WireFormatException e) {
      return failed("asset list", e);
    }
  }

  /** Reads what is offered and reports it; false if nothing was learnt. */
  boolean readInventory() {
    try {
      Set<Option> offered = offered(InventoryRecord.parse(http.get("/api/inventory")));
      if (offered.isEmpty()) {
        throw new IOException("nothing is offered for our assets");
      }
      scope.events().accept(new OptionsOffered(scope.id(), offered));
      return true;
    } catch (IOException | WireFormatException e) {
      return failed("inventory", e);
    }
  }

  private Set<Option> offered(List<InventoryRecord> inventory) {
    Instant now = scope.clock().instant();
    return inventory.stream()
        .filter(record -> settings.acceptsPuts() || !record.isPut())
        .filter(record -> record.expirySeconds() > now.getEpochSecond())
        .filter(record -> Units.isWireStrike(record.strike()))
        .flatMap(this::options)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Stream<Option> options(InventoryRecord record) {
    return record.assets().stream()
        .filter(settings.assets()::contains)
        .map(assets::underlying)
        .flatMap(Optional::stream)
        .map(underlying -> option(record, underlying));
  }

  private static Option option(InventoryRecord record, Underlying underlying) {
    return new Option(
        underlying,
        Instant.ofEpochSecond(record.expirySeconds()),
        new Price(record.strike()),
        record.isPut() ? OptionType.PUT : OptionType.CALL);
  }

  private boolean failed(String list, Exception e) {
    scope.counters().add(Count.HTTP_FAILURES);
    LOG.warn("The venue's {} could not be read: {}", list, e.getMessage());
    return false;
  }
}
