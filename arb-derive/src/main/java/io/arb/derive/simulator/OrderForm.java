package io.arb.derive.simulator;

import io.arb.core.evm.Address;
import io.arb.core.model.Instrument;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import io.arb.core.paper.Lifetime;
import io.arb.core.paper.OrderKind;
import io.arb.core.paper.VenueOrderRequest;
import io.arb.core.wire.Fields;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The parameters of an order as they were sent; only their types are checked. Source: Derive API,
 * private/order. Immutable.
 */
record OrderForm(
    String instrumentName,
    long subaccountId,
    Side side,
    BigDecimal amount,
    BigDecimal limitPrice,
    BigDecimal maxFee,
    BigInteger nonce,
    Address signer,
    String signature,
    long signatureExpirySec,
    String orderType,
    String timeInForce,
    String label,
    boolean mmp,
    boolean reduceOnly,
    boolean rejectsPostOnly,
    OptionalLong rejectTimestamp) {
  private static final Map<String, Lifetime> LIFETIMES =
      Map.of(
          "gtc", Lifetime.GOOD_TILL_CANCELLED,
          "post_only", Lifetime.POST_ONLY,
          "fok", Lifetime.FILL_OR_KILL,
          "ioc", Lifetime.IMMEDIATE_OR_CANCEL);
  private static final long LAST_SECOND = 100_000_000_000L;
  private static final Map<String, OrderKind> KINDS =
      Map.of("limit", OrderKind.LIMIT, "market", OrderKind.MARKET);

  static OrderForm read(Fields params, Nonces nonces) {
    if (params.has("trigger_type") || params.has("algo_type")) {
      throw RpcError.invalid("trigger and algo orders are not simulated");
    }
    return new OrderForm(
        params.text("instrument_name"),
        params.longValue("subaccount_id"),
        side(params),
        params.decimal("amount"),
        params.decimal("limit_price"),
        notNegative(params, "max_fee"),
        nonces.read(params),
        signer(params),
        params.text("signature"),
        params.longValue("signature_expiry_sec"),
        choice(params, "order_type", "limit", KINDS),
        choice(params, "time_in_force", "gtc", LIFETIMES),
        params.optionalText("label").orElse(""),
        params.optionalBool("mmp").orElse(false),
        params.optionalBool("reduce_only").orElse(false),
        params.optionalBool("reject_post_only").orElse(true),
        params.optionalLong("reject_timestamp"));
  }

  private static Side side(Fields params) {
    return switch (params.text("direction")) {
      case "buy" -> Side.BUY;
      case "sell" -> Side.SELL;
      default -> throw params.wrong("direction", "buy or sell");
    };
  }

  private static BigDecimal notNegative(Fields params, String name) {
    BigDecimal value = params.decimal(name);
    if (value.signum() < 0) {
      throw params.wrong(name, "0 or more");
    }
    return value;
  }

  private static Address signer(Fields params) {
    try {
      return Address.of(params.text("signer"));
    } catch (IllegalArgumentException e) {
      throw params.wrong("signer", "an Ethereum address");
    }
  }

  private static String choice(Fields params, String name, String usual, Map<String, ?> known) {
    String value = params.optionalText(name).orElse(usual);
    if (!known.containsKey(value)) {
      throw params.wrong(name, "one of " + known.keySet().stream().sorted().toList());
    }
    return value;
  }

  OrderKind kind() {
    return KINDS.getOrDefault(orderType, OrderKind.LIMIT);
  }

  /** A market order never rests, whatever its time in force says. */
  Lifetime lifetime() {
    Lifetime stated = LIFETIMES.getOrDefault(timeInForce, Lifetime.GOOD_TILL_CANCELLED);
    if (stated == Lifetime.POST_ONLY && !rejectsPostOnly) {
      return Lifetime.POST_ONLY_REPRICED;
    }
    boolean wouldRest = stated == Lifetime.GOOD_TILL_CANCELLED && kind() == OrderKind.MARKET;
    return wouldRest ? Lifetime.IMMEDIATE_OR_CANCEL : stated;
  }

  boolean isImmediate() {
    return kind() == OrderKind.MARKET || lifetime().isImmediate();
  }

  /** What the venue is asked for; amount and price must have been found representable. */
  VenueOrderRequest request(Instrument instrument) {
    return new VenueOrderRequest(
        instrument,
        side,
        new Quantity(amount),
        new Price(limitPrice),
        kind(),
        lifetime(),
        reduceOnly,
        label,
        Optional.of(Instant.ofEpochSecond(Math.min(signatureExpirySec, LAST_SECOND))));
  }
}
