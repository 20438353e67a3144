package io.arb.cli.config;

import io.arb.core.engine.EngineConfig;
import io.arb.core.hedge.GammaDdhConfig;
import io.arb.core.hedge.HedgeConfig;
import io.arb.core.hedge.OrderTiming;
import io.arb.core.model.Money;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Quantity;
import io.arb.core.quote.QuoteConfig;
import io.arb.core.risk.RiskLimits;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The blocks that the engine understands: pricing, hedging, gamma_ddh, risk. */
final class EngineSections {
  private static final String PERPETUAL_SUFFIX = "-PERP";

  private EngineSections() {}

  static Optional<EngineConfig> read(Section arbitrage, Section hedging) {
    Section pricing = arbitrage.section("pricing");
    Section ddh = arbitrage.section("gamma_ddh");
    Section risk = arbitrage.section("risk");
    Optional<QuoteConfig> quoting = quoting(pricing);
    Duration staleAfter = pricing.millis("stale_after_ms", Duration.ofSeconds(2));
    Optional<HedgeConfig> hedge = hedge(hedging);
    Duration snapshotEvery = hedging.millis("reconcile_ms", Duration.ofSeconds(30));
    Optional<GammaDdhConfig> gamma = gammaDdh(ddh);
    Optional<RiskLimits> limits = risk(risk);
    pricing.refuseOthers();
    ddh.refuseOthers();
    risk.refuseOthers();
    return quoting.flatMap(
        q ->
            hedge.flatMap(
                h ->
                    gamma.flatMap(
                        g ->
                            limits.flatMap(
                                r ->
                                    arbitrage.build(
                                        () ->
                                            new EngineConfig(
                                                staleAfter,
                                                snapshotEvery,
                                                q,
                                                h,
                                                OrderTiming.DEFAULTS,
                                                g,
                                                r))))));
  }

  private static Optional<QuoteConfig> quoting(Section pricing) {
    QuoteConfig defaults = QuoteConfig.DEFAULTS;
    var spread = pricing.decimal("target_spread_bps", defaults.targetSpreadBps().toPlainString());
    var minEdge = pricing.decimal("min_edge_usd", defaults.minEdge().toString());
    var fee = pricing.decimal("source_fee_rate", defaults.sourceFeeRate().toPlainString());
    var improve = pricing.decimal("improve_bps", defaults.improveBps().toPlainString());
    Duration validity = pricing.millis("validity_ms", defaults.validity());
    int quotes = pricing.integer("max_quotes_per_rfq", defaults.maxQuotesPerRfq());
    return pricing.build(
        () -> new QuoteConfig(spread, new Money(minEdge), fee, improve, validity, quotes));
  }

  private static Optional<HedgeConfig> hedge(Section hedging) {
    HedgeConfig defaults = HedgeConfig.DEFAULTS;
    String type = hedging.choice("order_type", Set.of("post_only", "ioc"), "post_only");
    int spread = hedging.integer("max_spread_bps", defaults.maxSpreadBps());
    int retries = hedging.integer("retry_attempts", defaults.retryAttempts());
    Duration retryPause = hedging.millis("retry_pause_ms", defaults.retryPause());
    Duration repeg = hedging.millis("repeg_ms", defaults.repegInterval());
    int repegTicks = hedging.integer("repeg_tolerance_ticks", defaults.repegToleranceTicks());
    Duration escalate = hedging.millis("escalate_after_ms", defaults.escalateAfter());
    int crossing = hedging.integer("crossing_bound_bps", defaults.crossingBoundBps());
    int perpetual = hedging.integer("perpetual_bound_bps", defaults.perpetualBoundBps());
    int maxLoss = hedging.integer("max_loss_bps", defaults.maxLossBps());
    Duration giveUp = hedging.millis("give_up_after_ms", defaults.giveUpAfter());
    return hedging.build(
        () ->
            new HedgeConfig(
                type.equals("ioc") ? HedgeConfig.OrderType.IOC : HedgeConfig.OrderType.POST_ONLY,
                spread,
                retries,
                retryPause,
                repeg,
                repegTicks,
                escalate,
                crossing,
                perpetual,
                maxLoss,
                giveUp));
  }

  private static Optional<GammaDdhConfig> gammaDdh(Section ddh) {
    GammaDdhConfig defaults = GammaDdhConfig.defaults(Perpetual.of("ETH"));
    boolean enabled = ddh.flag("enabled", true);
    String name = ddh.text("perp_name", "ETH" + PERPETUAL_SUFFIX);
    if (!name.endsWith(PERPETUAL_SUFFIX)) {
      ddh.problem("perp_name", "expected a name such as ETH-PERP, got '" + name + "'");
      return Optional.empty();
    }
    String underlying = name.substring(0, name.length() - PERPETUAL_SUFFIX.length());
    var maxDelta = ddh.decimal("max_abs_delta", defaults.maxAbsDelta().toString());
    var maxSpread = ddh.decimal("max_abs_spread", defaults.maxAbsSpread().toPlainString());
    var priceTol = ddh.decimal("price_tol", defaults.priceTol().toPlainString());
    var amountTol = ddh.decimal("amount_tol", defaults.amountTol().toString());
    var midTol = ddh.decimal("mid_price_tol", defaults.midPriceTol().toPlainString());
    Duration wait = ddh.millis("action_wait_ms", defaults.actionWait());
    var hardLimit = ddh.decimal("hard_delta_limit", defaults.hardDeltaLimit().toString());
    Duration hardAfter = ddh.millis("hard_limit_after_ms", defaults.hardLimitAfter());
    int bound = ddh.integer("aggressive_bound_bps", defaults.aggressiveBoundBps());
    int stuck = ddh.integer("stuck_after", defaults.stuckAfter());
    return ddh.build(
        () ->
            new GammaDdhConfig(
                enabled,
                Perpetual.of(underlying),
                new Quantity(maxDelta),
                maxSpread,
                priceTol,
                new Quantity(amountTol),
                midTol,
                wait,
                new Quantity(hardLimit),
                hardAfter,
                bound,
                stuck));
  }

  private static Optional<RiskLimits> risk(Section risk) {
    var position = risk.decimal("max_position_size", "10");
    var delta = risk.decimal("max_delta_exposure", "5");
    var capital = risk.decimal("capital_usd", "10000");
    var stopLoss = risk.decimal("stop_loss_pct", "10");
    Duration grace = risk.millis("confirmation_grace_ms", Duration.ofSeconds(10));
    return risk.build(
        () ->
            new RiskLimits(
                new Quantity(position), new Quantity(delta), new Money(capital), stopLoss, grace));
  }
}
