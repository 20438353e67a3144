package io.arb.rysk.simulator;

import io.arb.core.evm.Address;
import io.arb.core.evm.Eip712Domain;
import java.math.BigInteger;
import java.util.SplittableRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes takers' confirmations, moves the money and, some time later, makes the trade known. A
 * confirmation that does not fit its offer is a {@link RyskError#TERM_MISMATCH}, all else that is
 * wrong with it an {@link RyskError#INTERNAL}. Owned by the simulator's thread.
 */
final class Settlement {
  private static final Logger log = LoggerFactory.getLogger(Settlement.class);

  /**
   * A trade that the chain has yet to confirm.
   *
   * @param premium in the smallest units of the premium's token
   * @param fee in the same units
   */
  record Pending(
      Auction auction,
      StandingQuote quote,
      ConfirmationForm form,
      BigInteger premium,
      BigInteger fee) {}

  private final Venue venue;
  private final Auctions auctions;
  private final TradeRecorder recorder;
  private final SplittableRandom random;

  Settlement(Venue venue, Auctions auctions, TradeRecorder recorder, SplittableRandom random) {
    this.venue = venue;
    this.auctions = auctions;
    this.recorder = recorder;
    this.random = random;
  }

  void confirm(ConfirmationForm form) {
    try {
      Pending pending = check(form);
      take(pending);
      venue.agenda.after(
          venue.config.timing().settleAfter().draw(random), due -> recorder.settle(pending));
    } catch (Refused refused) {
      venue.books.confirmationRefused();
      log.debug("Confirmation of {} refused: {}", form.quoteNonce(), refused.getMessage());
      throw refused;
    }
  }

  private Pending check(ConfirmationForm form) {
    Auction auction =
        auctions
            .offering(Address.of(form.maker()), form.quoteNonce())
            .orElseThrow(() -> new Refused(RyskError.TERM_MISMATCH, "quote mismatch"));
    StandingQuote quote = auction.offer().orElseThrow();
    form.requireOffer(auction.terms(), quote);
    QuoteForm.requireSame("collateralAmount", form.collateralAmount().equals(collateral(auction)));
    QuoteForm.requireSame("gasFee", form.gasFee().equals(venue.config.charges().gasFee()));
    requireAcceptable(form, auction, quote);
    BigInteger quantity = auction.terms().quantityUnits();
    BigInteger premium = RyskMoney.premium(quantity, quote.price());
    Pending pending = new Pending(auction, quote, form, premium, venue.fee(premium, quantity));
    requirePayable(pending);
    return pending;
  }

  private void requireAcceptable(ConfirmationForm form, Auction auction, StandingQuote quote) {
    Eip712Domain domain = auction.terms().domain().orElseThrow(Refused::withoutReason);
    Address taker = Address.of(form.taker());
    require("the offer was taken before", !auction.isTaken());
    require("the nonce was used before", !venue.nonces.isSpent(taker, form.nonce()));
    require("the option has expired", venue.now().getEpochSecond() < form.expiry());
    require("the quote has expired", !quote.isExpired(venue.now()));
    require(
        "the taker did not sign",
        QuoteDesk.isSigned(form.signedData(), taker, domain, form.signature()));
  }

  private void requirePayable(Pending pending) {
    require(
        "the premium is gone in gas",
        pending.premium().compareTo(venue.config.charges().gasFee()) > 0);
    require(
        "the maker's balance is too small",
        venue.vault.covers(
            pending.quote().maker(), token(pending), pending.premium().add(pending.fee())));
  }

  private static void require(String otherwise, boolean condition) {
    if (!condition) {
      log.debug("A confirmation is refused: {}", otherwise);
      throw Refused.withoutReason();
    }
  }

  private void take(Pending pending) {
    venue.books.confirmed();
    venue.nonces.spend(Address.of(pending.form().taker()), pending.form().nonce());
    pending.auction().take();
    venue.vault.debit(
        pending.quote().maker(), token(pending), pending.premium().add(pending.fee()));
  }

  private static Address token(Pending pending) {
    return pending.auction().terms().premiumToken().orElseThrow(Refused::withoutReason);
  }

  /** What the taker has to lock, in the collateral token's units. */
  BigInteger collateral(Auction auction) {
    RfqTerms terms = auction.terms();
    return terms.isPut()
        ? RyskMoney.putCollateral(terms.quantityUnits(), terms.strikeUnits())
        : RyskMoney.callCollateral(terms.quantityUnits(), venue.config.asset().decimals());
  }
}
