package io.arb.rysk.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.arb.core.evm.Address;
import io.arb.core.evm.BouncyCastleSigner;
import io.arb.core.evm.Eip712Domain;
import io.arb.core.evm.PrivateKey;
import io.arb.core.evm.Signer;
import io.arb.core.model.Price;
import io.arb.rysk.sign.RyskQuote;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The other makers: each bids below what the option is worth to it, and when outbid improves a few
 * times up to that. They sign like everybody, so that a taker can take their quotes, but have money
 * without end. Owned by the simulator's thread.
 */
final class Rivals implements Auctions.Watcher {
  private static final BigInteger FUNDS = RyskMoney.tenTo(30);
  private static final int PRICE_DECIMALS = 4;
  private static final BigInteger TICK = RyskMoney.tenTo(RyskMoney.WIRE_DECIMALS - PRICE_DECIMALS);
  private static final BigInteger STEP_FRACTION = BigInteger.valueOf(200); // half a percent
  private static final Duration VALIDITY = Duration.ofSeconds(30);
  private static final int MOST_IMPROVEMENTS = 5;

  /** A time as a part of the window. */
  private record Span(double from, double to) {}

  private static final Span FIRST_BID = new Span(0.05, 0.45);
  private static final Span IMPROVEMENT = new Span(0.02, 0.10);
  private static final Span FIRST_PRICE = new Span(0.85, 0.97);

  private record Key(Auction auction, Address maker) {}

  /** One rival in one auction. */
  private static final class Plan {
    private final Auction auction;
    private final Signer signer;
    private final BigInteger limit;
    private final SplittableRandom random;
    private int improvements;

    Plan(Auction auction, Signer signer, BigInteger limit, SplittableRandom random) {
      this.auction = auction;
      this.signer = signer;
      this.limit = limit;
      this.random = random;
    }

    double draw(Span span) {
      return random.nextDouble(span.from(), span.to());
    }
  }

  private final Venue venue;
  private final Auctions auctions;
  private final SplittableRandom random;
  private final List<Signer> signers;
  private final Map<Key, Plan> plans = new HashMap<>();
  private Competition competition;
  private long nonce;

  Rivals(Venue venue, Auctions auctions, SplittableRandom random) {
    this.venue = venue;
    this.auctions = auctions;
    this.random = random;
    this.competition = venue.config.competition();
    this.signers =
        IntStream.range(0, Competition.MAX_MAKERS)
            .mapToObj(number -> signer(venue.config.seed(), "rival-" + number))
            .toList();
    Address usd = venue.config.chain().strikeAsset();
    signers.forEach(signer -> venue.vault.credit(signer.address(), usd, FUNDS));
  }

  /** The signer of a simulated account; whoever knows the seed has its key. */
  static Signer signer(long seed, String account) {
    byte[] text = ("rysk-simulator/" + seed + "/" + account).getBytes(UTF_8);
    return new BouncyCastleSigner(PrivateKey.derive(text));
  }

  void setCompetition(Competition newCompetition) {
    competition = newCompetition;
  }

  boolean contains(Address maker) {
    return signers.stream().anyMatch(signer -> signer.address().equals(maker));
  }

  @Override
  public void opened(Auction auction) {
    SplittableRandom own = random.split();
    if (auction.terms().takerBuys() || auction.terms().premiumToken().isEmpty()) {
      return; // they only buy, and only what can be paid for
    }
    List<Price> fixed = competition.fixed();
    for (int i = 0; i < fixed.size(); i++) {
      BigInteger price = RyskMoney.scaled(fixed.get(i).usd(), RyskMoney.WIRE_DECIMALS);
      Plan plan = plan(auction, i, price, own.split());
      plan.improvements = MOST_IMPROVEMENTS;
      venue.agenda.after(Duration.ZERO, due -> bid(plan, price));
    }
    if (fixed.isEmpty() && competition.makers() > 0) {
      compete(auction, own);
    }
  }

