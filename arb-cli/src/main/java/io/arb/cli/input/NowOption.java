package io.arb.cli.input;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import picocli.CommandLine.Option;

/** The option {@code --now}, to be mixed into a command with {@link picocli.CommandLine.Mixin}. */
public final class NowOption {
  private static final String NAME = "now";
  private static final String EXPECTED =
      "an instant such as 2026-11-22T10:00:00Z or a date, from 1970 to 2199";
  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  @Option(
      names = "--now",
      paramLabel = "INSTANT",
      description = {
        "The present: 2026-11-22T10:00:00Z, or a date (08:00 UTC).",
        "Default: the clock of this machine, read once."
      })
  private String text = "";

  /**
   * The present, to the millisecond. Call it once a command, so that all its rows have the same.
   */
  public Instant now() throws FieldException {
    if (text.isBlank()) {
      return InstantSource.system().instant().truncatedTo(ChronoUnit.MILLIS);
    }
    return ExpiryText.moment(text.strip())
        .filter(now -> !now.isBefore(Instant.EPOCH) && now.isBefore(LATEST))
        .orElseThrow(() -> Fields.ofOptions(Map.of(NAME, text)).problem(NAME, EXPECTED));
  }
}
