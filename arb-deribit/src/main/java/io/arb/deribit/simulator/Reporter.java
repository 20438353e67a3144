package io.arb.deribit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Tells the listeners of private and event channels what has happened; one report holds an order,
 * its trades and the position that they made. Owned by the simulator's thread.
 */
final class Reporter {
  private final House house;
  private final Sessions sessions;
  private final Publisher publisher;
  private final OrderJson orders;
  private final AccountJson accounts;

  Reporter(House house, Sessions sessions, Publisher publisher) {
    this.house = house;
    this.sessions = sessions;
    this.publisher = publisher;
    this.orders = new OrderJson(house);
    this.accounts = new AccountJson(house);
  }

  /** One listener of one channel. */
  private record Listener(Session session, String name, Subscription subscription) {}

  private void each(Consumer<Listener> action) {
    for (Session session : sessions.open()) {
      session
          .subscriptions()
          .forEach((name, own) -> action.accept(new Listener(session, name, own)));
    }
  }

  private void eachOf(Account account, Consumer<Listener> action) {
    each(
        listener -> {
          if (listener.session().login().filter(login -> login.account() == account).isPresent()) {
            action.accept(listener);
          }
        });
  }

  /** Sends everything that was noted since the last time. */
  void flush() {
    News news = house.floor().news().drain();
    news.changes().forEach(this::change);
    news.portfolios().forEach(this::portfolio);
    news.trades().forEach(this::trade);
    news.states().forEach(this::state);
    if (!news.books().isEmpty()) {
      publisher.changed(news.books());
    }
  }

  private void change(News.Place place, News.Change change) {
    eachOf(
        place.account(),
        listener -> {
          switch (listener.subscription().channel()) {
            case Channel.UserOrders own when own.filter().matches(place.product()) ->
                change
                    .orders()
                    .forEach(order -> hand(listener, own.interval(), orders.order(order)));
            case Channel.UserTrades own when own.filter().matches(place.product()) ->
                change.fills().forEach(fill -> hand(listener, own.interval(), orders.fill(fill)));
            case Channel.UserChanges own when own.filter().matches(place.product()) ->
                hand(listener, own.interval(), changes(place, change));
            default -> {}
          }
        });
  }

  private ObjectNode changes(News.Place place, News.Change change) {
    ObjectNode json = Json.object();
    json.put("instrument_name", place.product().name());
    json.set("orders", orders.orders(change.orders()));
    json.set("trades", orders.fills(change.fills()));
    ArrayNode positions = json.putArray("positions");
    boolean moved = !change.fills().isEmpty() || change.orders().isEmpty();
    if (moved) {
      positions.add(accounts.position(place.account(), place.product()));
    }
    return json;
  }

  /** Raw data goes at once; the rest waits for its interval. */
  private void hand(Listener listener, Interval interval, JsonNode data) {
    if (interval == Interval.RAW) {
      boolean isTrade = listener.subscription().channel() instanceof Channel.UserTrades;
      send(listener, isTrade ? Json.array().add(data) : data);
    } else {
      listener.subscription().hold(data);
    }
  }

  private void send(Listener listener, JsonNode data) {
    sessions.send(listener.session(), listener.name(), listener.subscription(), data);
  }

  private void portfolio(Account account) {
    eachOf(
        account,
        listener -> {
          if (listener.subscription().channel() instanceof Channel.Portfolio own) {
            account.wallets().keySet().stream()
                .filter(
                    currency ->
                        own.currency().equals("any") || own.currency().equalsIgnoreCase(currency))
                .forEach(
                    currency ->
                        sessions.send(
                            listener.session(),
                            listener.name().toLowerCase(Locale.ROOT),
                            listener.subscription(),
                            accounts.summary(account, currency)));
          }
        });
  }

  private void trade(Fill fill) {
    each(
        listener -> {
          if (listener.subscription().channel() instanceof Channel.Trades own
              && own.filter().matches(fill.product())) {
            if (own.interval() == Interval.RAW) {
              send(listener, Json.array().add(orders.publicTrade(fill)));
            } else {
              listener.subscription().hold(orders.publicTrade(fill));
            }
          }
        });
  }

  private void state(Product product) {
    ObjectNode data = Json.object();
    data.put("instrument_name", product.name());
    data.put("state", "delivered");
    data.put("timestamp", house.now().toEpochMilli());
    each(
        listener -> {
          if (listener.subscription().channel() instanceof Channel.InstrumentState own
              && own.filter().matches(product)) {
            send(listener, data);
          }
        });
  }

  /** Tells everybody what the platform's state has become. */
  void platform(ObjectNode data) {
    sessions.publish("platform_state", data);
  }

  /** Tells owners that a currency was locked or unlocked. */
  void lock(String currency, boolean locked) {
    sessions.publish("user.lock", Json.object().put("currency", currency).put("locked", locked));
  }

  /** Sends what has waited for its interval. */
  void tick(Instant now) {
    each(
        listener -> {
          switch (listener.subscription().channel()) {
            case Channel.UserOrders own -> array(listener, own.interval(), now);
            case Channel.UserTrades own -> array(listener, own.interval(), now);
            case Channel.Trades own -> array(listener, own.interval(), now);
            case Channel.UserChanges own ->
                listener
                    .subscription()
                    .due(own.interval(), now)
                    .forEach(data -> send(listener, data));
            default -> {}
          }
        });
  }

  private void array(Listener listener, Interval interval, Instant now) {
    List<JsonNode> due = listener.subscription().due(interval, now);
    if (!due.isEmpty()) {
      send(listener, Json.array().addAll(due));
    }
  }
}
