package io.arb.rysk.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.evm.Address;
import io.arb.core.evm.Eip712Domain;
import io.arb.core.evm.Signature;
import io.arb.rysk.sign.RyskMessage;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Checks quotes, in this order: kinds of the parameters, request, terms, nonce, validity, price,
 * signature, balance. A nonce is spent when all was right. Owned by the simulator's thread.
 */
final class QuoteDesk {
  private static final Duration LONGEST_VALIDITY = Duration.ofMinutes(10);
  private static final int PRICE_BITS = 128;

  private final Venue venue;
  private final Auctions auctions;

  QuoteDesk(Venue venue, Auctions auctions) {
    this.venue = venue;
    this.auctions = auctions;
  }

  /** The quote in its auction; the caller learns who sent it before it is told the answer. */
  record Entered(Address maker, JsonNode answer) {}

  Entered quote(Request request) {
    if (venue.has(RyskFault.QUOTE_REFUSED_WITHOUT_REASON)) {
      throw Refused.withoutReason();
    }
    QuoteForm form = QuoteForm.parse(new Params(request.params()));
    Auction auction = auctions.requireOpen(request.id(), form.makerAddress());
    form.requireTerms(auction.terms());
    venue.nonces.requireUnspent(form.makerAddress(), form.nonce());
    requireValid(form, venue.now());
    requirePrice(form.price());
    requireSigned(form, auction.terms());
    requireFunded(form, auction.terms());
    venue.nonces.spend(form.makerAddress(), form.nonce());
    return new Entered(form.makerAddress(), enter(auction, form));
  }

  private JsonNode enter(Auction auction, QuoteForm form) {
    StandingQuote quote =
        new StandingQuote(
            form.makerAddress(), form.nonce(), form.price(), form.validUntil(), form.signature());
    StandingQuote best = auctions.enter(auction, quote);
    boolean isBest = best.equals(quote);
    venue.books.quoteAccepted(isBest);
    return isBest ? Frames.OK : Frames.outbid(auction, best.price(), quote.price());
  }

  /** The maker's spelling is part of this: the venue calls both an internal error. */
  private static void requireValid(QuoteForm form, Instant now) {
    Address unused = Params.lowerCase(form.maker());
    if (form.validUntil() <= now.getEpochSecond()) {
      throw Refused.withoutReason();
    }
    if (form.validUntil() > now.plus(LONGEST_VALIDITY).getEpochSecond()) {
      throw new Refused(RyskError.BAD_PARAMS, "validUntil is too far ahead");
    }
  }

  private static void requirePrice(BigInteger price) {
    if (price.signum() == 0 || price.bitLength() > PRICE_BITS) {
      throw new Refused(RyskError.BAD_PARAMS, "price must be from 1 to 2^128 - 1");
    }
  }

  private static void requireSigned(QuoteForm form, RfqTerms terms) {
    Optional<Eip712Domain> domain = terms.domain();
    if (domain.isEmpty()
        || !isSigned(form.signedData(), form.makerAddress(), domain.get(), form.signature())) {
      throw new Refused(RyskError.BAD_SIGNATURE, "invalid signature");
    }
  }

  private void requireFunded(QuoteForm form, RfqTerms terms) {
    BigInteger quantity = terms.quantityUnits();
    BigInteger premium = RyskMoney.premium(quantity, form.price());
    BigInteger cost = premium.add(venue.fee(premium, quantity));
    Address token = terms.premiumToken().orElseThrow(Refused::withoutReason);
    if (!venue.vault.covers(form.makerAddress(), token, cost)) {
      throw new Refused(RyskError.BALANCE_TOO_SMALL, "insufficient balance");
    }
  }

  /** Whether the text is a signature of the account: 65 bytes in hexadecimal with {@code 0x}. */
  static boolean isSigned(
      RyskMessage message, Address account, Eip712Domain domain, String signature) {
    try {
      return signature.startsWith("0x")
          && message.isSignedBy(account, domain, Signature.parse(signature));
    } catch (IllegalArgumentException e) {
      return false; // not 65 bytes, or r, s or v out of range
    }
  }
}
