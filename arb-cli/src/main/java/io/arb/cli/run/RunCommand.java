package io.arb.cli.run;

import io.arb.cli.config.ArbConfig;
import io.arb.cli.config.ArbConfigReader;
import io.arb.cli.config.ConfigException;
import io.arb.cli.config.InstalledAdapters;
import io.arb.core.spi.Ledger;
import io.arb.core.spi.SettingsException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code arb run}: trades until interrupted, or for a while. The last line is a JSON report. */
@Command(
    name = "run",
    description = "Answers requests for quote, hedges, keeps delta inside its band.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0: ended in order",
      "1: could not start, or the simulators' books differ from ours",
      "2: the configuration or the command line is wrong; nothing was started"
    })
public final class RunCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);
  private static final int FAILED = 1;
  private static final int MISUSED = 2;
  private static final Duration STOP_LIMIT = Duration.ofSeconds(40);

  @Spec private CommandSpec spec;

  @Option(
      names = {"-c", "--config"},
      required = true,
      paramLabel = "FILE",
      description = "The configuration file.")
  private @Nullable Path config;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      converter = DurationText.class,
      description = "End after this long: 90s, 15m, 2h. Default: when interrupted.")
  private @Nullable Duration limit;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "Write every frame in and out to this file, as JSON lines, secrets masked.")
  private @Nullable Path record;

  @Option(names = "--quiet", description = "Print nothing but the report.")
  private boolean quiet;

  @Override
  public Integer call() throws InterruptedException {
    InstalledAdapters installed = InstalledAdapters.find();
    try {
      ArbConfig checked = ArbConfigReader.read(Objects.requireNonNull(config), installed);
      return run(checked, installed);
    } catch (ConfigException | SettingsException e) {
      return complain(e, MISUSED);
    } catch (IOException | Ledger.LedgerException e) {
      return complain(e, FAILED);
    }
  }

  private int run(ArbConfig checked, InstalledAdapters installed)
      throws ConfigException, IOException, InterruptedException {
    RunOptions options =
        new RunOptions(Optional.ofNullable(limit), Optional.ofNullable(record), quiet);
    LiveView view = new LiveView(spec.commandLine().getOut());
    RunSession session = new RunSession(checked, options, installed, view, InstantSource.system());
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook = new Thread(() -> stopAndWait(session, ended), "arb-shutdown");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      RunReport report = session.run();
      spec.commandLine().getOut().println(report.toJson());
      spec.commandLine().getOut().flush();
      return report.agrees() ? 0 : FAILED;
    } finally {
      ended.countDown();
    }
  }

  /** Ctrl-C: the run ends in order before the process does. */
  private static void stopAndWait(RunSession session, CountDownLatch ended) {
    session.stop();
    try {
      boolean inTime = ended.await(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
      LOG.debug("ended in order: {}", inTime);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int complain(Exception problem, int exitCode) {
    spec.commandLine().getErr().println(problem.getMessage());
    spec.commandLine().getErr().flush();
    return exitCode;
  }
}
