package io.arb.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class InstalledAdaptersTest {
  @Test
  void findsWhatIsOnTheClassPath() {
    InstalledAdapters installed = InstalledAdapters.find();

    assertThat(installed.exchanges()).containsKeys("derive", "paper");
    assertThat(installed.sources()).containsKey("rysk");
  }

  @Test
  void refusesTwoOfOneName() {
    assertThatThrownBy(
            () ->
                InstalledAdapters.of(
                    List.of(
                        new TestAdapters.Venue("venue", true),
                        new TestAdapters.Venue("venue", false)),
                    List.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("'venue'", TestAdapters.Venue.class.getName());
    assertThatThrownBy(
            () ->
                InstalledAdapters.of(
                    List.of(), List.of(new TestAdapters.Flow(), new TestAdapters.Flow())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("'flow'");
  }
}
