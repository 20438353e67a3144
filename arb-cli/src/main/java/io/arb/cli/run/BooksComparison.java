package io.arb.cli.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.cli.simulation.HedgeBooks;
import io.arb.cli.simulation.SimulatedVenues;
import io.arb.core.engine.EngineStatus;
import io.arb.core.evm.Address;
import io.arb.core.model.Instrument;
import io.arb.core.model.Money;
import io.arb.core.model.Quantity;
import io.arb.core.model.TradeState;
import io.arb.rysk.simulator.RyskBooks;
import io.arb.rysk.simulator.RyskError;
import io.arb.rysk.simulator.RyskTrade;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The simulators' books beside ours. They agree when the same trades were done, both venues hold
 * the same positions for us, and the fees are the same to the last digit.
 */
record BooksComparison(
    ObjectNode json, SortedMap<String, String> differences, long rejectedSignatures) {

  /**
   * Compares.
   *
   * @param ryskAlone false if trades came from elsewhere too: then our book at the sources is not
   *     Rysk's alone, and only the exchange's books are compared
   */
  static BooksComparison of(
      EngineStatus status, RunCounters.Counts counts, SimulatedVenues venues, boolean ryskAlone) {
    Address maker = venues.makerSigner().address();
    RyskBooks rysk = venues.ryskBooks();
    HedgeBooks hedges = venues.hedgeBooks();
    List<RyskTrade> trades = rysk.tradesOf(maker);
    long badSignatures =
        rysk.messagesRefused().getOrDefault(RyskError.BAD_SIGNATURE, 0L)
            + hedges.rejectedSignatures();

    SortedMap<String, String> differences = new TreeMap<>();
    if (ryskAlone) {
      compare("trades", trades.size(), counts.trades(TradeState.EXECUTED), differences);
      compare("rysk positions", bought(trades), status.atSource(), differences);
      compare("rysk fees", fees(trades), status.pnl().sourceFees(), differences);
    }
    String venue = hedges.venue();
    compare(venue + " positions", hedges.positions(), status.onExchange(), differences);
    compare(venue + " fees", hedges.fees(), status.pnl().exchangeFees(), differences);
    compare(venue + " open orders", hedges.openOrders(), status.openIntents(), differences);
    return new BooksComparison(json(rysk, hedges, trades, differences), differences, badSignatures);
  }

  private static void compare(
      String what, Object theirs, Object ours, Map<String, String> differences) {
    if (!String.valueOf(theirs).equals(String.valueOf(ours)) && !theirs.equals(ours)) {
      differences.put(what, "simulator " + theirs + ", ours " + ours);
    }
  }

  private static Map<Instrument, Quantity> bought(List<RyskTrade> trades) {
    Map<Instrument, Quantity> sums = new HashMap<>();
    trades.forEach(trade -> sums.merge(trade.option(), trade.quantity(), Quantity::plus));
    return sums;
  }

  private static Money fees(List<RyskTrade> trades) {
    return trades.stream().map(RyskTrade::fee).reduce(Money.ZERO, Money::plus);
  }

  private static ObjectNode json(
      RyskBooks rysk, HedgeBooks hedges, List<RyskTrade> trades, Map<String, String> differences) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ObjectNode ours = node.putObject("rysk");
    ours.put("rfqs", rysk.rfqsCreated());
    ours.put("quotes_received", rysk.quotesReceived());
    ours.put("trades_with_us", trades.size());
    ours.put("fees_usd", fees(trades).toString());
    ObjectNode refused = ours.putObject("refused");
    rysk.messagesRefused()
        .forEach((error, count) -> refused.put(error.name().toLowerCase(Locale.ROOT), count));
    ObjectNode venue = node.putObject(hedges.venue());
    venue.put("fills", hedges.fills());
    venue.put("fees_usd", hedges.fees().toString());
    venue.put("open_orders", hedges.openOrders());
    venue.set("positions", RunReport.positions(hedges.positions()));
    ObjectNode codes = venue.putObject("refused");
    hedges.refusals().forEach((code, count) -> codes.put(String.valueOf(code), count));
    ObjectNode differ = node.putObject("differences");
    differences.forEach(differ::put);
    return node;
  }

  boolean agrees() {
    return differences.isEmpty();
  }
}
