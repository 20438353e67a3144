package io.arb.cli.greeks;

import io.arb.cli.input.FieldException;
import io.arb.cli.input.Fields;
import io.arb.cli.input.NowOption;
import io.arb.cli.output.Layout;
import io.arb.cli.output.OutputOptions;
import io.arb.cli.output.RowWriter;
import io.arb.greeks.Black76;
import io.arb.greeks.OptionPrice;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code arb greeks}: price and greeks of options. */
@Command(
    name = "greeks",
    description = "Price and greeks of an option on a coin, settled in USD.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0: everything was answered",
      "1: understood, but there is no answer, such as no volatility for a price",
      "2: the command line or a row is wrong"
    })
public final class GreeksCommand implements Callable<Integer> {
  private static final int MISUSED = 2;

  @Spec private CommandSpec spec;
  @Mixin private ContractOptions contract;
  @Mixin private NowOption now;
  @Mixin private OutputOptions output;

  @Option(
      names = "--vol",
      paramLabel = "VOL",
      description = "Volatility for the square root of a year: 0.65 or 65%%.")
  private String vol = "";

  @Override
  public Integer call() {
    try {
      Fields fields = contract.fields(vol, "");
      Contract asked = Contract.read(fields, now.now());
      print(new Valued(asked, value(asked, fields)));
      return 0;
    } catch (FieldException e) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(e.getMessage());
      err.flush();
      return MISUSED;
    }
  }

  private static OptionPrice value(Contract asked, Fields fields) throws FieldException {
    double vol = fields.notNegative("vol");
    Market market = asked.market();
    return Black76.price(
        asked.type(), market.forwardUsd(), asked.strikeUsd(), asked.years(), vol, market.rate());
  }

  private void print(Valued valued) {
    try (RowWriter<Valued> rows =
        output.open(spec.commandLine().getOut(), Layout.CARD, ValuedColumns.OF_FORWARD)) {
      rows.write(valued);
    }
  }
}
