package io.arb.cli.greeks;

import static java.util.Map.entry;

import io.arb.cli.input.Fields;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that describe a structure and its market, as texts. */
final class StructureOptions {
  @Option(
      names = "--strikes",
      paramLabel = "USD,...",
      description = {
        "Rising; vertical and ratio: bought, sold.",
        "In rows they may stand between slashes: 2600/2800/3200/3400."
      })
  private String strikes = "";

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "call or put, for vertical, butterfly, ratio and calendar.")
  private String type = "";

  @Mixin private MarketOptions market;

  @Option(names = "--vol", paramLabel = "VOL", description = "One volatility for all options.")
  private String vol = "";

  @Option(
      names = "--vols",
      paramLabel = "VOL,...",
      description = "One for each option: by strike; straddle: put, call; calendar: near, far.")
  private String vols = "";

  @Option(
      names = "--prices",
      paramLabel = "USD,...",
      description = "Premiums, one for each option like --vols. Default: what the vols give.")
  private String prices = "";

  @Option(
      names = "--ratio",
      paramLabel = "N",
      description = "ratio: options sold for each one bought. Default: 2.")
  private String ratio = "";

  @Option(
      names = "--entry",
      paramLabel = "USD",
      description = "collar, covered-call: what the underlying cost. Default: spot or forward.")
  private String entry = "";

  @Option(
      names = "--far-expiry",
      paramLabel = "TIME",
      description = "calendar: expiry of the option bought; --expiry is that of the one sold.")
  private String farExpiry = "";

  @Option(
      names = "--far-forward",
      paramLabel = "USD",
      description = "calendar: forward of --far-expiry, beside --forward.")
  private String farForward = "";

  @Option(
      names = "--quantity",
      paramLabel = "N",
      description = "How many, in units of the underlying; negative is the other side. Default: 1.")
  private String quantity = "";

  Fields fields() {
    return market.and(
        Map.ofEntries(
            entry("strikes", strikes),
            entry("type", type),
            entry("vol", vol),
            entry("vols", vols),
            entry("prices", prices),
            entry("ratio", ratio),
            entry("entry", entry),
            entry("far_expiry", farExpiry),
            entry("far_forward", farForward),
            entry("quantity", quantity)));
  }
}
