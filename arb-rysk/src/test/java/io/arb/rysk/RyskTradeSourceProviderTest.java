package io.arb.rysk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arb.core.evm.BouncyCastleSigner;
import io.arb.core.evm.PrivateKey;
import io.arb.core.model.ClientOrderId;
import io.arb.core.model.QuoteNonce;
import io.arb.core.spi.AdapterContext;
import io.arb.core.spi.IdSource;
import io.arb.core.spi.SettingKey;
import io.arb.core.spi.SettingsException;
import io.arb.core.spi.TradeSourceProvider;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class RyskTradeSourceProviderTest {
  @Test
  void isFoundUnderItsId() {
    assertThat(ServiceLoader.load(TradeSourceProvider.class))
        .extracting(TradeSourceProvider::id)
        .contains("rysk");
  }

  @Test
  void declaresEachSettingOnceInSnakeCaseWithAnExplanation() {
    assertThat(new RyskTradeSourceProvider().settings())
        .extracting(SettingKey::name)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.matches("[a-z]+(_[a-z]+)*"));
    assertThat(new RyskTradeSourceProvider().settings())
        .extracting(SettingKey::description)
        .noneMatch(String::isBlank);
  }

  @Test
  void refusesAKeyOfAnotherAccount() {
    PrivateKey other =
        PrivateKey.parse("0x4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318");
    AdapterContext context =
        new AdapterContext(
            InstantSource.system(),
            name ->
                (uri, listener) -> {
                  throw new IOException("nothing may connect");
                },
            new BouncyCastleSigner(other),
            new NoIds(),
            1);

    assertThatThrownBy(
            () ->
                new RyskTradeSourceProvider().open(Fixtures.given(Map.of()), context, event -> {}))
        .isInstanceOfSatisfying(
            SettingsException.class, e -> assertThat(e.key()).isEqualTo("maker"))
        .hasMessageContaining("0x2c7536e3605d9c16a7a3d7b1898e529396a65c23");
  }

  private static final class NoIds implements IdSource {
    @Override
    public QuoteNonce nextQuoteNonce(Instant now) {
      throw new AssertionError("no nonce is needed");
    }

    @Override
    public ClientOrderId nextOrderId(Instant now) {
      throw new AssertionError("no order id is needed");
    }
  }
}
