package io.arb.cli.greeks;

import io.arb.cli.greeks.hedging.DdhCommand;
import io.arb.cli.greeks.hedging.HedgeSimCommand;
import io.arb.cli.greeks.surface.SurfaceCommand;
import io.arb.cli.input.FieldException;
import io.arb.cli.input.Fields;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code arb greeks}: price and greeks of options. */
@Command(
    name = "greeks",
    description = {
      "Price and greeks of an option on a coin, or of many.",
      "With --spot greeks are by the spot (Black-Scholes), with --forward or --inverse by the"
          + " forward (Black-76). A point is 0.01 of volatility."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0: everything was answered",
      "1: understood, but something has no answer, such as no volatility for a price",
      "2: the command line or a row is wrong; the other rows were answered"
    },
    subcommands = {
      IvCommand.class,
      StructureCommand.class,
      SurfaceCommand.class,
      DdhCommand.class,
      HedgeSimCommand.class
    })
public final class GreeksCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ContractOptions contract;

  @Option(
      names = "--vol",
      paramLabel = "VOL",
      description = "Volatility for the square root of a year: 0.65 or 65%%.")
  private String vol = "";

  @Option(
      names = "--price",
      paramLabel = "USD",
      description = "Price of one unit, instead of --vol: the volatility is solved for it.")
  private String price = "";

  @Option(
      names = "--quantity",
      paramLabel = "N",
      description = "Units of the underlying, negative is short. Default: 1.")
  private String quantity = "";

  @Option(
      names = "--inverse",
      description = "It settles in coins: show figures in coins too; a --price is in coins.")
  private boolean inverse;

  @Option(
      names = "--all",
      description = "Charm, speed, zomma, color, veta, ultima and the dual greeks too.")
  private boolean all;

  @Mixin private AskingOptions asking;

  @Override
  public Integer call() {
    Fields options = contract.and(Map.of("vol", vol, "price", price, "quantity", quantity));
    if (options.isEmpty() && !asking.rows().isGiven()) {
      throw new ParameterException(spec.commandLine(), "Missing options: --type and others");
    }
    return new Questions<>(this::answer, Answer::isAnswered, AnswerColumns.ofGreeks(inverse, all))
        .answer(spec.commandLine(), options, asking);
  }

  private Answer answer(String id, Fields fields, Instant now) throws FieldException {
    Contract contract = Contract.read(fields, now);
    if (!fields.has("price")) {
      return Answer.of(id, contract, Volatility.Given.read(fields), inverse);
    }
    if (fields.has("vol")) {
      throw fields.problem("vol", "nothing beside a price");
    }
    return Answer.of(id, contract, Volatility.Implied.read(fields, contract, inverse), inverse);
  }
}
