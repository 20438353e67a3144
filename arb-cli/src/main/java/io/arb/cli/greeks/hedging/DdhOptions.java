package io.arb.cli.greeks.hedging;

import io.arb.cli.input.Fields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options of {@link DdhCommand}, as they were written. */
final class DdhOptions {
  /** Hedging styles. */
  enum Mode {
    /** Rests and waits. */
    PASSIVE,
    /** Rests, and takes once the hard limit has lasted too long. */
    ESCALATE,
    /** Rests nothing inside the band and presses outside it. */
    AGGRESSIVE
  }

  @Option(
      names = "--leg",
      paramLabel = "LEG",
      description = {
        "An option held: QUANTITY,C or P,STRIKE,EXPIRY,VOL, such as 10,C,100000,7d,55%%.",
        "Repeat it for more."
      })
  private List<String> legs = List.of();

  @Option(names = "--perp", paramLabel = "N", description = "Perpetual held. Default: 0.")
  private String perp = "";

  @Option(
      names = "--index",
      paramLabel = "USD",
      description = "Index; also the forward and the mark unless those are given.")
  private String index = "";

  @Option(names = "--forward", paramLabel = "USD", description = "Forward of the options.")
  private String forward = "";

  @Option(names = "--mark", paramLabel = "USD", description = "Mark price of the perpetual.")
  private String mark = "";

  @Option(names = "--bid", paramLabel = "USD", description = "Best bid of the perpetual.")
  private String bid = "";

  @Option(names = "--ask", paramLabel = "USD", description = "Best ask of the perpetual.")
  private String ask = "";

  @Option(names = "--tick", paramLabel = "USD", description = "Tick size. Default: 0.01.")
  private String tick = "";

  @Option(names = "--step", paramLabel = "N", description = "Amount step. Default: 0.001.")
  private String step = "";

  @Option(names = "--min-amount", paramLabel = "N", description = "Smallest order. Default: step.")
  private String minAmount = "";

  @Option(names = "--max-amount", paramLabel = "N", description = "Largest order. Default: 1e9.")
  private String maxAmount = "";

  @Option(
      names = "--band",
      paramLabel = "N",
      description = "Delta that may build up on either side.")
  private String band = "";

  @Option(
      names = "--risk-aversion",
      paramLabel = "R",
      description = "Instead of --band: the Whalley-Wilmott band at this risk aversion per USD.")
  private String riskAversion = "";

  @Option(
      names = "--cost",
      paramLabel = "FRACTION",
      description = "For that: one-way cost, fee and half spread, 0.0005 or 0.05%%.")
  private String cost = "";

  @Option(
      names = "--maker-fee",
      paramLabel = "FRACTION",
      description = "For that: rungs earn at least twice this. Default: 0.")
  private String makerFee = "";

  @Option(
      names = "--max-spread",
      paramLabel = "USD",
      description = "No order further from the mark. Default: 2%% of the mark.")
  private String maxSpread = "";

  @Option(names = "--rungs", paramLabel = "N", description = "Orders a side, 1 to 50. Default: 1.")
  private String rungs = "";

  @Option(names = "--first-order", description = "Rungs by today's gamma instead of repricing.")
  private boolean firstOrder;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = "passive, escalate or aggressive. Default: passive.")
  private String mode = "";

  @Option(
      names = "--hard-limit",
      paramLabel = "N",
      description = "For escalate: delta beyond which to take.")
  private String hardLimit = "";

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      description = "How long to rest before taking. Default: 10.")
  private String patience = "";

  @Option(
      names = "--cross",
      paramLabel = "USD",
      description = "How far from the mark to take. Default: 0.5%% of the mark.")
  private String cross = "";

  @Option(
      names = "--breached",
      paramLabel = "SECONDS",
      description = "For how long delta has been beyond the limit. Default: 0.")
  private String breached = "";

  List<String> legs() {
    return legs;
  }

  boolean isFirstOrder() {
    return firstOrder;
  }

  Fields fields() {
    Map<String, String> texts = new HashMap<>();
    texts.put("perp", perp);
    texts.put("index", index);
    texts.put("forward", forward);
    texts.put("mark", mark);
    texts.put("bid", bid);
    texts.put("ask", ask);
    texts.put("tick", tick);
    texts.put("step", step);
    texts.put("min_amount", minAmount);
    texts.put("max_amount", maxAmount);
    texts.put("band", band);
    texts.put("risk_aversion", riskAversion);
    texts.put("cost", cost);
    texts.put("maker_fee", makerFee);
    texts.put("max_spread", maxSpread);
    texts.put("rungs", rungs);
    texts.put("mode", mode);
    texts.put("hard_limit", hardLimit);
    texts.put("patience", patience);
    texts.put("cross", cross);
    texts.put("breached", breached);
    return Fields.ofOptions(texts);
  }
}
