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
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * The blocks that the engine understands: pricing, hedging, gamma_ddh, risk. A key is the name of
 * the field in lower_snake_case, with its unit where the field is a duration: {@link Blame} relies
 * on it.
 */
final class EngineSections {
  private static final String PERPETUAL_SUFFIX = "-PERP";
  private static final Duration STALE_AFTER = Duration.ofSeconds(2);
  private static final Duration SNAPSHOT_EVERY = Duration.ofSeconds(30);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private static final RiskLimits CAUTIOUS =
      new RiskLimits(
          Quantity.of("10"),
          Quantity.of("5"),
          Money.of("10000"),
          BigDecimal.TEN,
          Duration.ofSeconds(10));

  private EngineSections() {}

  /** Reads the blocks; {@code hedging} is left open for the keys of others. */
  static EngineConfig read(Section arbitrage, Section hedging) {
    Section pricing = arbitrage.section("pricing");
    Section ddh = arbitrage.section("gamma_ddh");
    Section risk = arbitrage.section("risk");
    QuoteConfig quoting = quoting(pricing);
    HedgeConfig hedge = hedge(hedging);
    GammaDdhConfig gammaDdh = gammaDdh(ddh);
    RiskLimits limits = risk(risk);
    EngineConfig engine =
        pricing.build(
            () ->
                new EngineConfig(
                    pricing.millis("stale_after_ms", STALE_AFTER),
                    hedging.millis("snapshot_every_ms", SNAPSHOT_EVERY),
                    quoting,
                    hedge,
                    OrderTiming.DEFAULTS,
                    gammaDdh,
                    limits),
            hedging);
    List.of(pricing, ddh, risk).forEach(Section::refuseOthers);
    return engine;
  }

  private static QuoteConfig quoting(Section pricing) {
    QuoteConfig defaults = QuoteConfig.DEFAULTS;
    return pricing.build(
        () ->
            new QuoteConfig(
                pricing.decimal("target_spread_bps", defaults.targetSpreadBps()),
                new Money(pricing.decimal("min_edge_usd", defaults.minEdge().usd())),
                pricing.decimal("source_fee_rate", defaults.sourceFeeRate()),
                pricing.decimal("improve_bps", defaults.improveBps()),
                pricing.millis("validity_ms", defaults.validity()),
                pricing.integer("max_quotes_per_rfq", defaults.maxQuotesPerRfq())));
  }

  private static HedgeConfig hedge(Section hedging) {
    HedgeConfig defaults = HedgeConfig.DEFAULTS;
    return hedging.build(
        () ->
            new HedgeConfig(
                orderType(hedging),
                hedging.integer("max_spread_bps", defaults.maxSpreadBps()),
                hedging.integer("retry_attempts", defaults.retryAttempts()),
                hedging.millis("retry_pause_ms", defaults.retryPause()),
                hedging.millis("repeg_interval_ms", defaults.repegInterval()),
                hedging.integer("repeg_tolerance_ticks", defaults.repegToleranceTicks()),
                hedging.millis("escalate_after_ms", defaults.escalateAfter()),
                hedging.integer("crossing_bound_bps", defaults.crossingBoundBps()),
                hedging.integer("perpetual_bound_bps", defaults.perpetualBoundBps()),
                hedging.integer("max_loss_bps", defaults.maxLossBps()),
                hedging.millis("give_up_after_ms", defaults.giveUpAfter())));
  }

  private static HedgeConfig.OrderType orderType(Section hedging) {
    String type = hedging.choice("order_type", List.of("post_only", "ioc"), "post_only");
    return type.equals("ioc") ? HedgeConfig.OrderType.IOC : HedgeConfig.OrderType.POST_ONLY;
  }

  private static GammaDdhConfig gammaDdh(Section ddh) {
    GammaDdhConfig defaults = GammaDdhConfig.defaults(Perpetual.of("ETH"));
    return ddh.build(
        () -> {
          Quantity maxAbsDelta = quantity(ddh, "max_abs_delta", defaults.maxAbsDelta());
          return new GammaDdhConfig(
              ddh.flag("enabled", defaults.enabled()),
              ddh.parsed("perp_name", "a name such as ETH-PERP", EngineSections::perpetual)
                  .orElse(defaults.perpetual()),
              maxAbsDelta,
              ddh.decimal("max_abs_spread", defaults.maxAbsSpread()),
              ddh.decimal("price_tol", defaults.priceTol()),
              quantity(ddh, "amount_tol", defaults.amountTol()),
              ddh.decimal("mid_price_tol", defaults.midPriceTol()),
              ddh.millis("action_wait_ms", defaults.actionWait()),
              quantity(ddh, "hard_delta_limit", twice(maxAbsDelta).max(defaults.hardDeltaLimit())),
              ddh.millis("hard_limit_after_ms", defaults.hardLimitAfter()),
              ddh.integer("aggressive_bound_bps", defaults.aggressiveBoundBps()),
              ddh.integer("stuck_after", defaults.stuckAfter()));
        });
  }

  private static Quantity twice(Quantity quantity) {
    return new Quantity(quantity.units().multiply(TWO));
  }

  private static Perpetual perpetual(String name) {
    if (!name.endsWith(PERPETUAL_SUFFIX)) {
      throw new IllegalArgumentException("no perpetual");
    }
    return Perpetual.of(name.substring(0, name.length() - PERPETUAL_SUFFIX.length()));
  }

  private static RiskLimits risk(Section risk) {
    return risk.build(
        () ->
            new RiskLimits(
                quantity(risk, "max_position_size", CAUTIOUS.maxPositionSize()),
                quantity(risk, "max_delta_exposure", CAUTIOUS.maxDeltaExposure()),
                new Money(risk.decimal("capital_usd", CAUTIOUS.capital().usd())),
                risk.decimal("stop_loss_pct", CAUTIOUS.stopLossPct()),
                risk.millis("confirmation_grace_ms", CAUTIOUS.confirmationGrace())));
  }

  private static Quantity quantity(Section section, String key, Quantity defaultValue) {
    return new Quantity(section.decimal(key, defaultValue.units()));
  }
}
