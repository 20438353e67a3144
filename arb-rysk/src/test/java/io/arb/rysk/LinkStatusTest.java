package io.arb.rysk;

import static io.arb.rysk.Fixtures.RYSK;
import static io.arb.rysk.Fixtures.WETH;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.evm.Address;
import io.arb.core.model.ConnectionStatus;
import io.arb.core.model.SourceEvent.SourceStatusChanged;
import io.arb.rysk.Fixtures.Heard;
import io.arb.rysk.wire.SpecFrames;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkStatusTest {
  private static final Address WBTC = Address.of(SpecFrames.WBTC);

  private final Heard heard = new Heard();
  private final LinkStatus status = new LinkStatus(RYSK, List.of(WETH, WBTC), heard);

  @Test
  void isLiveWithTheMakerConnectionAndSaysWhichStreamsAreMissing() {
    status.makerUp();
    status.streamUp(WETH);
    status.streamUp(WBTC);

    assertThat(heard.events)
        .containsExactly(
            live("connected; 0 of 2 request streams up, without " + WETH + " " + WBTC),
            live("requests of " + WETH + " connected; 1 of 2 request streams up, without " + WBTC),
            live("requests of " + WBTC + " connected; 2 of 2 request streams up"));
  }

  @Test
  void streamsAloneMakeNothingLive() {
    status.streamUp(WETH);
    status.streamDown(WETH, "1006");

    assertThat(heard.events).isEmpty();
  }

  @Test
  void aLostStreamLeavesTheSourceLive() {
    status.makerUp();
    status.streamUp(WETH);
    status.streamDown(WETH, "1006");

    assertThat(heard.events)
        .endsWith(
            live(
                "requests of %s lost: 1006; 0 of 2 request streams up, without %s %s"
                    .formatted(WETH, WETH, WBTC)));
  }

  @Test
  void isDownWithoutTheMakerConnection() {
    status.makerUp();
    status.makerDown("1012 restart");

    assertThat(heard.events.getLast())
        .isInstanceOfSatisfying(
            SourceStatusChanged.class,
            last -> {
              assertThat(last.status()).isEqualTo(ConnectionStatus.DOWN);
              assertThat(last.reason()).startsWith("1012 restart");
            });
  }

  private static SourceStatusChanged live(String reason) {
    return new SourceStatusChanged(RYSK, ConnectionStatus.LIVE, reason);
  }
}
