package io.arb.core.engine;

import io.arb.core.model.Command;
import io.arb.core.model.Instrument;
import io.arb.core.model.Notice;
import io.arb.core.model.Option;
import io.arb.core.model.Quantity;
import io.arb.core.model.Quote;
import io.arb.core.model.SourceId;
import io.arb.core.portfolio.Portfolio;
import io.arb.core.recovery.SourceReconciliation;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks the trade sources regularly what they hold for us, soon again while something is missing in
 * our book, and recovers trades whose message was lost. Owned by the engine thread.
 */
final class SourceChecks {
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final Portfolio portfolio;
  private final Duration every;
  private final Map<SourceId, SourceReconciliation> checks = new LinkedHashMap<>();
  private Instant nextCheck = Instant.MIN;
  private Instant nextPendingCheck = Instant.MIN;

  SourceChecks(Portfolio portfolio, Duration every) {
    this.portfolio = portfolio;
    this.every = every;
  }

  /** This source exists; asked from now on. */
  void add(SourceId source) {
    check(source);
  }

  private SourceReconciliation check(SourceId source) {
    return checks.computeIfAbsent(source, unused -> new SourceReconciliation());
  }

  void onReport(
      SourceId source,
      Map<Option, Quantity> positions,
      List<Quote> untraded,
      List<Command> commands) {
    SourceReconciliation.Finding finding =
        check(source).on(positions, ours(positions.keySet()), untraded);
    for (Quote quote : finding.taken()) {
      String detail = source + " holds it, its trade message was lost: " + quote;
      announce("trade recovered", detail, commands);
      commands.add(new Command.RecoverTrade(quote));
    }
    finding
        .unexplained()
        .forEach(
            (option, quantity) ->
                announce(
                    "position at " + source,
                    quantity + " of " + option + " not explained by quotes of ours",
                    commands));
  }

  private Map<Option, Quantity> ours(Set<Option> options) {
    Map<Instrument, Quantity> held = portfolio.atSource();
    return options.stream()
        .filter(held::containsKey)
        .collect(Collectors.toMap(option -> option, held::get));
  }

  void onTick(Instant now, List<Command> commands) {
    boolean pending = checks.values().stream().anyMatch(SourceReconciliation::isPending);
    if (!now.isBefore(nextCheck) || (pending && !now.isBefore(nextPendingCheck))) {
      nextCheck = now.plus(every);
      nextPendingCheck = now.plus(RETRY);
      checks.keySet().forEach(source -> commands.add(new Command.AskSource(source)));
    }
  }

  private static void announce(String subject, String detail, List<Command> commands) {
    commands.add(new Command.Announce(new Notice.Incident(subject, detail)));
  }
}
