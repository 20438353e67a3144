package io.arb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine arb =
      new CommandLine(new Main()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

  @Test
  void printsItsVersion() {
    assertThat(arb.execute("--version")).isZero();

    assertThat(out.toString()).startsWith("arb ");
  }

  @Test
  void explainsItselfWhenNothingIsAsked() {
    assertThat(arb.execute()).isEqualTo(CommandLine.ExitCode.USAGE);

    assertThat(err.toString()).contains("Missing command", "Usage: arb");
  }
}
