package io.arb.rysk.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.evm.Address;
import io.arb.core.evm.Signature;
import io.arb.core.wire.Json;
import io.arb.rysk.sign.RyskQuote;
import io.arb.rysk.sign.RyskTransfer;

/** The texts that a maker sends. Addresses of ours go in lower case. */
public final class MakerRequests {
  /** Id and method of the question for balances. */
  public static final String BALANCES = "balances";

  /** Id and method of the question for positions. */
  public static final String POSITIONS = "positions";

  static final String DEPOSIT = "deposit";
  static final String WITHDRAW = "withdraw";

  private MakerRequests() {}

  /** A signed quote: the request's own terms, unchanged, with what the maker adds. */
  public static String quote(RfqRequest request, RyskQuote quote, Signature signature) {
    ObjectNode params = Json.object();
    params.setAll(request.echo());
    params.put("isTakerBuy", request.isTakerBuy());
    params.put("maker", quote.maker().hex());
    params.put("nonce", quote.nonce().toString());
    params.put("price", quote.price().toString());
    params.put("validUntil", quote.validUntil().longValueExact());
    params.put("signature", signature.hex());
    return request(request.id(), "quote", params);
  }

  public static String balances(Address account) {
    return account(BALANCES, account);
  }

  public static String positions(Address account) {
    return account(POSITIONS, account);
  }

  /** The id under which a transfer is sent and answered. */
  public static String transferId(RyskTransfer transfer) {
    return method(transfer) + "-" + transfer.nonce();
  }

  public static String transfer(RyskTransfer transfer, Signature signature) {
    ObjectNode params = Json.object();
    params.put("user", transfer.user().hex());
    params.put("asset", transfer.asset().hex());
    params.put("chainId", transfer.chainId());
    params.put("amount", transfer.amount().toString());
    params.put("isDeposit", transfer.isDeposit());
    params.put("nonce", transfer.nonce().toString());
    params.put("signature", signature.hex());
    return request(transferId(transfer), method(transfer), params);
  }

  private static String account(String method, Address account) {
    return request(method, method, Json.object().put("account", account.hex()));
  }

  private static String method(RyskTransfer transfer) {
    return transfer.isDeposit() ? DEPOSIT : WITHDRAW;
  }

  private static String request(String id, String method, ObjectNode params) {
    ObjectNode frame = Json.object();
    frame.put("jsonrpc", "2.0").put("id", id).put("method", method).set("params", params);
    return Json.write(frame);
  }
}
