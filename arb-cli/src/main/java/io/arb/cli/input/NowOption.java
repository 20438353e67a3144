package io.arb.cli.input;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import picocli.CommandLine.Option;

/** The option {@code --now}, to be mixed into a command with {@link picocli.CommandLine.Mixin}. */
public final class NowOption {
  private static final String NAME = "now";

  @Option(
      names = "--now",
      paramLabel = "INSTANT",
      description = {
        "The present: 2026-11-22T10:00:00Z, or a date (08:00 UTC).",
        "Default: the clock of this machine, read once."
      })
  private String text = "";

  /** The present. Call it once a command, so that all its rows have the same. */
  public Instant now() throws FieldException {
    if (text.isBlank()) {
      return InstantSource.system().instant();
    }
    Fields fields = Fields.ofOptions(Map.of(NAME, text));
    return ExpiryText.moment(text.strip())
        .orElseThrow(
            () -> fields.problem(NAME, "an instant such as 2026-11-22T10:00:00Z, or a date"));
  }
}
