package io.arb.cli.trade;

import io.arb.cli.manual.BearerToken;
import io.arb.cli.manual.TokenFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ConnectException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code arb trade submit}: reports one trade to a running instance. */
@Command(
    name = "submit",
    description = {
      "Reports a trade that was done elsewhere; it is booked and hedged whatever the limits say.",
      "Without an answer it is unknown whether it was booked: submit it again with the same --key."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0: accepted",
      "1: refused, or no answer",
      "2: the command line is wrong; nothing was sent"
    })
public final class TradeSubmitCommand implements Callable<Integer> {
  private static final int FAILED = 1;

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      required = true,
      paramLabel = "N",
      description = "api_port of the instance, on 127.0.0.1.")
  private int port;

  @Option(
      names = "--token-file",
      required = true,
      paramLabel = "FILE",
      description = "token_file of the instance.")
  private Path tokenFile = Path.of("");

  @Option(
      names = "--instrument",
      required = true,
      description = "Such as ETH-20261127-2500-C: expiry at 08:00 UTC, strike in USD, C or P.")
  private String instrument = "";

  @Option(names = "--side", required = true, description = "What we did: buy or sell.")
  private String side = "";

  @Option(names = "--quantity", required = true, description = "Units of the underlying.")
  private String quantity = "";

  @Option(names = "--price", required = true, description = "USD for one unit, all costs in it.")
  private String price = "";

  @Option(names = "--reference", description = "Your own words for it, up to 128 characters.")
  private @Nullable String reference;

  @Option(
      names = "--key",
      description = "Makes the trade unique: a second one with this key is not booked.")
  private String key = UUID.randomUUID().toString();

  @Override
  public Integer call() {
    requireKey();
    SubmitClient client = new SubmitClient(port(), token());
    try {
      SubmitClient.Answer answer =
          client.submit(new SubmitClient.Form(instrument, side, quantity, price, reference), key);
      print(answer.isAccepted() ? spec.commandLine().getOut() : err(), answer.text());
      return answer.isAccepted() ? 0 : FAILED;
    } catch (ConnectException e) {
      print(err(), "nobody listens on 127.0.0.1:" + port + ", nothing was sent");
      return FAILED;
    } catch (IOException e) {
      print(
          err(),
          "no answer from 127.0.0.1:%d: %s%nIt is unknown whether the trade was booked. Submit it again with --key %s"
              .formatted(port, e.getMessage(), key));
      return FAILED;
    }
  }

  private static void print(PrintWriter out, String text) {
    out.println(text);
    out.flush();
  }

  private void requireKey() {
    if (!key.matches("[\\x21-\\x7e]{1,128}")) {
      throw new ParameterException(
          spec.commandLine(), "--key must have 1 to 128 printable ASCII characters, no spaces");
    }
  }

  private int port() {
    if (port < 1 || port > 65_535) {
      throw new ParameterException(
          spec.commandLine(), "--port must lie between 1 and 65535, got " + port);
    }
    return port;
  }

  private BearerToken token() {
    try {
      return new TokenFile(tokenFile).read();
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "--token-file " + tokenFile + " cannot be read", e);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "--token-file " + tokenFile + ": " + e.getMessage(), e);
    }
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
