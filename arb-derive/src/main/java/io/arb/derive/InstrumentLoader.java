package io.arb.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.wire.Fields;
import io.arb.core.wire.Json;
import io.arb.core.wire.WireFormatException;
import io.arb.derive.map.DeriveInstrument;
import io.arb.derive.map.InstrumentName;
import io.arb.derive.profile.Generation;
import io.arb.derive.session.RestClient;
import io.arb.derive.wire.Page;
import io.arb.derive.wire.WireInstrument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the perpetuals and options of the configured underlyings. Blocks; called by one thread at a
 * time, never by the session's. Source: Derive API, public/get_all_instruments and (V2)
 * public/get_instruments.
 */
final class InstrumentLoader {
  private static final Logger LOG = LoggerFactory.getLogger(InstrumentLoader.class);
  private static final List<String> TYPES = List.of("perp", "option");
  private static final int PAGE_SIZE = 1_000;

  private final RestClient rest;
  private final Generation generation;
  private final List<String> underlyings;

  InstrumentLoader(RestClient rest, Generation generation, List<String> underlyings) {
    this.rest = rest;
    this.generation = generation;
    this.underlyings = List.copyOf(underlyings);
  }

  /**
   * Reads the whole list. An instrument that is not what its name says is left out.
   *
   * @throws IOException if any part of the list could not be read; a part is never returned
   */
  List<DeriveInstrument> load() throws IOException {
    List<DeriveInstrument> all = new ArrayList<>();
    try {
      for (String underlying : underlyings) {
        for (String type : TYPES) {
          rows(underlying, type).forEach(row -> add(row, all));
        }
      }
    } catch (WireFormatException e) {
      throw new IOException("unreadable list of instruments: " + e.getMessage(), e);
    }
    return all;
  }

  private List<Fields> rows(String underlying, String type) throws IOException {
    ObjectNode params =
        Json.object()
            .put("currency", underlying)
            .put("instrument_type", type)
            .put("expired", false);
    return switch (generation) {
      case V2 -> {
        JsonNode result = rest.post("public/get_instruments", params);
        yield Fields.of(Json.object().set("result", result), "public/get_instruments")
            .objects("result");
      }
      case V3 -> pages(params);
    };
  }

  private List<Fields> pages(ObjectNode params) throws IOException {
    List<Fields> rows = new ArrayList<>();
    int pages = 1;
    for (int number = 1; number <= pages; number++) {
      params.put("page", number).put("page_size", PAGE_SIZE);
      JsonNode result = rest.post("public/get_all_instruments", params);
      Page<Fields> page = Page.of(result, "instruments", row -> row);
      rows.addAll(page.items());
      pages = page.numPages();
    }
    return rows;
  }

  private static void add(Fields row, List<DeriveInstrument> all) {
    try {
      WireInstrument wire = WireInstrument.of(row);
      if (InstrumentName.parse(wire.instrumentName()).isPresent()) {
        all.add(DeriveInstrument.of(wire));
      }
    } catch (WireFormatException e) {
      LOG.warn("Instrument left out: {}", e.getMessage());
    }
  }
}
