package io.arb.cli.greeks;

import io.arb.cli.input.Fields;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that describe an expiry and its market, as texts. */
final class MarketOptions {
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

  /** These options, and more of the command's own. */
  Fields and(Map<String, String> more) {
    Map<String, String> texts = new HashMap<>(more);
    texts.put("expiry", expiry);
    texts.put("spot", spot);
    texts.put("forward", forward);
    texts.put("rate", rate);
    texts.put("carry", carry);
    return Fields.ofOptions(texts);
  }
}
