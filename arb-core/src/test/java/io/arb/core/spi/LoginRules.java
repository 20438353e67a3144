package io.arb.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.ExchangeEvent.ExchangeStatusChanged;
import io.arb.core.model.ExchangeEvent.SnapshotFailed;
import io.arb.core.model.OrderRequest;
import io.arb.core.model.Rejection;
import io.arb.core.spi.ContractVenue.Trouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A: authentication. */
interface LoginRules extends ContractRules {

  @Test
  @DisplayName("A1: a refused login is reported DOWN with the reason, and never LIVE")
  default void a1SaysWhyItCannotLogIn() {
    ContractBench bench = refused();

    assertThat(bench.awaitDown().reason()).containsPattern("(?i)log.?in|auth");
    assertThat(
            bench.log().all(ExchangeStatusChanged.class, e -> e.status() == ConnectionStatus.LIVE))
        .isEmpty();
  }

  @Test
  @DisplayName("A2: a login that is refused is tried again until it is taken")
  default void a2TriesAgain() {
    ContractBench bench = refused();
    bench.awaitDown();

    bench.venue().end(Trouble.REFUSED_LOGIN);

    bench.awaitLive(1);
  }

  @Test
  @DisplayName("A3: without a login orders are rejected as not sent and the account is unknown")
  default void a3SendsNothingWithoutLogin() {
    ContractBench bench = refused();
    bench.awaitDown();
    OrderRequest order = bench.bid();

    bench.exchange().place(order);
    bench.exchange().snapshot();

    assertThat(bench.awaitRejected(order).rejection()).isEqualTo(Rejection.NOT_SENT);
    bench.log().await(SnapshotFailed.class);
    assertThat(bench.venue().openLabels()).isEmpty();
  }

  private ContractBench refused() {
    ContractBench bench = bench().with(Trouble.REFUSED_LOGIN);
    bench.venue().begin(Trouble.REFUSED_LOGIN);
    bench.exchange().start();
    return bench;
  }
}
