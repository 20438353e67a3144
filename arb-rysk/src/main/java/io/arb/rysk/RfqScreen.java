package io.arb.rysk;

import io.arb.core.evm.Address;
import io.arb.core.evm.Eip712Domain;
import io.arb.core.model.Option;
import io.arb.core.model.Rfq;
import io.arb.core.model.RfqId;
import io.arb.core.model.Side;
import io.arb.core.model.SourceId;
import io.arb.core.model.Underlying;
import io.arb.greeks.OptionType;
import io.arb.rysk.wire.RfqRequest;
import io.arb.rysk.wire.TypedDataDomain;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides whether a request may be answered at all: whatever a signature could not undo is checked
 * here, before anything is priced. Draws no conclusion from its own memory, so it is safe from any
 * thread.
 */
final class RfqScreen {
  private final SourceId source;
  private final RyskSettings settings;
  private final AssetDirectory assets;

  RfqScreen(Scope scope, AssetDirectory assets) {
    this.source = scope.id();
    this.settings = scope.settings();
    this.assets = assets;
  }

  Screening screen(RfqRequest request, Instant now) {
    Optional<Screening.Declined> refusal =
        Stream.of(
                place(request),
                audience(request),
                timing(request, now),
                kind(request),
                tokens(request),
                domainProblem(request))
            .flatMap(Optional::stream)
            .findFirst();
    return refusal.isPresent() ? refusal.get() : accept(request, now);
  }

  private Screening accept(RfqRequest request, Instant now) {
    Optional<Underlying> underlying = assets.underlying(request.asset());
    if (underlying.isEmpty()) {
      return new Screening.Declined("unknown_asset", "nothing is known of " + request.asset());
    }
    Option option =
        new Option(
            underlying.get(),
            Instant.ofEpochSecond(request.expirySeconds()),
            Units.strike(request.strike()),
            request.isPut() ? OptionType.PUT : OptionType.CALL);
    Rfq rfq =
        new Rfq(
            new RfqId(request.id()),
            source,
            option,
            Units.quantity(request.quantity()),
            request.isTakerBuy() ? Side.BUY : Side.SELL,
            now,
            deadline(request, now));
    return new Screening.Accepted(new OpenRequest(request, rfq, domain(request)));
  }

  private Instant deadline(RfqRequest request, Instant now) {
    return request
        .auctionDeadline()
        .or(request::validUntil)
        .orElseGet(() -> now.plus(settings.auctionWindow()));
  }

  private Optional<Screening.Declined> place(RfqRequest request) {
    if (request.chainId() != settings.chain().chainId()) {
      return declined("unknown_chain", "chain " + request.chainId());
    }
    if (!settings.assets().contains(request.asset())) {
      return declined("unknown_asset", request.asset() + " is not configured");
    }
    if (!assets.isTradeable(request.asset(), request.quantity())) {
      return declined("size_out_of_limits", Units.quantity(request.quantity()) + " units");
    }
    return Optional.empty();
  }

  private Optional<Screening.Declined> audience(RfqRequest request) {
    boolean invited =
        request.makers().isEmpty()
            || request.makers().stream()
                .anyMatch(maker -> maker.equalsIgnoreCase(settings.maker().hex()));
    return invited
        ? Optional.empty()
        : declined("not_invited", request.makers().size() + " other makers");
  }

  private static Optional<Screening.Declined> timing(RfqRequest request, Instant now) {
    if (request.expirySeconds() <= now.getEpochSecond()) {
      return declined("option_expired", "expiry " + request.expirySeconds());
    }
    return Stream.of(request.validUntil(), request.auctionDeadline())
        .flatMap(Optional::stream)
        .filter(end -> !end.isAfter(now))
        .findFirst()
        .flatMap(end -> declined("expired", "ended at " + end));
  }

  private Optional<Screening.Declined> kind(RfqRequest request) {
    if (request.isTakerBuy() && !settings.acceptsTakerBuys()) {
      return declined("taker_buys", "the taker wants to buy");
    }
    if (request.isPut() && !settings.acceptsPuts()) {
      return declined("put", "the option is a put");
    }
    return Optional.empty();
  }

  private Optional<Screening.Declined> tokens(RfqRequest request) {
    if (request.usd().isEmpty()) {
      return declined("missing_usd", "no premium token");
    }
    if (request.collateralAsset().isEmpty()) {
      return declined("missing_collateral", "no collateral token");
    }
    Address premium = request.premiumAsset().orElse(request.usd().get());
    if (!isPremiumToken(request.usd().get()) || !isPremiumToken(premium)) {
      return declined("unknown_premium_token", request.usd().get() + " and " + premium);
    }
    Address collateral = request.collateralAsset().get();
    boolean fits =
        request.isPut() ? isPremiumToken(collateral) : assets.backs(collateral, request.asset());
    return fits ? Optional.empty() : declined("wrong_collateral", collateral.hex());
  }

  private boolean isPremiumToken(Address token) {
    return settings.premiumTokens().contains(token);
  }

  private Optional<Screening.Declined> domainProblem(RfqRequest request) {
    return request
        .domain()
        .filter(domain -> !isAllowed(domain))
        .flatMap(domain -> declined("foreign_domain", domain.toString()));
  }

  /** Complete, without a salt, of our chain, and for a contract that we trust with signatures. */
  private boolean isAllowed(TypedDataDomain domain) {
    return !domain.salted()
        && domain.name().isPresent()
        && domain.version().isPresent()
        && domain.chainId().map(id -> id == settings.chain().chainId()).orElse(true)
        && domain.verifyingContract().map(settings.verifyingContracts()::contains).orElse(false);
  }

  private Eip712Domain domain(RfqRequest request) {
    return request
        .domain()
        .map(
            own ->
                new Eip712Domain(
                    own.name().orElseThrow(),
                    own.version().orElseThrow(),
                    BigInteger.valueOf(request.chainId()),
                    own.verifyingContract().orElseThrow()))
        .orElseGet(settings.chain()::domain);
  }

  private static Optional<Screening.Declined> declined(String reason, String detail) {
    return Optional.of(new Screening.Declined(reason, detail));
  }
}
