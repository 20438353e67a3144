package io.arb.rysk.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgendaTest {
  private final HandClock clock = new HandClock(Instant.EPOCH);
  private final Agenda agenda = new Agenda(clock);
  private final List<String> done = new ArrayList<>();

  @Test
  void doesWhatIsDueInOrderOfTimeThenOfEntry() {
    agenda.after(Duration.ofSeconds(2), due -> done.add("c"));
    agenda.after(Duration.ofSeconds(1), due -> done.add("a"));
    agenda.after(Duration.ofSeconds(1), due -> done.add("b"));
    agenda.after(Duration.ofSeconds(4), due -> done.add("d"));

    clock.turn(Duration.ofSeconds(3));
    agenda.runDue();

    assertThat(done).containsExactly("a", "b", "c");
  }

  @Test
  void tellsTheTimeItWasDue() {
    agenda.after(Duration.ofSeconds(1), due -> done.add(due.toString()));

    clock.turn(Duration.ofSeconds(9));
    agenda.runDue();

    assertThat(done).containsExactly("1970-01-01T00:00:01Z");
  }

  @Test
  void failureOfOneTaskDoesNotStopTheNext() {
    agenda.after(
        Duration.ZERO,
        due -> {
          throw new IllegalStateException("on purpose");
        });
    agenda.after(Duration.ZERO, due -> done.add("next"));

    agenda.runDue();

    assertThat(done).containsExactly("next");
  }

  @Test
  void missedPeriodsAreLeftOut() {
    agenda.every(Duration.ofSeconds(1), () -> done.add("tick"));

    clock.turn(Duration.ofSeconds(10));
    agenda.runDue();

    assertThat(done).containsExactly("tick");
  }
}
