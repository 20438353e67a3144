package io.arb.derive.map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.evm.Address;
import io.arb.core.evm.Signature;
import io.arb.core.evm.Signer;
import io.arb.core.model.ClientOrderId;
import io.arb.core.model.Instrument;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import io.arb.core.model.TimeInForce;
import io.arb.core.wire.Json;
import io.arb.derive.profile.ActionModule;
import io.arb.derive.profile.DeriveProfile;
import io.arb.derive.profile.Generation;
import io.arb.derive.sign.Action;
import io.arb.derive.sign.ActionDomain;
import io.arb.derive.sign.TradeData;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;

/**
 * Writes the params of requests that change orders, signed where the venue wants it. The values of
 * the JSON are the signed values. The nonce of an order is made of its id, so that it can be burnt
 * by whoever knows the id. Source: Derive API, private/order and private/replace.
 */
public final class OrderWriter {
  private final Account account;
  private final DeriveProfile profile;
  private final ActionDomain domain;
  private final Address module;
  private final Signer signer;
  private final Duration lifetime;

  /**
   * Signs for one account.
   *
   * @param lifetime of a signature; an order rests no longer. At least 300 s, which is the venue's
   *     minimum
   */
  public OrderWriter(Account account, Signer signer, Duration lifetime) {
    this.account = account;
    this.profile = account.profile();
    this.domain = profile.actionDomain();
    this.module = profile.module(ActionModule.TRADE);
    this.signer = signer;
    this.lifetime = lifetime;
  }

  /**
   * The params of a new order.
   *
   * @throws IllegalArgumentException if a value cannot be signed exactly
   */
  public ObjectNode order(
      OrderRequest order, DeriveInstrument instrument, BigDecimal maxFee, Instant now) {
    long expirySec = now.plus(lifetime).getEpochSecond();
    BigInteger nonce = profile.generation().nonces().nonce(order.id());
    TradeData data =
        new TradeData(
            instrument.asset(),
            instrument.subId(),
            order.limit().usd(),
            order.quantity().units(),
            maxFee,
            account.subaccountId(),
            order.side() == Side.BUY);
    Action action =
        new Action(
            account.subaccountId(),
            nonce,
            module,
            data,
            expirySec,
            account.wallet(),
            signer.address());
    ObjectNode params = terms(order, instrument, maxFee);
    putNonce(params, "nonce", nonce);
    return params
        .put("signer", signer.address().checksummed())
        .put("signature_expiry_sec", expirySec)
        .put("signature", hex(domain.sign(action, signer)));
  }

  private ObjectNode terms(OrderRequest order, DeriveInstrument instrument, BigDecimal maxFee) {
    return onInstrument(instrument.name())
        .put("direction", order.side() == Side.BUY ? "buy" : "sell")
        .put("order_type", "limit")
        .put("time_in_force", timeInForce(order.timeInForce()))
        .put("amount", order.quantity().toString())
        .put("limit_price", order.limit().toString())
        .put("max_fee", maxFee.toPlainString())
        .put("label", order.id().label())
        .put("mmp", false)
        .put("reduce_only", order.reduceOnly())
        .put("reject_post_only", true)
        .put("reject_timestamp", order.rejectAfter().toEpochMilli());
  }

  /** The params of a new order that takes the place of another. */
  public ObjectNode replace(
      ClientOrderId target,
      Quantity expectedFilled,
      OrderRequest replacement,
      DeriveInstrument instrument,
      BigDecimal maxFee,
      Instant now) {
    ObjectNode params = order(replacement, instrument, maxFee, now);
    putNonce(params, "nonce_to_cancel", profile.generation().nonces().nonce(target));
    return params.put("expected_filled_amount", expectedFilled.toString());
  }

  /** The params that cancel an order and make sure that it cannot come again. */
  public ObjectNode cancelByNonce(ClientOrderId id, Instrument instrument) {
    ObjectNode params = onInstrument(InstrumentName.of(instrument));
    putNonce(params, "nonce", profile.generation().nonces().nonce(id));
    return profile.generation() == Generation.V2
        ? params.put("wallet", account.wallet().checksummed())
        : params;
  }

  /** The params of a request about one instrument. */
  public ObjectNode onInstrument(String name) {
    return subaccount().put("instrument_name", name);
  }

  /** The params of a request about the whole subaccount. */
  public ObjectNode subaccount() {
    return Json.object().put("subaccount_id", account.subaccountId());
  }

  private void putNonce(ObjectNode params, String field, BigInteger nonce) {
    if (profile.generation().nonceIsText()) {
      params.put(field, nonce.toString());
    } else {
      params.put(field, nonce);
    }
  }

  private String hex(Signature signature) {
    return account.hexPrefix() ? signature.hex() : signature.hex().substring(2);
  }

  private static String timeInForce(TimeInForce timeInForce) {
    return switch (timeInForce) {
      case GOOD_TILL_CANCELLED -> "gtc";
      case POST_ONLY -> "post_only";
      case IMMEDIATE_OR_CANCEL -> "ioc";
    };
  }
}
