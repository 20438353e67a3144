package io.arb.core.hedge;

import static io.arb.core.hedge.IntentState.CANCELLED;
import static io.arb.core.hedge.IntentState.EXPIRED;
import static io.arb.core.hedge.IntentState.FILLED;
import static io.arb.core.hedge.IntentState.OPEN;
import static io.arb.core.hedge.IntentState.REJECTED;
import static io.arb.core.hedge.IntentState.SENT;
import static io.arb.core.hedge.IntentState.SETTLING;
import static io.arb.core.hedge.IntentState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IntentStateTest {

  @Test
  void sentMayBecomeEverythingElse() {
    assertThat(after(SENT)).isEqualTo(EnumSet.complementOf(EnumSet.of(SENT)));
  }

  @Test
  void openCannotBeRejectedAnyMore() {
    assertThat(after(OPEN))
        .containsExactlyInAnyOrder(SETTLING, UNKNOWN, FILLED, CANCELLED, EXPIRED);
  }

  @Test
  void settlingOnlyWaitsForItsEnd() {
    assertThat(after(SETTLING)).containsExactlyInAnyOrder(FILLED, CANCELLED, EXPIRED);
  }

  @Test
  void unknownIsLeftForWhateverIsProvenButNeverSentAgain() {
    assertThat(after(UNKNOWN))
        .containsExactlyInAnyOrder(OPEN, SETTLING, FILLED, CANCELLED, EXPIRED, REJECTED);
  }

  @ParameterizedTest
  @EnumSource(names = {"FILLED", "CANCELLED", "EXPIRED", "REJECTED"})
  void anEndIsFinal(IntentState end) {
    assertThat(end.isFinal()).isTrue();
    assertThat(after(end)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"SENT", "OPEN", "SETTLING", "UNKNOWN"})
  void everyOtherStateIsNot(IntentState state) {
    assertThat(state.isFinal()).isFalse();
  }

  private static Set<IntentState> after(IntentState state) {
    Set<IntentState> next = EnumSet.allOf(IntentState.class);
    next.removeIf(candidate -> !state.mayBecome(candidate));
    assertThat(Arrays.asList(IntentState.values())).containsAll(next);
    return next;
  }
}
