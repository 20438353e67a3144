package io.arb.cli.greeks;

import io.arb.cli.input.NowOption;
import io.arb.cli.input.RowsOption;
import io.arb.cli.output.OutputOptions;
import picocli.CommandLine.Mixin;

/** When it is, where questions come from and where answers go. */
final class AskingOptions {
  @Mixin private NowOption now;
  @Mixin private RowsOption rows;
  @Mixin private OutputOptions output;

  NowOption now() {
    return now;
  }

  RowsOption rows() {
    return rows;
  }

  OutputOptions output() {
    return output;
  }
}
