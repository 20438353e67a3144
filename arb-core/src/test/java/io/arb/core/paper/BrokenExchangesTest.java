package io.arb.core.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The exchange contract bites: each defect fails the rules that forbid it, and no other. */
class BrokenExchangesTest {
  private static final int FEWEST_RULES = 40;

  @ParameterizedTest
  @EnumSource(Defect.class)
  void failsExactlyTheRulesThatItBreaks(Defect defect) {
    TestExecutionSummary summary = run(defect);

    assertThat(brokenRules(summary)).containsExactlyInAnyOrderElementsOf(defect.rules());
    assertThat(summary.getTestsStartedCount() - summary.getTestsAbortedCount())
        .isGreaterThan(FEWEST_RULES);
  }

  private static TestExecutionSummary run(Defect defect) {
    LauncherDiscoveryRequest kit =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(BrokenContract.class))
            .configurationParameter(BrokenContract.PARAMETER, defect.name())
            .build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(kit, listener);
    return listener.getSummary();
  }

  private static List<String> brokenRules(TestExecutionSummary summary) {
    return summary.getFailures().stream()
        .map(failure -> failure.getTestIdentifier().getDisplayName().split(":", 2)[0])
        .toList();
  }
}
