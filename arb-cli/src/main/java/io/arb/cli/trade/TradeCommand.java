package io.arb.cli.trade;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code arb trade}: the commands for trades of one's own. */
@Command(
    name = "trade",
    description = "Trades that people did elsewhere.",
    mixinStandardHelpOptions = true,
    subcommands = TradeSubmitCommand.class)
public final class TradeCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }
}
