package io.arb.cli;

import io.arb.cli.greeks.GreeksCommand;
import io.arb.cli.run.RunCommand;
import io.arb.cli.trade.TradeCommand;
import org.slf4j.bridge.SLF4JBridgeHandler;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Entry point of the {@code arb} command. Owned by the main thread. */
@Command(
    name = "arb",
    description = "Options arbitrage between Rysk Finance and a hedge venue.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.ManifestVersion.class,
    subcommands = {RunCommand.class, TradeCommand.class, GreeksCommand.class})
public final class Main implements Runnable {
  /** The command that uses no library that logs. */
  private static final String QUIET = "greeks";

  @Spec private CommandSpec spec;

  public static void main(String... args) {
    System.exit(new CommandLine(new Main()).setExecutionStrategy(Main::execute).execute(args));
  }

  /** Loading the logging takes longer than to price an option: only for commands that log. */
  private static int execute(ParseResult parsed) {
    if (parsed.hasSubcommand() && !parsed.subcommand().commandSpec().name().equals(QUIET)) {
      SLF4JBridgeHandler.removeHandlersForRootLogger(); // libraries that log in the JDK's way
      SLF4JBridgeHandler.install();
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command");
  }

  /** The version Maven wrote into the manifest; {@code development} outside a jar. */
  static final class ManifestVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"arb " + (version == null ? "development" : version)};
    }
  }
}
