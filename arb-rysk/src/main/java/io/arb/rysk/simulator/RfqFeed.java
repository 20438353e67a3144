package io.arb.rysk.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * Pushes each request to the makers who listen to its asset, on the path in lower case; other
 * spellings of the path are silent. Owned by the simulator's thread.
 */
final class RfqFeed implements Auctions.Watcher {
  static final String PREFIX = "/rfqs";

  private final Venue venue;
  private final Links links;

  RfqFeed(Venue venue, Links links) {
    this.venue = venue;
    this.links = links;
  }

  @Override
  public void opened(Auction auction) {
    String path = PREFIX + "/" + auction.terms().asset().toLowerCase(Locale.ROOT);
    String frame = Frames.result(auction.id(), json(auction.terms()));
    links.pushToPath(path, frame);
    if (venue.has(RyskFault.RFQ_DUPLICATED)) {
      links.pushToPath(path, frame);
    }
  }

  private ObjectNode json(RfqTerms terms) {
    ObjectNode json = terms.json();
    if (venue.has(RyskFault.RFQ_WITHOUT_QUANTITY)) {
      var unused = json.remove("quantity");
    }
    if (venue.has(RyskFault.RFQ_UNKNOWN_FIELDS)) {
      json.put("newField", "value").putObject("newObject").put("nested", 1);
    }
    return venue.has(RyskFault.NUMBERS_FOR_TEXTS) ? Frames.withNumbers(json) : json;
  }
}
