package io.arb.derive.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.Instrument;
import io.arb.core.model.Liquidity;
import io.arb.core.model.Money;
import io.arb.core.model.OrderStatus;
import io.arb.core.model.Side;
import io.arb.core.model.VenueOrderId;
import io.arb.core.paper.EndReason;
import io.arb.core.paper.PublicTrade;
import io.arb.core.paper.VenueFill;
import io.arb.core.paper.VenueOrder;
import io.arb.core.wire.Json;
import io.arb.derive.profile.Generation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Orders and trades as the exchange shows them: what the venue knows, joined with what was signed.
 * Source: Derive API, private/order. Owned by the simulator's thread.
 */
final class OrderRecords {
  private static final List<String> NOT_USED =
      List.of("quote_id", "trigger_price", "trigger_price_type", "trigger_type");

  private final House house;
  private final Map<VenueOrderId, OrderForm> forms = new HashMap<>();

  OrderRecords(House house) {
    this.house = house;
  }

  void remember(VenueOrderId id, OrderForm form) {
    forms.put(id, form);
  }

  /** The open order of a subaccount that was signed with a nonce. */
  boolean hasNonce(VenueOrder order, BigInteger nonce) {
    OrderForm form = forms.get(order.id());
    return form != null && form.nonce().equals(nonce);
  }

  ArrayNode orders(List<VenueOrder> orders) {
    ArrayNode array = Json.array();
    orders.forEach(order -> array.add(order(order)));
    return array;
  }

  /** The complete order object. */
  ObjectNode order(VenueOrder order) {
    OrderForm form = forms.get(order.id());
    ObjectNode json = Json.object();
    json.put("order_id", order.id().value());
    json.put("subaccount_id", Long.parseLong(order.account().value()));
    json.put("instrument_name", Listing.name(order.request().instrument()));
    json.put("direction", direction(order.request().side()));
    json.put("order_type", form == null ? "limit" : form.orderType());
    json.put("time_in_force", form == null ? "gtc" : form.timeInForce());
    state(json, order, form);
    json.put("max_fee", form == null ? "0" : form.maxFee().toPlainString());
    json.put("order_fee", house.text(order.fees().usd()));
    json.put("extra_fee", "0");
    json.put("label", order.request().label());
    json.put("mmp", form != null && form.mmp());
    json.put("is_transfer", false);
    json.put("creation_timestamp", order.createdAt().toEpochMilli());
    json.put("last_update_timestamp", order.changedAt().toEpochMilli());
    signed(json, order, form);
    NOT_USED.forEach(json::putNull);
    json.put("replaced_order_id", order.replaced().map(VenueOrderId::value).orElse(null));
    json.putNull("trigger_reject_message");
    if (house.isV3()) {
      List.of("algo_type", "algo_duration_sec", "algo_num_slices", "algo_slices_completed")
          .forEach(json::putNull);
    }
    return json;
  }

  /** An order that was let find only part of what it wanted ends as if the book had been thin. */
  private void state(ObjectNode json, VenueOrder order, @Nullable OrderForm form) {
    BigDecimal venueAmount = order.request().quantity().units();
    BigDecimal amount = form == null ? venueAmount : form.amount();
    boolean cutShort = order.status() == OrderStatus.FILLED && amount.compareTo(venueAmount) > 0;
    json.put("order_status", cutShort ? "cancelled" : status(order.status()));
    json.put("cancel_reason", reason(cutShort ? EndReason.PARTIAL_FILL : order.reason()));
    json.put("amount", house.text(amount));
    json.put("filled_amount", order.filled().toString());
    json.put("limit_price", order.limit().toString());
    json.put("average_price", house.text(order.averagePrice().usd()));
  }

