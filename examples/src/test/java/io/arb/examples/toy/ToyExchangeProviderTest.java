package io.arb.examples.toy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arb.core.evm.BouncyCastleSigner;
import io.arb.core.evm.PrivateKey;
import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.ExchangeEvent.ExchangeStatusChanged;
import io.arb.core.model.ExchangeEvent.InstrumentsListed;
import io.arb.core.model.InstrumentSpec;
import io.arb.core.model.MarketEvent.TickerChanged;
import io.arb.core.spi.AdapterContext;
import io.arb.core.spi.EventLog;
import io.arb.core.spi.Exchange;
import io.arb.core.spi.ExchangeProvider;
import io.arb.core.spi.Settings;
import io.arb.core.spi.SettingsException;
import io.arb.core.wire.TyrusSocketFactory;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ToyExchangeProviderTest {
  private final EventLog log = new EventLog();

  private static ExchangeProvider provider() {
    return ServiceLoader.load(ExchangeProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(found -> found.id().equals("toy"))
        .findFirst()
        .orElseThrow();
  }

  private Exchange open(Map<String, List<String>> settings) {
    AdapterContext context =
        new AdapterContext(
            InstantSource.system(),
            name -> new TyrusSocketFactory(),
            new BouncyCastleSigner(PrivateKey.derive("nobody".getBytes(UTF_8))),
            new ToyContractVenue().ids(),
            1);
    return provider().open(Settings.of(provider().settings(), settings), context, log);
  }

  @Test
  void isFoundByItsIdAndRunsByItself() {
    try (Exchange toy = open(Map.of())) {
      toy.start();
      InstrumentSpec first = log.await(InstrumentsListed.class).specs().getFirst();
      toy.watch(Set.of(first.instrument()));

      log.await(ExchangeStatusChanged.class, e -> e.status() == ConnectionStatus.LIVE);
      log.await(TickerChanged.class, e -> e.instrument().equals(first.instrument()), 3);
    }
  }

  @Test
  void namesAnImpossibleSetting() {
    assertThatThrownBy(() -> open(Map.of("cash_usd", List.of("-1"))))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("cash_usd");
    assertThat(log.all()).isEmpty();
  }
}
