package io.arb.rysk.simulator;

import io.arb.core.evm.Address;
import io.arb.core.evm.Signer;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A taker inside the simulator. It signs with a key of its own and its confirmations pass the same
 * checks as those from outside. Owned by the simulator's thread.
 */
final class SyntheticTaker implements Auctions.Watcher {
  private static final Logger log = LoggerFactory.getLogger(SyntheticTaker.class);

  private final Venue venue;
  private final Auctions auctions;
  private final Settlement settlement;
  private final SplittableRandom random;
  private final Signer signer;
  private final Set<Auction> asked = new HashSet<>();
  private TakerProfile profile;
  private long nonce;

  SyntheticTaker(Venue venue, Auctions auctions, Settlement settlement, SplittableRandom random) {
    this.venue = venue;
    this.auctions = auctions;
    this.settlement = settlement;
    this.random = random;
    this.profile = venue.config.taker();
    this.signer = Rivals.signer(venue.config.seed(), "taker");
  }

  Address address() {
    return signer.address();
  }

  void setProfile(TakerProfile newProfile) {
    profile = newProfile;
  }

  /** Asks, and remembers to answer. */
  String ask(RfqTerms terms) {
    Auction auction = auctions.open(terms);
    boolean unused = asked.add(auction);
    return auction.id();
  }

  /** Asks under an id that an earlier request may have had. */
  void ask(String id, RfqTerms terms) {
    boolean unused = asked.add(auctions.open(id, terms));
  }

  @Override
  public void closed(Auction auction) {
    if (!asked.remove(auction)) {
      return;
    }
    boolean takes = random.nextDouble() < profile.confirmProbability();
    var delay = profile.confirmAfter().draw(random);
    if (takes && auction.terms().taker().equals(address().hex())) {
      auction.offer().ifPresent(offer -> venue.agenda.after(delay, due -> confirm(auction, offer)));
    }
  }

  private void confirm(Auction auction, StandingQuote offer) {
    nonce = Math.max(venue.now().toEpochMilli(), nonce + 1);
    ConfirmationForm form =
        ConfirmationForm.of(
            auction.terms(),
            offer,
            BigInteger.valueOf(nonce),
            settlement.collateral(auction),
            venue.config.charges().gasFee());
    try {
      auction
          .terms()
          .domain()
          .map(domain -> form.signedData().sign(signer, domain).hex())
          .ifPresent(signature -> settlement.confirm(form.signed(signature)));
    } catch (Refused refused) {
      log.debug("Taker could not have {}: {}", auction.id(), refused.getMessage());
    }
  }
}
