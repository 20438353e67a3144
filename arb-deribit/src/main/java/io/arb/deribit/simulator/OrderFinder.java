package io.arb.deribit.simulator;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds the orders that a request means. */
final class OrderFinder {
  private static final Pattern ID = Pattern.compile("([A-Z_]+-)?\\d{1,18}");

  private OrderFinder() {}

  /** The order with the {@code order_id} of a request. */
  static Order byId(Account account, Params params) {
    String id = params.text("order_id");
    if (!ID.matcher(id).matches()) {
      throw RpcError.invalid("order_id", "invalid_order_id");
    }
    return account.order(id).orElseThrow(() -> RpcError.of(ErrorCode.ORDER_NOT_FOUND));
  }

  /** The only open order with the {@code label} of a request in its instrument. */
  static Order onlyByLabel(Account account, Params params, Listing listing) {
    Product product = listing.require(params.text("instrument_name"));
    String label = params.text("label");
    List<Order> found =
        account.alive(
            order -> order.product().equals(product) && order.form().label().equals(label));
    if (found.size() > 1) {
      throw RpcError.of(ErrorCode.NON_UNIQUE_ORDER_LABEL);
    }
    if (found.isEmpty()) {
      throw RpcError.of(ErrorCode.ORDER_NOT_FOUND);
    }
    return found.getFirst();
  }

  /** Orders as the optional {@code instrument_name}, {@code currency} and {@code kind} say. */
  static Predicate<Order> asked(Params params, Listing listing) {
    Predicate<Order> wanted = order -> true;
    if (params.has("instrument_name")) {
      Product product = listing.require(params.text("instrument_name"));
      wanted = wanted.and(order -> order.product().equals(product));
    }
    if (params.has("currency") && !params.text("currency").equals("any")) {
      String currency = params.text("currency");
      wanted = wanted.and(order -> order.product().settlement().equals(currency));
    }
    if (params.has("kind") && !params.text("kind").equals("any")) {
      String kind = params.text("kind");
      wanted = wanted.and(order -> order.product().kind().equals(kind));
    }
    return wanted;
  }

  static Predicate<Order> labelled(String label) {
    return order -> order.form().label().equals(label);
  }
}
