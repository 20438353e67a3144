package io.arb.cli.greeks;

import io.arb.cli.input.FieldException;
import io.arb.cli.input.Fields;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code arb greeks structure}: options held together. */
@Command(
    name = "structure",
    description = {
      "Cost, highest gain and loss, break-evens and greeks of a structure.",
      "KIND is vertical, straddle, strangle, butterfly, iron-condor, calendar, ratio, collar or"
          + " covered-call.",
      "Values are not discounted; rate and carry make the forward of a spot."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0: everything was answered",
      "1: understood, but a structure is beyond what can be computed",
      "2: the command line or a row is wrong; the other rows were answered"
    })
public final class StructureCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "KIND", description = "Which structure.")
  private String kind = "";

  @Mixin private StructureOptions structure;
  @Mixin private AskingOptions asking;

  @Override
  public Integer call() {
    return new Questions<>(this::answer, answer -> true, StructureColumns.sheet())
        .answer(spec.commandLine(), structure.fields(), asking);
  }

  private StructureAnswer answer(String id, Fields fields, Instant now)
      throws FieldException, NoAnswerException {
    StructureKind known = Fields.ofRow(Map.of("KIND", kind)).word("KIND", StructureKind.class);
    StructureParts parts = StructureParts.read(known, fields, now);
    try {
      return new StructureRecipe(parts).answer(id);
    } catch (IllegalArgumentException e) {
      throw new NoAnswerException(e);
    }
  }
}
