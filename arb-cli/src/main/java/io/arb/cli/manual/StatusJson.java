package io.arb.cli.manual;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.engine.EngineStatus;
import io.arb.core.model.Instrument;
import io.arb.core.model.Quantity;
import io.arb.core.portfolio.Exposure;
import io.arb.core.portfolio.Pnl;
import io.arb.core.wire.Json;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/** The engine's state for programs. Decimals are strings, exact. */
final class StatusJson {
  private StatusJson() {}

  static ObjectNode of(EngineStatus status) {
    ObjectNode json =
        Json.object()
            .put("at", status.at().toString())
            .put("quoting", status.closed().isEmpty())
            .put("closed", status.closed().orElse(""))
            .put("risk", status.risk().name().toLowerCase(Locale.ROOT));
    json.set("net", positions(status.net()));
    json.set("on_exchange", positions(status.onExchange()));
    json.set("at_source", positions(status.atSource()));
    json.set("exposure", exposure(status.exposure()));
    json.set("pnl", pnl(status.pnl()));
    return json.put("live_quotes", status.liveQuotes())
        .put("hedging", status.hedging())
        .put("failed_hedges", status.failedHedges())
        .put("open_intents", status.openIntents());
  }

  private static ObjectNode positions(Map<Instrument, Quantity> positions) {
    ObjectNode json = Json.object();
    positions.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.comparing(Instrument::symbol)))
        .forEach(entry -> json.put(entry.getKey().symbol(), entry.getValue().toString()));
    return json;
  }

  private static ObjectNode exposure(Exposure exposure) {
    ObjectNode json =
        Json.object()
            .put("delta", exposure.delta().toString())
            .put("gamma", exposure.gamma().toPlainString())
            .put("vega_per_point_usd", exposure.vegaPerPoint().toString())
            .put("theta_per_day_usd", exposure.thetaPerDay().toString());
    addSymbols(json, "missing", exposure.missing());
    return json;
  }

  private static ObjectNode pnl(Pnl pnl) {
    ObjectNode json =
        Json.object()
            .put("total_usd", pnl.total().toString())
            .put("options_usd", pnl.options().toString())
            .put("perpetuals_usd", pnl.perpetuals().toString())
            .put("source_fees_usd", pnl.sourceFees().toString())
            .put("exchange_fees_usd", pnl.exchangeFees().toString());
    addSymbols(json, "unmarked", pnl.unmarked());
    return json;
  }

  private static void addSymbols(ObjectNode json, String name, Collection<Instrument> instruments) {
    var list = json.putArray(name);
    instruments.stream().map(Instrument::symbol).sorted().forEach(list::add);
  }
}
