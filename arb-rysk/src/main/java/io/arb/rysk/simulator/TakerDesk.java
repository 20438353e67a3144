package io.arb.rysk.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.wire.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The requests on {@code /taker}. A {@code request} is answered with the best quote when its
 * auction ends, and never if there is none. Owned by the simulator's thread.
 */
final class TakerDesk implements Desk, Auctions.Watcher {
  private record Asker(Link link, String requestId) {}

  private final Venue venue;
  private final Auctions auctions;
  private final Catalog catalog;
  private final MarketPages pages;
  private final HistoryPage history;
  private final Settlement settlement;
  private final Map<Auction, Asker> askers = new HashMap<>();

  TakerDesk(
      Venue venue,
      Auctions auctions,
      Catalog catalog,
      MarketPages pages,
      HistoryPage history,
      Settlement settlement) {
    this.venue = venue;
    this.auctions = auctions;
    this.catalog = catalog;
    this.pages = pages;
    this.history = history;
    this.settlement = settlement;
  }

  @Override
  public Optional<JsonNode> handle(Link link, Request request) {
    return switch (request.method()) {
      case "request" -> ask(link, request);
      case "confirm" -> confirm(request);
      case "inventory" -> Optional.of(pages.inventory());
      case "assets" -> Optional.of(pages.assets());
      case "caps" -> Optional.of(pages.caps());
      case "positions" -> Optional.of(positions(new Params(request.params())));
      default -> throw new Refused(RyskError.UNKNOWN_METHOD, "Method not found");
    };
  }

  private Optional<JsonNode> ask(Link link, Request request) {
    RfqTerms terms = RfqTerms.parse(new Params(request.params()));
    catalog.require(terms, venue.trueNow());
    askers.put(auctions.open(terms), new Asker(link, request.id()));
    return Optional.empty();
  }

  private Optional<JsonNode> confirm(Request request) {
    settlement.confirm(ConfirmationForm.parse(new Params(request.params())));
    return Optional.of(Frames.OK);
  }

  private JsonNode positions(Params params) {
    var taker = params.account("address");
    return params.integer("chainId") == venue.config.chain().chainId()
        ? history.ofTaker(taker)
        : Json.array();
  }

  @Override
  public void closed(Auction auction) {
    Asker asker = askers.remove(auction);
    if (asker != null) {
      auction
          .offer()
          .ifPresent(
              offer ->
                  asker
                      .link()
                      .send(
                          Frames.result(asker.requestId(), json(auction, offer)), venue.faults()));
    }
  }

  private ObjectNode json(Auction auction, StandingQuote offer) {
    RfqTerms terms = auction.terms();
    ObjectNode json =
        Json.object()
            .put("assetAddress", terms.asset())
            .put("chainId", terms.chainId())
            .put("isPut", terms.isPut())
            .put("strike", terms.strike())
            .put("expiry", terms.expiry())
            .put("maker", offer.maker().hex())
            .put("nonce", offer.nonce().toString())
            .put("price", offer.price().toString())
            .put("quantity", terms.quantity())
            .put("isTakerBuy", terms.takerBuys())
            .put("signature", offer.signature())
            .put("validUntil", offer.validUntil());
    terms.usd().ifPresent(usd -> json.put("usd", usd));
    terms.collateralAsset().ifPresent(token -> json.put("collateralAsset", token));
    return json.put("apy", TradeRecorder.apr(terms, offer.price(), venue.spot(), venue.now()));
  }
}
