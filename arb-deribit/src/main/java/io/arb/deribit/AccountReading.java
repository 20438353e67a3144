package io.arb.deribit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.wire.Fields;
import io.arb.core.wire.Json;
import io.arb.core.wire.WireFormatException;
import io.arb.deribit.map.AccountReader;
import io.arb.deribit.session.Answer;
import io.arb.deribit.session.Call;
import io.arb.deribit.session.DeribitSession;
import io.arb.deribit.wire.Rows;
import io.arb.deribit.wire.WireAccount;
import io.arb.deribit.wire.WireOrder;
import io.arb.deribit.wire.WirePosition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One reading of the account, request after request; any failure ends it. Owned by the session's
 * thread; used once. Source: Deribit API, private/get_account_summary, private/get_positions,
 * private/get_open_orders, public/get_index_price.
 */
final class AccountReading {
  /** Makes a request of the lane in which the reading goes. */
  @FunctionalInterface
  interface Asking {
    Call call(String method, ObjectNode params, Consumer<Answer> done);
  }

  private static final String DOLLARS = "USDC";

  private final DeribitSession session;
  private final Asking asking;
  private final List<String> currencies;
  private final Consumer<AccountReader.Reading> done;
  private final Consumer<String> failed;
  private final List<WireAccount> accounts = new ArrayList<>();
  private final Map<String, BigDecimal> indexes = new HashMap<>();
  private final List<WirePosition> positions = new ArrayList<>();
  private final List<WireOrder> openOrders = new ArrayList<>();

  AccountReading(
      DeribitSession session,
      Asking asking,
      List<String> currencies,
      Consumer<AccountReader.Reading> done,
      Consumer<String> failed) {
    this.session = session;
    this.asking = asking;
    this.currencies = List.copyOf(currencies);
    this.done = done;
    this.failed = failed;
  }

  void start() {
    account(0);
  }

  private void account(int index) {
    if (index == currencies.size()) {
      orders();
      return;
    }
    String currency = currencies.get(index);
    ask(
        "private/get_account_summary",
        Json.object().put("currency", currency),
        result -> {
          WireAccount account = WireAccount.of(result);
          if (!account.currency().equals(currency)) {
            throw new WireFormatException(
                "account summary", "currency", account.currency(), currency);
          }
          accounts.add(account);
          indexOf(index, currency);
        });
  }

  private void indexOf(int index, String currency) {
    if (currency.equals(DOLLARS)) {
      positions(index, currency);
      return;
    }
    String method = "public/get_index_price";
    ask(
        method,
        Json.object().put("index_name", currency.toLowerCase(Locale.ROOT) + "_usd"),
        result -> {
          Fields fields = Fields.of(result, method);
          if (fields.decimal("index_price").signum() <= 0) {
            throw fields.wrong("index_price", "a positive price");
          }
          indexes.put(currency, fields.decimal("index_price"));
          positions(index, currency);
        });
  }

  private void positions(int index, String currency) {
    String method = "private/get_positions";
    ask(
        method,
        Json.object().put("currency", currency),
        result -> {
          Rows.of(result, method).forEach(row -> positions.add(WirePosition.of(row)));
          account(index + 1);
        });
  }

  private void orders() {
    String method = "private/get_open_orders";
    ask(
        method,
        Json.object(),
        result -> {
          Rows.of(result, method).forEach(row -> openOrders.add(WireOrder.of(row)));
          done.accept(new AccountReader.Reading(accounts, indexes, positions, openOrders));
        });
  }

  private void ask(String method, ObjectNode params, Consumer<JsonNode> next) {
    session.submit(
        asking.call(
            method,
            params,
            answer -> {
              if (answer instanceof Answer.Result(JsonNode result)) {
                proceed(next, result);
              } else {
                failed.accept(method + ": " + answer.problem());
              }
            }));
  }

  private void proceed(Consumer<JsonNode> next, JsonNode result) {
    try {
      next.accept(result);
    } catch (WireFormatException e) {
      failed.accept(String.valueOf(e.getMessage()));
    }
  }
}