  private void compete(Auction auction, SplittableRandom own) {
    BigDecimal worth =
        venue
            .market
            .ticker(auction.option(venue.config.asset().underlying()), venue.trueNow())
            .mark()
            .usd();
    for (int i = 0; i < competition.makers(); i++) {
      SplittableRandom mine = own.split();
      Plan plan = plan(auction, i, limit(worth, mine), mine);
      BigInteger first = onTick(fraction(plan.limit, plan.draw(FIRST_PRICE)));
      venue.agenda.after(part(plan.draw(FIRST_BID)), due -> bid(plan, first));
    }
  }

  private Plan plan(Auction auction, int rival, BigInteger limit, SplittableRandom own) {
    Plan plan = new Plan(auction, signers.get(rival), limit, own);
    plans.put(new Key(auction, plan.signer.address()), plan);
    return plan;
  }

  /** The highest bid that leaves the wanted edge after the fee. */
  private BigInteger limit(BigDecimal worth, SplittableRandom own) {
    double error = competition.noise().doubleValue() * own.nextDouble(-1, 1);
    BigDecimal wanted =
        worth
            .multiply(competition.aggressiveness())
            .multiply(BigDecimal.valueOf(1 + error))
            .divide(
                BigDecimal.ONE.add(venue.config.charges().feeFraction()),
                RyskMoney.WIRE_DECIMALS,
                RoundingMode.FLOOR);
    return onTick(RyskMoney.scaled(wanted, RyskMoney.WIRE_DECIMALS));
  }

  private void bid(Plan plan, BigInteger price) {
    if (!plan.auction.isOpen() || price.signum() <= 0) {
      return;
    }
    sign(plan, price)
        .filter(quote -> !auctions.enter(plan.auction, quote).equals(quote))
        .ifPresent(quote -> improveLater(plan));
  }

  private Optional<StandingQuote> sign(Plan plan, BigInteger price) {
    RfqTerms terms = plan.auction.terms();
    long validUntil = venue.now().plus(VALIDITY).getEpochSecond();
    nonce = Math.max(venue.now().toEpochMilli(), nonce + 1);
    QuoteForm form =
        new QuoteForm(
            terms.asset(),
            terms.chainId(),
            terms.expiry(),
            terms.isPut(),
            terms.takerBuys(),
            plan.signer.address().hex(),
            BigInteger.valueOf(nonce),
            price,
            terms.quantity(),
            terms.strike(),
            "",
            validUntil,
            terms.usd().orElse(""),
            terms.collateralAsset().orElse(""));
    RyskQuote data = form.signedData();
    return terms.domain().map(domain -> standing(data, plan.signer, domain, validUntil));
  }

  private static StandingQuote standing(
      RyskQuote data, Signer signer, Eip712Domain domain, long validUntil) {
    return new StandingQuote(
        signer.address(), data.nonce(), data.price(), validUntil, data.sign(signer, domain).hex());
  }

  @Override
  public void outbid(Auction auction, StandingQuote loser) {
    Plan plan = plans.get(new Key(auction, loser.maker()));
    if (plan != null) {
      improveLater(plan);
    }
  }

  private void improveLater(Plan plan) {
    if (plan.improvements < MOST_IMPROVEMENTS) {
      plan.improvements++;
      venue.agenda.after(part(plan.draw(IMPROVEMENT)), due -> improve(plan));
    }
  }

  private void improve(Plan plan) {
    plan.auction
        .best(venue.now())
        .filter(best -> plan.auction.isOpen() && !best.maker().equals(plan.signer.address()))
        .map(best -> onTick(best.price().add(best.price().divide(STEP_FRACTION)).add(TICK)))
        .filter(price -> price.compareTo(plan.limit) <= 0)
        .ifPresent(price -> bid(plan, price));
  }

  @Override
  public void closed(Auction auction) {
    plans.keySet().removeIf(key -> key.auction() == auction);
  }

  private Duration part(double ofWindow) {
    return Duration.ofNanos((long) (venue.config.timing().auctionWindow().toNanos() * ofWindow));
  }

  private static BigInteger fraction(BigInteger price, double fraction) {
    return RyskMoney.scaled(new BigDecimal(price).multiply(BigDecimal.valueOf(fraction)), 0);
  }

  private static BigInteger onTick(BigInteger price) {
    return price.subtract(price.mod(TICK));
  }
}
