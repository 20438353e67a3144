package io.arb.cli.greeks;

import static java.util.Map.entry;

import io.arb.cli.input.Fields;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that describe one option contract and its market; they are read as texts. */
final class ContractOptions {
  @Option(names = "--type", paramLabel = "TYPE", description = "call or put.")
  private String type = "";

  @Option(names = "--strike", paramLabel = "USD", description = "Strike.")
  private String strike = "";

  @Option(
      names = "--expiry",
      paramLabel = "TIME",
      description = {
        "2026-12-25 (08:00 UTC), 2026-12-25T08:00:00Z, or from now: 30d, 12h, 90m.",
        "A year has 365 days."
      })
  private String expiry = "";

  @Option(
      names = "--spot",
      paramLabel = "USD",
      description = "Price of the underlying; forward = spot * exp((rate - carry) * years).")
  private String spot = "";

  @Option(
      names = "--forward",
      paramLabel = "USD",
      description = "Forward of this expiry, instead of --spot.")
  private String forward = "";

  @Option(
      names = "--rate",
      paramLabel = "R",
      description = "Interest a year, continuously compounded: 0.03 or 3%%. Default: 0.")
  private String rate = "";

  @Option(
      names = "--carry",
      paramLabel = "Q",
      description = "What holding the underlying yields a year, with --spot. Default: 0.")
  private String carry = "";

  @Option(
      names = "--quantity",
      paramLabel = "N",
      description = "Units of the underlying, negative is short. Default: 1.")
  private String quantity = "";

  Fields fields(String vol, String price) {
    return Fields.ofOptions(
        Map.ofEntries(
            entry("type", type),
            entry("strike", strike),
            entry("expiry", expiry),
            entry("spot", spot),
            entry("forward", forward),
            entry("rate", rate),
            entry("carry", carry),
            entry("quantity", quantity),
            entry("vol", vol),
            entry("price", price)));
  }
}
