package io.arb.deribit;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Underlying;
import io.arb.core.wire.Fields;
import io.arb.core.wire.WireFormatException;
import io.arb.deribit.map.DeribitInstrument;
import io.arb.deribit.map.Naming;
import io.arb.deribit.session.RestClient;
import io.arb.deribit.wire.Rows;
import io.arb.deribit.wire.WireInstrument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the perpetuals and options of the configured underlyings. Blocks; called by one thread at a
 * time, never by the session's. Source: Deribit API, public/get_instruments, the venue's dearest
 * call.
 */
final class InstrumentLoader {
  private static final Logger LOG = LoggerFactory.getLogger(InstrumentLoader.class);
  private static final String METHOD = "public/get_instruments";

  /** One list of the venue. */
  private record Listing(String currency, String kind) {}

  private final RestClient rest;
  private final Naming naming;
  private final Set<Underlying> underlyings;

  InstrumentLoader(RestClient rest, Naming naming, Set<Underlying> underlyings) {
    this.rest = rest;
    this.naming = naming;
    this.underlyings = Set.copyOf(underlyings);
  }

  /**
   * Reads the whole list. An instrument that is not what its name says is left out.
   *
   * @throws IOException if any part of the list could not be read; a part is never returned
   */
  List<DeribitInstrument> load() throws IOException {
    List<DeribitInstrument> all = new ArrayList<>();
    for (Listing listing : listings()) {
      JsonNode result =
          rest.get(
              METHOD,
              Map.of("currency", listing.currency(), "kind", listing.kind(), "expired", "false"));
      try {
        Rows.of(result, METHOD).forEach(row -> add(row, all));
      } catch (WireFormatException e) {
        throw new IOException("unreadable list of instruments: " + e.getMessage(), e);
      }
    }
    return all;
  }

  /** The venue lists by settlement currency: everything linear is under USDC. */
  private Set<Listing> listings() {
    Set<Listing> listings = new LinkedHashSet<>();
    for (Underlying underlying : underlyings) {
      listings.add(new Listing(naming.settlementCurrency(new Perpetual(underlying)), "future"));
      listings.add(new Listing(naming.optionCurrency(underlying), "option"));
    }
    return listings;
  }

  private void add(Fields row, List<DeribitInstrument> all) {
    try {
      WireInstrument wire = WireInstrument.of(row);
      DeribitInstrument.of(wire, naming)
          .filter(instrument -> underlyings.contains(instrument.instrument().underlying()))
          .ifPresent(all::add);
    } catch (WireFormatException e) {
      LOG.warn("Instrument left out: {}", e.getMessage());
    }
  }
}
