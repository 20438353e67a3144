package io.arb.examples.toy;

import io.arb.core.model.Money;
import io.arb.core.paper.AccountId;
import io.arb.core.paper.LiquidityProfile;
import io.arb.core.paper.PaperMarket;
import io.arb.core.paper.PaperMarketConfig;
import io.arb.core.paper.PaperVenue;
import io.arb.core.paper.VenueRules;
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

/** Makes the {@code toy} exchange. Listed in META-INF/services, where ServiceLoader finds it. */
public final class ToyExchangeProvider implements ExchangeProvider {
  private static final AccountId ACCOUNT = new AccountId("toy");
  private static final Duration PACE = Duration.ofMillis(50);

  @Override
  public String id() {
    return "toy";
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.IMMEDIATE_OR_CANCEL);
  }

  @Override
  public boolean needsKey() {
    return false;
  }

  @Override
  public List<SettingKey> settings() {
    return List.of(
        SettingKey.optional("cash_usd", Kind.DECIMAL, "1000000", "USD in the account at first"));
  }

  @Override
  public Exchange open(Settings settings, AdapterContext context, EventSink events) {
    BigDecimal cash = settings.decimal("cash_usd");
    if (cash.signum() < 0) {
      throw new SettingsException("cash_usd", "expected 0 or more, got " + cash);
    }
    PaperMarketConfig config = PaperMarketConfig.eth(context.seed());
    PaperVenue venue =
        new PaperVenue(
            new PaperMarket(config, context.clock()),
            VenueRules.standard(),
            LiquidityProfile.standard(),
            config.seed());
    venue.deposit(ACCOUNT, new Money(cash));
    return new ToyExchange(venue, ACCOUNT, new ToyLine(), PACE, events);
  }
}