  private void signed(ObjectNode json, VenueOrder order, @Nullable OrderForm form) {
    BigInteger nonce = form == null ? BigInteger.ZERO : form.nonce();
    if (house.generation().nonceIsText()) {
      json.put("nonce", nonce.toString());
    } else {
      json.put("nonce", nonce);
    }
    json.put("signature", form == null ? "" : form.signature());
    json.put("signature_expiry_sec", form == null ? 0 : form.signatureExpirySec());
    json.put("signer", form == null ? "" : form.signer().checksummed());
    boolean moved = !order.limit().equals(order.request().limit());
    json.put("signed_limit_price", moved ? order.request().limit().toString() : null);
  }

  static String direction(Side side) {
    return side.name().toLowerCase(Locale.ROOT);
  }

  static String status(OrderStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static String reason(EndReason reason) {
    return switch (reason) {
      case NONE, EXPIRED -> "";
      case USER_REQUEST -> "user_request";
      case CANCEL_ON_DISCONNECT -> "cancel_on_disconnect";
      case PARTIAL_FILL -> "ioc_or_market_partial_fill";
      case INSUFFICIENT_MARGIN -> "insufficient_margin";
      case MARKET_MAKER_PROTECTION -> "mmp_trigger";
      case SESSION_KEY_DEREGISTERED -> "session_key_deregistered";
      case INSTRUMENT_CLOSED -> "validation_failed";
    };
  }

  ArrayNode fills(List<VenueFill> fills) {
    ArrayNode array = Json.array();
    fills.forEach(fill -> array.add(fill(fill)));
    return array;
  }

  /** One side of a trade, as its owner sees it. */
  ObjectNode fill(VenueFill fill) {
    ObjectNode json = trade(fill.tradeId(), fill.instrument(), fill.side());
    json.put("subaccount_id", Long.parseLong(fill.account().value()));
    json.put("order_id", fill.order().value());
    json.put("label", fill.label());
    json.put("timestamp", fill.at().toEpochMilli());
    json.put("trade_price", fill.price().toString());
    json.put("trade_amount", fill.quantity().toString());
    json.put("mark_price", fill.mark().toString());
    json.put("index_price", fill.index().toString());
    json.put("liquidity_role", fill.liquidity() == Liquidity.MAKER ? "maker" : "taker");
    json.put("realized_pnl", house.text(afterFee(fill).usd()));
    json.put("realized_pnl_excl_fees", house.text(fill.realizedPnl().usd()));
    json.put("is_transfer", false);
    json.put("tx_hash", (String) null);
    json.put("trade_fee", house.text(fill.fee().usd()));
    json.put("extra_fee", "0");
    json.put("expected_rebate", "0");
    json.put(house.generation().settlementIdField(), settlementId(fill));
    json.put(
        house.generation().settlementStatusField(),
        house.generation() == Generation.V2 ? "requested" : null);
    return json;
  }

  /** Zero for a trade that closed nothing: its fee is not a loss yet. */
  private static Money afterFee(VenueFill fill) {
    return fill.realizedPnl().equals(Money.ZERO)
        ? Money.ZERO
        : fill.realizedPnl().minus(fill.fee());
  }

  private String settlementId(VenueFill fill) {
    String name = house.config().seed() + fill.tradeId() + fill.liquidity();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** A trade as everybody sees it. */
  ObjectNode publicTrade(PublicTrade trade) {
    ObjectNode json = trade(trade.tradeId(), trade.instrument(), trade.takerSide());
    json.put("timestamp", trade.at().toEpochMilli());
    json.put("trade_price", trade.price().toString());
    json.put("trade_amount", trade.quantity().toString());
    json.put("mark_price", trade.mark().toString());
    json.put("index_price", trade.index().toString());
    return json;
  }

  private static ObjectNode trade(String id, Instrument instrument, Side side) {
    ObjectNode json = Json.object();
    json.put("trade_id", id);
    json.put("instrument_name", Listing.name(instrument));
    json.put("direction", direction(side));
    json.putNull("quote_id");
    json.putNull("rfq_id");
    return json;
  }
}
