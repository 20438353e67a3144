package io.arb.rysk.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.evm.Address;
import io.arb.core.evm.Hex;
import io.arb.core.evm.Keccak256;
import io.arb.core.model.Money;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.wire.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;

/**
 * What happens when the chain has confirmed a trade: tokens are minted, the books are written and
 * the maker is told. Owned by the simulator's thread.
 */
final class TradeRecorder {
  private static final String TRADE_ID = "trade";

  /** The nonce that {@link RyskFault#TRADE_UNKNOWN_NONCE} puts into a trade. */
  private static final String NOBODYS_NONCE = "4242";

  private final Venue venue;
  private final Links links;
  private final OTokens oTokens;
  private final Expiries expiries;
  private long number;

  TradeRecorder(Venue venue, Links links, OTokens oTokens, Expiries expiries) {
    this.venue = venue;
    this.links = links;
    this.oTokens = oTokens;
    this.expiries = expiries;
  }

  void settle(Settlement.Pending pending) {
    RfqTerms terms = pending.auction().terms();
    Address maker = pending.quote().maker();
    oTokens.mint(maker, terms, pending.quote().price());
    expiries.minted(terms.expiry());
    ObjectNode json = json(pending, venue.now(), venue.spot(), nextHash());
    venue.books.settled(new BookKeeper.Settled(trade(pending, json), json));
    venue.agenda.after(venue.faults().tradeDelay(), due -> push(maker, json));
  }

  private String nextHash() {
    String key = "rysk-simulator/" + venue.config.seed() + "/trade/" + number++;
    return Hex.encode(Keccak256.hash(key.getBytes(UTF_8)));
  }

  private static ObjectNode json(
      Settlement.Pending pending, Instant now, BigInteger mark, String txHash) {
    RfqTerms terms = pending.auction().terms();
    ConfirmationForm form = pending.form();
    return Json.object()
        .put("maker", form.maker())
        .put("taker", form.taker())
        .put("assetAddress", terms.asset())
        .put("chainId", terms.chainId())
        .put("expiry", terms.expiry())
        .put("isPut", terms.isPut())
        .put("isTakerBuy", terms.takerBuys())
        .put("nonce", form.nonce().toString())
        .put("price", form.price().toString())
        .put("quantity", terms.quantity())
        .put("quoteNonce", form.quoteNonce().toString())
        .put("quoteValidUntil", form.quoteValidUntil())
        .put("quoteSignature", form.quoteSignature())
        .put("strike", terms.strike())
        .put("signature", form.signature())
        .put("validUntil", form.validUntil())
        .put("usd", form.usd())
        .put("createdAt", now.getEpochSecond())
        .put("apr", apr(terms, form.price(), mark, now))
        .put("mark", mark.toString())
        .put("txHash", txHash)
        .put("fees", pending.fee().toString())
        .put("status", "")
        .put("collateralAsset", form.collateralAsset())
        .put("gasFee", form.gasFee().toString())
        .put("collateralAmount", form.collateralAmount().toString())
        .put("isEIP1271", false);
  }

  /** Percent a year of spot for a call, of the strike for a put. */
  static BigDecimal apr(RfqTerms terms, BigInteger price, BigInteger spot, Instant now) {
    int decimalsMissing = RyskMoney.WIRE_DECIMALS - RyskMoney.STRIKE_DECIMALS;
    BigInteger locked =
        terms.isPut() ? terms.strikeUnits().multiply(RyskMoney.tenTo(decimalsMissing)) : spot;
    return RyskMoney.apr(price, locked, terms.expiry() - now.getEpochSecond());
  }

  private RyskTrade trade(Settlement.Pending pending, ObjectNode json) {
    RfqTerms terms = pending.auction().terms();
    return new RyskTrade(
        pending.auction().id(),
        pending.quote().maker(),
        Address.of(terms.taker()),
        pending.auction().option(venue.config.asset().underlying()),
        new Quantity(RyskMoney.unscaled(terms.quantityUnits(), RyskMoney.WIRE_DECIMALS)),
        new Price(RyskMoney.unscaled(pending.quote().price(), RyskMoney.WIRE_DECIMALS)),
        new Money(RyskMoney.unscaled(pending.premium(), RyskMoney.USD_DECIMALS)),
        new Money(RyskMoney.unscaled(pending.fee(), RyskMoney.USD_DECIMALS)),
        pending.quote().nonce(),
        json.get("txHash").textValue(),
        venue.now());
  }

  private void push(Address maker, ObjectNode json) {
    if (venue.has(RyskFault.TRADE_LOST)) {
      return;
    }
    String frame = frame(json);
    links.pushToMaker(maker, frame);
    if (venue.has(RyskFault.TRADE_DUPLICATED)) {
      links.pushToMaker(maker, frame);
    }
  }

  private String frame(ObjectNode json) {
    ObjectNode sent = json.deepCopy();
    if (venue.has(RyskFault.TRADE_UNKNOWN_NONCE)) {
      sent.put("quoteNonce", NOBODYS_NONCE);
    }
    if (venue.has(RyskFault.NUMBERS_FOR_TEXTS)) {
      sent = Frames.withNumbers(sent);
    }
    return venue.has(RyskFault.TRADE_AS_RFQ_CONFIRMATION)
        ? Frames.request(TRADE_ID, "rfq_confirmation", sent)
        : Frames.result(TRADE_ID, sent);
  }
}
