package io.arb.derive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.AccountSnapshot;
import io.arb.core.model.ExchangeEvent.SnapshotFailed;
import io.arb.core.model.ExchangeEvent.SnapshotTaken;
import io.arb.core.spi.EventSink;
import io.arb.core.wire.Fields;
import io.arb.core.wire.Json;
import io.arb.core.wire.WireFormatException;
import io.arb.derive.map.AccountReader;
import io.arb.derive.session.Answer;
import io.arb.derive.session.Call;
import io.arb.derive.session.DeriveSession;
import io.arb.derive.wire.WireBalance;
import io.arb.derive.wire.WireSubaccount;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the account holds: read whole, in one request, so that positions, cash and open orders
 * belong to one instant. Owned by the session's thread. Source: Derive API, private/get_subaccount.
 */
final class Accounts {
  private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);
  private static final String METHOD = "private/get_subaccount";

  /** Changes that no order of ours explains: look again. */
  private static final Set<String> SURPRISES =
      Set.of("liquidation", "liquidator", "option_settlement", "onchain_revert", "double_revert");

  private final DeriveSession session;
  private final long subaccountId;
  private final InstantSource clock;
  private final EventSink events;

  Accounts(DeriveSession session, long subaccountId, InstantSource clock, EventSink events) {
    this.session = session;
    this.subaccountId = subaccountId;
    this.clock = clock;
    this.events = events;
  }

  /** Ends with {@code SnapshotTaken} or {@code SnapshotFailed}. */
  void snapshot() {
    session.submit(
        Call.read(
            METHOD,
            params(),
            answer ->
                read(
                    answer,
                    snapshot -> events.accept(new SnapshotTaken(snapshot)),
                    reason -> events.accept(new SnapshotFailed(reason)))));
  }

  /** The first look after a login, which only proves that the account can be read. */
  void check(Runnable readable, Consumer<String> unreadable) {
    session.submit(
        Call.handshake(
            METHOD, params(), answer -> read(answer, snapshot -> readable.run(), unreadable)));
  }

  private ObjectNode params() {
    return Json.object().put("subaccount_id", subaccountId);
  }

  private void read(Answer answer, Consumer<AccountSnapshot> whole, Consumer<String> notReadable) {
    if (!(answer instanceof Answer.Result(JsonNode result))) {
      notReadable.accept(METHOD + ": " + answer.problem());
      return;
    }
    AccountSnapshot snapshot;
    try {
      snapshot = AccountReader.snapshot(WireSubaccount.of(result), subaccountId, clock.instant());
    } catch (WireFormatException e) {
      notReadable.accept(String.valueOf(e.getMessage()));
      return;
    }
    whole.accept(snapshot);
  }

  /** News of balances; they have no time and no order, so they only say when to look again. */
  void onBalances(JsonNode data) {
    Fields fields = Fields.of(Json.object().set("data", data), "balances");
    boolean surprised = false;
    for (Fields row : fields.objects("data")) {
      WireBalance balance = WireBalance.of(row);
      if (SURPRISES.contains(balance.updateType()) && !balance.isQuoteSide()) {
        LOG.warn("The venue changed our account: {}", balance);
        surprised = true;
      }
    }
    if (surprised) {
      snapshot();
    }
  }
}
