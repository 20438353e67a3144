package io.arb.derive.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.Instrument;
import io.arb.core.model.InstrumentSpec;
import io.arb.core.model.Price;
import io.arb.core.paper.AccountId;
import io.arb.core.paper.Placement.Refused;
import io.arb.core.paper.Refusal;
import io.arb.core.wire.Json;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The rules that an order must keep before the engine sees it, in the order in which the simulator
 * documents them: instrument, amount, price, combination, signature expiry, nonce, signature,
 * signer, fee. Owned by the simulator's thread.
 */
final class OrderChecks {
  private static final long SOONEST_EXPIRY_SEC = 300;
  private static final long LATEST_V3_EXPIRY_SEC = 10_368_000;

  private final House house;
  private final Signing signing;
  private final MaxFeeBound maxFee;

  OrderChecks(House house) {
    this.house = house;
    this.signing = new Signing(house);
    this.maxFee = new MaxFeeBound(house);
  }

  /** The instrument of an order that may go to the engine. */
  Instrument check(OrderForm form, Login login) {
    Instrument instrument = house.listing().require(form.instrumentName());
    if (!login.mayTrade(instrument)) {
      throw RpcError.of(ErrorCode.SCOPE);
    }
    InstrumentSpec spec = house.listing().spec(instrument);
    if (!spec.active()) {
      throw RpcError.of(ErrorCode.NOT_LIVE);
    }
    amount(form.amount(), spec);
    price(form.limitPrice(), spec);
    combination(form, instrument);
    expiry(form.signatureExpirySec());
    house.nonces().check(form.subaccountId(), form.nonce(), house.now());
    signature(form, instrument, login);
    maxFee.check(form, instrument);
    return instrument;
  }

  /** Whether an order would take at once; such orders wait at the speed bump. */
  boolean crosses(OrderForm form, Instrument instrument) {
    return !form.lifetime().isPostOnly() && maxFee.crosses(form, instrument);
  }

  private static void amount(BigDecimal amount, InstrumentSpec spec) {
    BigDecimal step = spec.step().units();
    if (amount.remainder(step).signum() != 0) {
      throw RpcError.of(ErrorCode.INVALID_AMOUNT, "Amount must be a multiple of " + spec.step());
    }
    if (amount.compareTo(spec.minQuantity().units()) < 0
        || amount.compareTo(spec.maxQuantity().units()) > 0) {
      throw RpcError.of(
          ErrorCode.INVALID_AMOUNT,
          "Amount must be from " + spec.minQuantity() + " to " + spec.maxQuantity());
    }
  }

  private static void price(BigDecimal price, InstrumentSpec spec) {
    if (price.signum() <= 0 || price.remainder(spec.tick().usd()).signum() != 0) {
      throw RpcError.of(
          ErrorCode.INVALID_PRICE, "Price must be a positive multiple of " + spec.tick());
    }
  }

  /** What the venue finds wrong with price and flags; the rest of its rules come later. */
  private void combination(OrderForm form, Instrument instrument) {
    AccountId account = Registry.account(form.subaccountId());
    Optional<Refused> refused = house.venue().check(account, form.request(instrument));
    refused
        .filter(early -> early.reason().compareTo(Refusal.EXPIRED) < 0)
        .ifPresent(
            early -> {
              throw error(early, form);
            });
  }

  private void expiry(long expirySec) {
    long ahead = expirySec - house.now().getEpochSecond();
    if (ahead < SOONEST_EXPIRY_SEC) {
      throw RpcError.of(
          ErrorCode.SIGNATURE_EXPIRY,
          "Order must expire in " + SOONEST_EXPIRY_SEC + " sec or more");
    }
    if (house.isV3() && ahead > LATEST_V3_EXPIRY_SEC) {
      throw RpcError.of(
          ErrorCode.SIGNATURE_EXPIRY,
          "Order must expire in " + LATEST_V3_EXPIRY_SEC + " sec or less");
    }
  }

  private void signature(OrderForm form, Instrument instrument, Login login) {
    try {
      signing.check(form, instrument, login.wallet());
    } catch (IllegalArgumentException e) {
      throw RpcError.invalid(e);
    }
  }

  /** The exchange's word for what the venue refused. */
  static RpcError error(Refused refused, OrderForm form) {
    return switch (refused.reason()) {
      case UNKNOWN_INSTRUMENT -> RpcError.of(ErrorCode.INSTRUMENT_NOT_FOUND);
      case INSTRUMENT_INACTIVE -> RpcError.of(ErrorCode.NOT_LIVE);
      case INVALID_QUANTITY -> RpcError.of(ErrorCode.INVALID_AMOUNT, refused.detail());
      case INVALID_PRICE -> RpcError.of(ErrorCode.INVALID_PRICE, refused.detail());
      case PRICE_BEYOND_BAND -> RpcError.of(ErrorCode.INVALID_PRICE, band(refused, form));
      case POST_ONLY_NOT_LIMIT -> RpcError.of(ErrorCode.POST_ONLY_TYPE);
      case REDUCE_ONLY_RESTS -> RpcError.of(ErrorCode.REDUCE_ONLY_LIFETIME);
      case REDUCE_ONLY_GROWS -> RpcError.of(ErrorCode.REDUCE_ONLY);
      case EXPIRED -> RpcError.of(ErrorCode.SIGNATURE_EXPIRY);
      case TOO_MANY_OPEN_ORDERS -> RpcError.of(ErrorCode.TOO_MANY_ORDERS);
      case INSUFFICIENT_MARGIN -> RpcError.of(ErrorCode.INSUFFICIENT_FUNDS);
      case SELF_CROSS -> RpcError.of(ErrorCode.SELF_CROSSING);
      case POST_ONLY_CROSSES -> RpcError.of(ErrorCode.POST_ONLY_CROSSES);
      case NO_LIQUIDITY -> RpcError.of(ErrorCode.ZERO_LIQUIDITY);
      case NOT_FILLED_IN_FULL -> RpcError.of(ErrorCode.FOK_NOT_FILLED);
    };
  }

  private static ObjectNode band(Refused refused, OrderForm form) {
    ObjectNode data = Json.object();
    data.put("limit", form.limitPrice().toPlainString());
    data.put("bandwidth", refused.bound().map(Price::toString).orElse(null));
    return data;
  }
}
