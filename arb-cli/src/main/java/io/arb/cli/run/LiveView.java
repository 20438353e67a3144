package io.arb.cli.run;

import io.arb.core.engine.EngineStatus;
import io.arb.core.engine.NoticeListener;
import io.arb.core.model.Fill;
import io.arb.core.model.Money;
import io.arb.core.model.Notice;
import io.arb.core.model.OrderPurpose;
import io.arb.core.model.OrderRequest;
import io.arb.core.portfolio.Exposure;
import io.arb.core.portfolio.Pnl;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** One readable line for everything that happens. Safe from any thread: lines are never mixed. */
final class LiveView implements NoticeListener {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private final PrintWriter out;

  LiveView(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void on(Notice notice, Instant at) {
    line(notice).ifPresent(line -> print(at, line));
  }

  private static Optional<String> line(Notice notice) {
    return switch (notice) {
      case Notice.RfqSeen(var rfq) ->
          Optional.of(row("RFQ", rfq.option() + " x " + rfq.quantity() + "  id " + rfq.id()));
      case Notice.RfqDeclined(var rfq, var reason, var detail) ->
          Optional.of(row("DECLINE", reason + ": " + detail + "  id " + rfq));
      case Notice.QuoteMade made -> Optional.of(quote(made));
      case Notice.QuoteLost(var rfq, var nonce, var reason) ->
          Optional.of(row("OUTBID", reason + "  id " + rfq));
      case Notice.TradeMoved(var trade, var state, var option, var quantity, var detail) ->
          Optional.of(
              row("TRADE", state + " " + option + " x " + quantity + "  " + detail + "  " + trade));
      case Notice.OrderSent(var request, var purpose, var replaces) ->
          Optional.of(order(request, purpose, replaces.isPresent()));
      case Notice.OrderEnded(var id, var purpose, var outcome, var filled) ->
          Optional.of(row(label(purpose), "order " + outcome + ", filled " + filled + "  " + id));
      case Notice.FillSeen(var fill, var purpose) -> Optional.of(fill(fill, purpose));
      case Notice.StatusSeen(var venue, var status, var reason) ->
          Optional.of(row("STATUS", venue + " " + status + "  " + reason));
      case Notice.RiskMoved(var state, var reason) ->
          Optional.of(row("RISK", state + ": " + reason));
      case Notice.DeadLetterAdded(var subject, var reason) ->
          Optional.of(row("DEAD", subject + ": " + reason));
      case Notice.Incident(var subject, var detail) ->
          Optional.of(row("INCIDENT", subject + ": " + detail));
    };
  }

  private static String quote(Notice.QuoteMade made) {
    return row(
        made.improved() ? "IMPROVE" : "QUOTE",
        String.format(
            Locale.ROOT,
            "%s x %s  bid %s, hedge bid %s, edge %s a unit",
            made.quote().option(),
            made.quote().quantity(),
            made.quote().bid(),
            money(made.hedgeBid().usd()),
            money(made.edgePerUnit().usd())));
  }

  private static String order(OrderRequest request, OrderPurpose purpose, boolean replaces) {
    return row(
        label(purpose),
        String.format(
            Locale.ROOT,
            "%s %s %s of %s at %s  %s",
            replaces ? "move to" : "place",
            request.side().name().toLowerCase(Locale.ROOT),
            request.quantity(),
            request.instrument(),
            request.limit(),
            request.timeInForce().name().toLowerCase(Locale.ROOT)));
  }

  private static String fill(Fill fill, OrderPurpose purpose) {
    return row(
        label(purpose),
        String.format(
            Locale.ROOT,
            "FILL %s %s of %s at %s, %s USD, fee %s",
            fill.side().name().toLowerCase(Locale.ROOT),
            fill.quantity(),
            fill.instrument(),
            fill.price(),
            money(fill.price().times(fill.quantity()).usd()),
            money(fill.fee().usd())));
  }

  private static String label(OrderPurpose purpose) {
    return switch (purpose.kind()) {
      case OPTION_HEDGE -> "HEDGE";
      case DELTA_HEDGE -> "DELTA";
      case GAMMA_DDH -> "DDH";
    };
  }

  /** The line of the second: risk and money at a glance. */
  void summary(EngineStatus status) {
    Exposure exposure = status.exposure();
    Pnl pnl = status.pnl();
    print(
        status.at(),
        row(
            "=====",
            String.format(
                Locale.ROOT,
                "delta %s gamma %s vega %s theta %s/day%s | P&L %s (options %s, perp %s, fees %s)%s"
                    + " | %d positions, %d live quotes, %d hedging%s",
                scaled(exposure.delta().units(), 3),
                scaled(exposure.gamma(), 5),
                money(exposure.vegaPerPoint().usd()),
                money(exposure.thetaPerDay().usd()),
                exposure.isWhole() ? "" : " (incomplete)",
                money(pnl.total().usd()),
                money(pnl.options().usd()),
                money(pnl.perpetuals().usd()),
                money(fees(pnl).usd()),
                pnl.isWhole() ? "" : " (incomplete)",
                status.net().size(),
                status.liveQuotes(),
                status.hedging(),
                status.closed().map(why -> " | not quoting: " + why).orElse(""))));
  }

  private static Money fees(Pnl pnl) {
    return pnl.sourceFees().plus(pnl.exchangeFees()).negate();
  }

  /** A line of its own, for people. */
  void say(Instant at, String text) {
    print(at, row("ARB", text));
  }

  private synchronized void print(Instant at, String line) {
    out.println(TIME.format(at) + " " + line);
    out.flush();
  }

  private static String row(String kind, String text) {
    return String.format(Locale.ROOT, "%-8s %s", kind, text);
  }

  private static String money(BigDecimal usd) {
    return scaled(usd, 2);
  }

  private static String scaled(BigDecimal value, int decimals) {
    return value.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString();
  }
}
