package io.arb.deribit.simulator;

import io.arb.core.model.Instrument;
import io.arb.core.paper.PaperMarket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * All products by name: the market's perpetual and options, each in both flavours. What has been
 * delivered stays, closed. Owned by the simulator's thread.
 */
final class Listing {
  private static final long FIRST_ID = 100_000;
  private static final Pattern FORM =
      Pattern.compile(
          "[A-Z0-9]+(_[A-Z0-9]+)?-(PERPETUAL|\\d{1,2}[A-Z]{3}\\d{2}(-\\d+(d\\d+)?-[CP])?)");

  private final Map<String, Product> byName = new LinkedHashMap<>();
  private final Set<Product> delivered = new HashSet<>();

  Listing(PaperMarket market, Instant now) {
    List<Instrument> instruments = new ArrayList<>();
    instruments.add(market.perpetual());
    instruments.addAll(market.options(now));
    for (Instrument instrument : instruments) {
      for (Flavour flavour : Flavour.values()) {
        Product product = Product.of(instrument, flavour, FIRST_ID + byName.size());
        byName.put(product.name(), product);
      }
    }
  }

  Collection<Product> all() {
    return byName.values();
  }

  Optional<Product> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The product that a request names. */
  Product require(String name) {
    if (!FORM.matcher(name).matches()) {
      throw RpcError.invalid("instrument_name", "wrong format");
    }
    return find(name)
        .orElseThrow(() -> RpcError.invalid("instrument_name", "instrument not found"));
  }

  boolean isOpen(Product product) {
    return !delivered.contains(product);
  }

  void deliver(Product product) {
    delivered.add(product);
  }

  boolean isCoin(String currency) {
    return byName.values().stream().anyMatch(product -> product.settlement().equals(currency));
  }

  /** Open products whose expiry has come. */
  List<Product> due(Instant now) {
    return byName.values().stream()
        .filter(product -> isOpen(product) && product.isExpired(now))
        .toList();
  }
}
