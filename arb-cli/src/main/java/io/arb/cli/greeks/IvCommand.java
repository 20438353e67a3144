package io.arb.cli.greeks;

import io.arb.cli.input.FieldException;
import io.arb.cli.input.Fields;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code arb greeks iv}: the volatility that a price implies. */
@Command(
    name = "iv",
    description = {
      "The volatility that the price of an option implies, or why there is none.",
      "Status: solved, at-intrinsic, below-intrinsic, above-maximum or invalid."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0: everything was solved",
      "1: understood, but a price has no volatility, or more than one",
      "2: the command line or a row is wrong; the other rows were answered"
    })
public final class IvCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ContractOptions contract;

  @Option(names = "--price", paramLabel = "USD", description = "Price of one unit.")
  private String price = "";

  @Option(names = "--inverse", description = "The price is in coins: USD over the forward.")
  private boolean inverse;

  @Mixin private AskingOptions asking;

  @Override
  public Integer call() {
    Fields options = contract.and(Map.of("price", price));
    return new Questions<>(this::answer, Answer::isAnswered, AnswerColumns.ofIv(inverse))
        .answer(spec.commandLine(), options, asking);
  }

  private Answer answer(String id, Fields fields, Instant now) throws FieldException {
    Contract contract = Contract.read(fields, now);
    return Answer.of(id, contract, Volatility.Implied.read(fields, contract, inverse), inverse);
  }
}
