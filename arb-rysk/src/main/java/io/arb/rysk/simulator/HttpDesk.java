package io.arb.rysk.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.evm.Address;
import io.arb.core.wire.HttpCall;
import io.arb.core.wire.HttpReply;
import io.arb.core.wire.Json;
import io.arb.core.wire.RateBudget;
import java.util.Optional;

/** The read-only HTTP interface. Safe from any thread; the pages are made on the simulator's. */
final class HttpDesk {
  private static final String EXPIRY_PRICES = "/api/expiry-prices/";
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY_REQUESTS = 429;

  /** The venue's whole answer to one request too many. */
  private static final String TOO_MANY_BODY = "cc";

  private final Venue venue;
  private final StateThread state;
  private final RateBudget budget;
  private final MarketPages pages;
  private final HistoryPage history;
  private final AccountDesk accounts;
  private final Expiries expiries;

  HttpDesk(
      Venue venue,
      StateThread state,
      RateBudget budget,
      MarketPages pages,
      HistoryPage history,
      AccountDesk accounts,
      Expiries expiries) {
    this.venue = venue;
    this.state = state;
    this.budget = budget;
    this.pages = pages;
    this.history = history;
    this.accounts = accounts;
    this.expiries = expiries;
  }

  HttpReply handle(HttpCall call) {
    return state.call(() -> answer(call));
  }

  private HttpReply answer(HttpCall call) {
    if (!budget.tryAcquire(1) || venue.has(RyskFault.RATE_LIMITED)) {
      return HttpReply.text(TOO_MANY_REQUESTS, TOO_MANY_BODY);
    }
    if (call.path().startsWith(EXPIRY_PRICES)) {
      return expiryPrices(call.path().substring(EXPIRY_PRICES.length()));
    }
    return switch (call.path()) {
      case "/ping" -> HttpReply.text(200, "pong");
      case "/api/assets" -> json(pages.assets());
      case "/api/inventory" -> json(pages.inventory());
      case "/api/maker/positions" ->
          address(call).map(accounts::positions).map(HttpDesk::json).orElseGet(HttpDesk::bad);
      case "/api/user/positions" ->
          address(call).map(history::ofTaker).map(HttpDesk::json).orElseGet(HttpDesk::bad);
      case "/api/history" -> history(call);
      case "/api/requests" -> error(UNAUTHORIZED, "unauthorized");
      default -> error(NOT_FOUND, "not found");
    };
  }

  private HttpReply history(HttpCall call) {
    if (call.parameter("address").isPresent()) {
      return address(call).map(history::of).map(HttpDesk::json).orElseGet(HttpDesk::bad);
    }
    Optional<Long> from = seconds(call, "from");
    Optional<Long> to = seconds(call, "to");
    return from.isPresent() && to.isPresent() ? json(history.between(from.get(), to.get())) : bad();
  }

  /**
   * @param which chain id, a slash and the underlying's symbol
   */
  private HttpReply expiryPrices(String which) {
    String served =
        venue.config.chain().chainId() + "/" + venue.config.asset().underlying().symbol();
    return json(which.equals(served) ? expiries.json() : Json.object());
  }

  private static Optional<Address> address(HttpCall call) {
    return call.parameter("address")
        .filter(text -> text.matches("0x[0-9a-fA-F]{40}"))
        .map(Address::of);
  }

  private static Optional<Long> seconds(HttpCall call, String name) {
    return call.parameter(name).filter(text -> text.matches("[0-9]{1,12}")).map(Long::valueOf);
  }

  private static HttpReply bad() {
    return error(BAD_REQUEST, "bad request");
  }

  private static HttpReply error(int status, String message) {
    return HttpReply.json(status, Json.object().put("error", message).toString());
  }

  private static HttpReply json(JsonNode page) {
    return HttpReply.json(page.toString());
  }
}
