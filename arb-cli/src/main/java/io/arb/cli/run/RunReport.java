package io.arb.cli.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.cli.simulation.SimulatedVenues;
import io.arb.core.engine.EngineStatus;
import io.arb.core.model.Instrument;
import io.arb.core.model.Money;
import io.arb.core.model.OrderPurpose;
import io.arb.core.model.Quantity;
import io.arb.core.model.TradeState;
import io.arb.core.portfolio.Pnl;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a run did, as one JSON object. With simulators, also what their books say, and whether they
 * agree.
 */
final class RunReport {
  private final ObjectNode json;
  private final boolean agrees;

  private RunReport(ObjectNode json, boolean agrees) {
    this.json = json;
    this.agrees = agrees;
  }

  static RunReport of(
      RunCounters.Counts counts,
      EngineStatus status,
      Optional<SimulatedVenues> simulation,
      boolean ryskAlone) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    quoting(json, counts);
    trades(json, counts, status);
    orders(json, counts, status);
    json.set("pnl_usd", pnl(status.pnl()));
    json.set("positions", positions(status.net()));
    if (simulation.isEmpty()) {
      return new RunReport(json, true);
    }
    BooksComparison comparison = BooksComparison.of(status, counts, simulation.get(), ryskAlone);
    json.put("rejected_signatures", comparison.rejectedSignatures());
    json.set("simulators", comparison.json());
    json.put("books_agree", comparison.agrees());
    return new RunReport(json, comparison.agrees());
  }

  private static void quoting(ObjectNode json, RunCounters.Counts counts) {
    json.put("rfqs", counts.rfqs());
    json.put("quotes", counts.quotes());
    json.put("improved_quotes", counts.improvements());
    ObjectNode declined = json.putObject("declined");
    counts.declined().forEach(declined::put);
  }

  private static void trades(ObjectNode json, RunCounters.Counts counts, EngineStatus status) {
    long confirmed = counts.trades(TradeState.EXECUTED);
    json.put("wins", confirmed);
    json.put("trades_confirmed", confirmed);
    json.put("trades_hedged", counts.trades(TradeState.HEDGED));
    json.put("trades_working", status.hedging());
    json.put("trades_failed", status.failedHedges());
    json.put("dead_letters", counts.deadLetters());
    json.put("incidents", counts.incidents());
  }

  private static void orders(ObjectNode json, RunCounters.Counts counts, EngineStatus status) {
    json.put("hedge_orders", counts.orders(OrderPurpose.Kind.OPTION_HEDGE));
    json.put("delta_orders", counts.orders(OrderPurpose.Kind.DELTA_HEDGE));
    json.put("ddh_orders", counts.orders(OrderPurpose.Kind.GAMMA_DDH));
    json.put("ddh_fills", counts.fills().getOrDefault(OrderPurpose.Kind.GAMMA_DDH, 0L));
    json.put("open_intents", status.openIntents());
  }

  private static ObjectNode pnl(Pnl pnl) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("options", text(pnl.options()));
    node.put("perpetuals", text(pnl.perpetuals()));
    node.put("source_fees", text(pnl.sourceFees().negate()));
    node.put("exchange_fees", text(pnl.exchangeFees().negate()));
    node.put("total", text(pnl.total()));
    return node;
  }

  /** Money to the cent for people; the books are compared exactly. */
  private static String text(Money money) {
    return money.usd().setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }

  static ObjectNode positions(Map<Instrument, Quantity> positions) {
    Map<String, String> sorted = new TreeMap<>();
    positions.forEach((instrument, held) -> sorted.put(instrument.symbol(), held.toString()));
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    sorted.forEach(node::put);
    return node;
  }

  /** False if the simulators' books and ours differ. */
  boolean agrees() {
    return agrees;
  }

  /** One line. */
  String toJson() {
    return json.toString();
  }
}
