package io.arb.deribit.simulator;

import io.arb.core.model.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * An order as it was asked for, types checked. Source: Deribit API, private/buy. {@code post_only}
 * counts as false where it is left out, as the exchange behaves. Trigger orders, priced-by-vol and
 * market-maker-protection orders are not simulated: 10033, 13040. Immutable.
 *
 * @param price empty for market kinds
 * @param validUntil milliseconds; empty: always
 */
record OrderForm(
    Product product,
    Side side,
    BigDecimal amount,
    Optional<BigDecimal> price,
    OrderType type,
    Lifetime lifetime,
    boolean postOnly,
    boolean rejectsPostOnly,
    boolean reduceOnly,
    String label,
    OptionalLong validUntil) {
  private static final int LONGEST_LABEL = 64;
  private static final Set<String> TRIGGERS =
      Set.of("stop_limit", "stop_market", "take_limit", "take_market", "trailing_stop");

  static OrderForm read(Params params, Side side, Listing listing) {
    Product product = listing.require(params.text("instrument_name"));
    refuseOthers(params, product);
    OrderType type = type(params);
    return new OrderForm(
        product,
        side,
        amount(params, product).orElseThrow(() -> RpcError.required("amount")),
        type == OrderType.LIMIT ? Optional.of(params.decimal("price")) : Optional.empty(),
        type,
        lifetime(params),
        params.flag("post_only", false),
        params.flag("reject_post_only", false),
        params.flag("reduce_only", false),
        label(params),
        params.optionalInteger("valid_until"));
  }

  private static void refuseOthers(Params params, Product product) {
    if (params.has("advanced")) {
      throw RpcError.of(
          product.isOption() ? ErrorCode.NOT_IMPLEMENTED : ErrorCode.NO_ADV_FOR_FUTURES);
    }
    if (params.flag("mmp", false)) {
      throw RpcError.of(ErrorCode.MMP_REQUIRED);
    }
  }

  private static OrderType type(Params params) {
    String word = params.optionalText("type").orElse("limit");
    if (TRIGGERS.contains(word)) {
      throw RpcError.of(ErrorCode.NOT_IMPLEMENTED);
    }
    return OrderType.of(word).orElseThrow(() -> RpcError.invalid("type", "wrong format"));
  }

  private static Lifetime lifetime(Params params) {
    return params
        .optionalText("time_in_force")
        .map(
            word ->
                Lifetime.of(word)
                    .orElseThrow(() -> RpcError.invalid("time_in_force", "wrong format")))
        .orElse(Lifetime.GOOD_TIL_CANCELLED);
  }

  /** {@code amount}, or {@code contracts} times the contract size; both must agree. */
  static Optional<BigDecimal> amount(Params params, Product product) {
    Optional<BigDecimal> amount = params.optionalDecimal("amount");
    Optional<BigDecimal> byContracts =
        params.optionalDecimal("contracts").map(product.terms().contractSize()::multiply);
    boolean differ =
        amount.isPresent()
            && byContracts.filter(other -> other.compareTo(amount.get()) != 0).isPresent();
    if (differ) {
      throw RpcError.invalid("amount", "must agree with contracts");
    }
    return amount.or(() -> byContracts);
  }

  private static String label(Params params) {
    String label = params.optionalText("label").orElse("");
    if (label.length() > LONGEST_LABEL) {
      throw RpcError.invalid("label", "value too long");
    }
    return label;
  }

  /** This form with another size, price and flags, as an edit makes it. */
  OrderForm edited(
      BigDecimal newAmount,
      BigDecimal newPrice,
      boolean newPostOnly,
      boolean newRejects,
      boolean newReduceOnly,
      OptionalLong newValidUntil) {
    return new OrderForm(
        product,
        side,
        newAmount,
        Optional.of(newPrice),
        type,
        lifetime,
        newPostOnly,
        newRejects,
        newReduceOnly,
        label,
        newValidUntil);
  }

  /** This form with another size. */
  OrderForm withAmount(BigDecimal newAmount) {
    return new OrderForm(
        product,
        side,
        newAmount,
        price,
        type,
        lifetime,
        postOnly,
        rejectsPostOnly,
        reduceOnly,
        label,
        validUntil);
  }

  /** True if nothing of it may rest. */
  boolean isImmediate() {
    return lifetime.isImmediate() || type == OrderType.MARKET;
  }

  BigDecimal signedAmount() {
    return side == Side.BUY ? amount : amount.negate();
  }

  BigDecimal contracts(BigDecimal units) {
    return units.divide(product.terms().contractSize(), MathContext.DECIMAL64);
  }
}
