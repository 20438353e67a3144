package io.arb.rysk;

import static io.arb.rysk.Fixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.arb.core.wire.HttpReply;
import io.arb.core.wire.RateBudget;
import io.arb.rysk.wire.SpecFrames;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class VenueHttpTest {
  private final ScriptedRysk venue = new ScriptedRysk();
  private final RateBudget budget = RateBudget.window(2, Duration.ofSeconds(1), () -> NOW);
  private final VenueHttp http = new VenueHttp(venue.server().httpUri(""), budget);

  @AfterEach
  void closeEverything() {
    http.close();
    venue.close();
  }

  @Test
  void returnsTheBody() throws IOException {
    assertThat(http.get("/api/assets")).isEqualTo(SpecFrames.ASSETS);
  }

  @Test
  void restsForASecondWhenToldThatItAskedTooOften() {
    venue.assets = HttpReply.text(429, "cc");

    assertThatThrownBy(() -> http.get("/api/assets"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("429");
    assertThat(budget.tryAcquire(1)).isFalse();
    assertThat(budget.waitFor(1)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void asksNothingBeyondItsBudget() {
    assertThat(budget.tryAcquire(2)).isTrue();

    assertThatThrownBy(() -> http.get("/api/assets")).hasMessageContaining("budget");
    assertThat(venue.calls).isEmpty();
  }

  @Test
  void refusesABodyWithoutEnd() {
    venue.assets = HttpReply.json("x".repeat((8 << 20) + 1));

    assertThatThrownBy(() -> http.get("/api/assets"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("more than");
  }
}
