package io.arb.core.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arb.core.evm.BouncyCastleSigner;
import io.arb.core.evm.PrivateKey;
import io.arb.core.model.ClientOrderId;
import io.arb.core.model.ExchangeEvent.SnapshotTaken;
import io.arb.core.model.MarketEvent.TickerChanged;
import io.arb.core.model.Money;
import io.arb.core.model.Perpetual;
import io.arb.core.model.QuoteNonce;
import io.arb.core.spi.AdapterContext;
import io.arb.core.spi.EventLog;
import io.arb.core.spi.Exchange;
import io.arb.core.spi.ExchangeProvider;
import io.arb.core.spi.IdSource;
import io.arb.core.spi.Settings;
import io.arb.core.spi.SettingsException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PaperExchangeProviderTest {
  private final PaperExchangeProvider provider = new PaperExchangeProvider();
  private final EventLog log = new EventLog();

  private static final class NoIds implements IdSource {
    @Override
    public QuoteNonce nextQuoteNonce(Instant now) {
      return new QuoteNonce(1);
    }

    @Override
    public ClientOrderId nextOrderId(Instant now) {
      return new ClientOrderId(1000);
    }
  }

  private static AdapterContext context() {
    byte[] seed = {1, 2, 3};
    return new AdapterContext(
        InstantSource.system(),
        name -> {
          throw new IllegalStateException("paper opens no socket " + name);
        },
        new BouncyCastleSigner(PrivateKey.derive(seed)),
        new NoIds(),
        1);
  }

  private Exchange open(Map<String, List<String>> given) {
    return provider.open(Settings.of(provider.settings(), given), context(), log);
  }

  @Test
  void isFoundByItsId() {
    assertThat(ServiceLoader.load(ExchangeProvider.class))
        .extracting(ExchangeProvider::id)
        .contains("paper");
  }

  @Test
  void holdsTheConfiguredCash() {
    try (Exchange exchange = open(Map.of("cash_usd", List.of("777.5")))) {
      exchange.start();
      exchange.snapshot();

      assertThat(log.await(SnapshotTaken.class).snapshot().cash()).isEqualTo(Money.of("777.5"));
    }
  }

  @Test
  void movesByItselfOnceStarted() {
    try (Exchange exchange = open(Map.of("speed", List.of("100")))) {
      exchange.start();
      exchange.watch(Set.of(Perpetual.of("ETH")));

      TickerChanged first = log.await(TickerChanged.class);
      log.await(TickerChanged.class, later -> !later.ticker().mark().equals(first.ticker().mark()));
    }
  }

  @Test
  void namesTheSettingThatIsWrong() {
    assertThatThrownBy(() -> open(Map.of("speed", List.of("-1"))))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("speed");
    assertThatThrownBy(() -> open(Map.of("cash_usd", List.of("-1"))))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("cash_usd");
    assertThatThrownBy(() -> open(Map.of("seed", List.of("x"))))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("seed");
  }
}
