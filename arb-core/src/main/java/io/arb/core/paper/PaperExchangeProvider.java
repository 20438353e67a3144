package io.arb.core.paper;

import io.arb.core.model.Money;
import io.arb.core.model.Underlying;
import io.arb.core.spi.AdapterContext;
import io.arb.core.spi.Capability;
import io.arb.core.spi.EventSink;
import io.arb.core.spi.Exchange;
import io.arb.core.spi.ExchangeProvider;
import io.arb.core.spi.SettingKey;
import io.arb.core.spi.SettingKey.Kind;
import io.arb.core.spi.Settings;
import io.arb.core.spi.SettingsException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Makes the {@code paper} exchange: a market, a venue and its clockwork of its own. */
public final class PaperExchangeProvider implements ExchangeProvider {
  private static final Duration STEP = Duration.ofMillis(50);
  private static final AccountId ACCOUNT = new AccountId("paper");
  private static final BigDecimal FASTEST = new BigDecimal("1000");

  @Override
  public String id() {
    return "paper";
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.REPLACE, Capability.IMMEDIATE_OR_CANCEL, Capability.BURN_NONCE);
  }

  @Override
  public boolean needsKey() {
    return false;
  }

  @Override
  public List<SettingKey> settings() {
    return List.of(
        SettingKey.optional("cash_usd", Kind.DECIMAL, "1000000", "USD in the account at the start"),
        SettingKey.optional("seed", Kind.INTEGER, "1", "chooses sizes, takers and price details"),
        SettingKey.optional(
            "speed", Kind.DECIMAL, "1", "seconds of the recorded price path in one second"));
  }

  @Override
  public Exchange open(Settings settings, AdapterContext context, EventSink events) {
    PaperMarketConfig config =
        new PaperMarketConfig(
            new Underlying("ETH"), settings.integer("seed"), speed(settings), Duration.ZERO);
    Money cash = cash(settings);
    PaperVenue venue =
        new PaperVenue(
            new PaperMarket(config, context.clock()),
            VenueRules.standard(),
            LiquidityProfile.standard(),
            config.seed());
    venue.deposit(ACCOUNT, cash);
    return new PaperExchange(
        venue, ACCOUNT, events, new PaperLink(), () -> PaperClockwork.start(venue, STEP));
  }

  private static double speed(Settings settings) {
    BigDecimal speed = settings.decimal("speed");
    if (speed.signum() < 0 || speed.compareTo(FASTEST) > 0) {
      throw new SettingsException("speed", "expected 0 to " + FASTEST + ", got " + speed);
    }
    return speed.doubleValue();
  }

  private static Money cash(Settings settings) {
    BigDecimal cash = settings.decimal("cash_usd");
    if (cash.signum() < 0) {
      throw new SettingsException("cash_usd", "expected 0 or more, got " + cash);
    }
    return new Money(cash);
  }
}
