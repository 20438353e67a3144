package io.arb.cli.greeks.hedging;

import io.arb.cli.input.FieldException;
import io.arb.cli.input.Fields;
import io.arb.greeks.hedgesim.BookLeg;
import io.arb.greeks.hedgesim.GbmPaths;
import io.arb.greeks.hedgesim.HedgeCosts;
import io.arb.greeks.hedgesim.HistoricalPaths;
import io.arb.greeks.hedgesim.OptionBook;
import io.arb.greeks.hedgesim.PathSource;
import io.arb.greeks.hedgesim.PricePath;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is simulated: the options, the paths and what hedging costs, as it was written. */
final class MarketOptions {
  private static final int MOST_PATHS = 10_000_000;
  private static final int MOST_STEPS = 1_000_000;
  private static final double HIGHEST_RATE = 10;

  @Option(
      names = "--leg",
      paramLabel = "LEG",
      description = {
        "An option to be hedged: QUANTITY,C or P,STRIKE,EXPIRY,VOL, such as -1,C,100,365d,25%%.",
        "Repeat it for more."
      })
  private List<String> legs = List.of();

  @Option(names = "--spot", paramLabel = "USD", description = "Price at the start.")
  private String spot = "";

  @Option(
      names = "--rate",
      paramLabel = "R",
      description = "Interest per year; 0 with a perpetual. Default: 0.")
  private String rate = "";

  @Option(
      names = "--drift",
      paramLabel = "R",
      description = "Growth of the price per year. Default: the rate.")
  private String drift = "";

  @Option(
      names = "--realised-vol",
      paramLabel = "VOL",
      description = "Volatility of the paths. Default: that of the first leg.")
  private String realisedVol = "";

  @Option(
      names = "--years",
      paramLabel = "N",
      description = "Length of a path. Default: to the first expiry.")
  private String years = "";

  @Option(names = "--steps", paramLabel = "N", description = "Moves in a path. Default: 100.")
  private String steps = "";

  @Option(names = "--antithetic", description = "Every second path mirrors the one before.")
  private boolean antithetic;

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description = {
        "CSV of time,price or time,price,vol: history instead of random paths.",
        "--steps observations make a path; without --steps the whole file is one."
      })
  private @Nullable Path prices;

  @Option(
      names = "--stride",
      paramLabel = "N",
      description = "Observations between two such paths. Default: --steps.")
  private String stride = "";

  @Option(
      names = "--cost",
      paramLabel = "FRACTION",
      description = "Taking costs this: fee and half spread, 0.0005 or 0.05%%. Default: 0.")
  private String cost = "";

  @Option(
      names = "--maker-fee",
      paramLabel = "FRACTION",
      description = "A resting order that fills costs this. Default: 0.")
  private String makerFee = "";

  @Option(
      names = "--funding",
      paramLabel = "R",
      description = "What a long hedge pays per year, 0.1 or 10%%. Default: 0.")
  private String funding = "";

  @Option(
      names = "--amount-step",
      paramLabel = "N",
      description = "Holdings are multiples of this. Default: any amount.")
  private String amountStep = "";

  Fields fields() {
    Map<String, String> texts = new HashMap<>();
    texts.put("spot", spot);
    texts.put("rate", rate);
    texts.put("drift", drift);
    texts.put("realised_vol", realisedVol);
    texts.put("years", years);
    texts.put("steps", steps);
    texts.put("stride", stride);
    texts.put("cost", cost);
    texts.put("maker_fee", makerFee);
    texts.put("funding", funding);
    texts.put("amount_step", amountStep);
    return Fields.ofOptions(texts);
  }

  /** True if an option was written that a published table fixes itself. */
  boolean isGiven() {
    return !fields().isEmpty() || !legs.isEmpty() || antithetic || prices != null;
  }

  OptionBook book(Instant now) throws FieldException {
    List<BookLeg> read =
        LegText.readAll(legs, now).stream()
            .map(
                leg ->
                    new BookLeg(
                        leg.quantity(),
                        leg.type(),
                        leg.strikeUsd(),
                        leg.years(),
                        leg.volFraction()))
            .toList();
    return new OptionBook(read, Numbers.between(fields(), "rate", -HIGHEST_RATE, HIGHEST_RATE, 0));
  }

  PathSource paths(OptionBook book, int count, long seed) throws FieldException {
    Fields fields = fields();
    return prices == null ? drawn(book, fields, count, seed) : recorded(book, fields, prices);
  }

  private PathSource drawn(OptionBook book, Fields fields, int count, long seed)
      throws FieldException {
    double expiry = book.firstExpiryYears();
    double vol = book.legs().getFirst().volFraction();
    return new GbmPaths(
        fields.positive("spot"),
        Numbers.between(fields, "drift", -HIGHEST_RATE, HIGHEST_RATE, book.rate()),
        Numbers.between(fields, "realised_vol", 0, 100, vol),
        fields.has("years")
            ? fields.number("years", "up to the first expiry " + expiry, y -> y > 0 && y <= expiry)
            : expiry,
        Numbers.whole(fields, "steps", 1, MOST_STEPS, 100),
        antithetic ? count + count % 2 : count,
        seed,
        antithetic);
  }

  private static PathSource recorded(OptionBook book, Fields fields, Path file)
      throws FieldException {
    PricePath series = PriceFile.read(file);
    int steps = Numbers.whole(fields, "steps", 1, series.steps(), series.steps());
    int stride = Numbers.whole(fields, "stride", 1, MOST_PATHS, steps);
    double spot = Numbers.positive(fields, "spot", series.priceUsd(0));
    HistoricalPaths paths = new HistoricalPaths(series, spot, steps, stride);
    if (paths.horizonYears() > book.firstExpiryYears()) {
      throw new FieldException(
          "--prices",
          "paths no longer than the " + book.firstExpiryYears() + " years to the first expiry",
          paths.horizonYears() + "");
    }
    return paths;
  }

  HedgeCosts costs() throws FieldException {
    Fields fields = fields();
    return new HedgeCosts(
        Numbers.between(fields, "cost", 0, 1, 0),
        Numbers.between(fields, "maker_fee", -0.1, 0.1, 0),
        Numbers.between(fields, "funding", -HIGHEST_RATE, HIGHEST_RATE, 0),
        Numbers.notNegative(fields, "amount_step", 0));
  }
}
