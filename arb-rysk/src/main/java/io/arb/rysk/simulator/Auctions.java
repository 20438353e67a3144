package io.arb.rysk.simulator;

import io.arb.core.evm.Address;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All requests for quote that are open or not yet forgotten. Owned by the simulator's thread; it
 * tells the rest of the venue what happens through {@link Watcher}s, in the order they came.
 */
final class Auctions {
  private static final Logger log = LoggerFactory.getLogger(Auctions.class);

  interface Watcher {
    default void opened(Auction auction) {}

    /** The quote was best, or just entered, and another maker's is better. */
    default void outbid(Auction auction, StandingQuote loser) {}

    default void closed(Auction auction) {}
  }

  private record OfferKey(Address maker, BigInteger nonce) {}

  private final Venue venue;
  private final SplittableRandom ids;
  private final List<Watcher> watchers = new ArrayList<>();
  private final Map<String, Auction> byId = new HashMap<>();
  private final Map<OfferKey, Auction> byOffer = new HashMap<>();

  Auctions(Venue venue, SplittableRandom ids) {
    this.venue = venue;
    this.ids = ids;
  }

  void watch(Watcher watcher) {
    watchers.add(watcher);
  }

  /** Opens an auction under a new id and tells makers of it. */
  Auction open(RfqTerms terms) {
    return open(nextId(), terms);
  }

  /** Opens an auction in the place of one that may have the same id. */
  Auction open(String id, RfqTerms terms) {
    Auction auction = new Auction(id, terms.spoiled(venue.faults()));
    Auction replaced = byId.put(id, auction);
    if (replaced != null) {
      forgetOffer(replaced);
    }
    venue.books.rfqCreated();
    venue.agenda.after(venue.config.timing().auctionWindow(), due -> close(auction));
    watchers.forEach(watcher -> watcher.opened(auction));
    return auction;
  }

  private String nextId() {
    long version4 = (ids.nextLong() & 0xffff_ffff_ffff_0fffL) | 0x4000L;
    long variant = (ids.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(version4, variant).toString();
  }

  /** The auction that a maker may quote in. */
  Auction requireOpen(String id, Address maker) {
    Auction auction = byId.get(id);
    if (auction == null || !auction.isOpen() || !auction.terms().invites(maker)) {
      throw new Refused(RyskError.UNKNOWN_RFQ, "unknown or closed request");
    }
    return auction;
  }

  /**
   * Enters a checked quote.
   *
   * @return the best quote now; it is this one, or there is one that is at least as good
   */
  StandingQuote enter(Auction auction, StandingQuote quote) {
    Optional<StandingQuote> displaced = auction.enter(quote, venue.now());
    displaced.ifPresent(loser -> tellOutbid(auction, loser));
    return auction.best(venue.now()).orElse(quote);
  }

  /** Later, so that the winner's answer leaves first also where both share a connection. */
  private void tellOutbid(Auction auction, StandingQuote loser) {
    venue.agenda.after(
        Duration.ZERO, due -> watchers.forEach(watcher -> watcher.outbid(auction, loser)));
  }

  /** The closed auction whose offer is this quote. */
  Optional<Auction> offering(Address maker, BigInteger quoteNonce) {
    return Optional.ofNullable(byOffer.get(new OfferKey(maker, quoteNonce)));
  }

  private void close(Auction auction) {
    venue.agenda.after(venue.config.timing().keepRfqs(), due -> forget(auction));
    if (byId.get(auction.id()) != auction) {
      return; // another took its id
    }
    Optional<StandingQuote> offer = auction.close(venue.now());
    offer.ifPresent(quote -> byOffer.put(key(quote), auction));
    venue.books.auctionClosed(offer.map(StandingQuote::maker));
    log.debug("Auction {} closed with {}", auction.id(), offer);
    watchers.forEach(watcher -> watcher.closed(auction));
  }

  private void forget(Auction auction) {
    byId.remove(auction.id(), auction);
    forgetOffer(auction);
  }

  private void forgetOffer(Auction auction) {
    auction.offer().ifPresent(quote -> byOffer.remove(key(quote), auction));
  }

  private static OfferKey key(StandingQuote quote) {
    return new OfferKey(quote.maker(), quote.nonce());
  }

  int remembered() {
    return byId.size();
  }
}
