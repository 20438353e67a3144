package io.arb.rysk.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.evm.Address;
import java.util.Optional;

/** The requests on {@code /maker}. Owned by the simulator's thread. */
final class MakerDesk implements Desk, Auctions.Watcher {
  private final Venue venue;
  private final Links links;
  private final QuoteDesk quotes;
  private final AccountDesk accounts;
  private final TransferDesk transfers;

  MakerDesk(
      Venue venue, Links links, QuoteDesk quotes, AccountDesk accounts, TransferDesk transfers) {
    this.venue = venue;
    this.links = links;
    this.quotes = quotes;
    this.accounts = accounts;
    this.transfers = transfers;
  }

  @Override
  public Optional<JsonNode> handle(Link link, Request request) {
    return switch (request.method()) {
      case "quote" -> quote(link, request);
      case "balances" -> Optional.of(accounts.balances(account(link, request)));
      case "positions" -> Optional.of(accounts.positions(account(link, request)));
      case "deposit" -> Optional.of(transfer(link, request, true));
      case "withdraw" -> Optional.of(transfer(link, request, false));
      default -> throw new Refused(RyskError.UNKNOWN_METHOD, "Method not found");
    };
  }

  private Optional<JsonNode> quote(Link link, Request request) {
    venue.books.quoteReceived();
    try {
      QuoteDesk.Entered entered = quotes.quote(request);
      links.attach(entered.maker(), link);
      return venue.has(RyskFault.QUOTE_ANSWER_LOST)
          ? Optional.empty()
          : Optional.of(entered.answer());
    } catch (Refused refused) {
      venue.books.quoteRefused(refused.error());
      throw refused;
    }
  }

  private Address account(Link link, Request request) {
    Address account = new Params(request.params()).account("account");
    links.attach(account, link);
    return account;
  }

  private JsonNode transfer(Link link, Request request, boolean isDeposit) {
    links.attach(transfers.transfer(new Params(request.params()), isDeposit), link);
    return Frames.OK;
  }

  @Override
  public void outbid(Auction auction, StandingQuote loser) {
    auction
        .best(venue.now())
        .filter(best -> !best.maker().equals(loser.maker()))
        .ifPresent(
            best ->
                links.pushToMaker(
                    loser.maker(),
                    Frames.result(
                        auction.id(), Frames.outbid(auction, best.price(), loser.price()))));
  }
}
