package io.arb.cli.greeks.hedging;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import picocli.CommandLine;

/** What a command answered. */
record CommandRun(int exitCode, String out, String err) {
  static CommandRun of(Object command, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        new CommandLine(command)
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(args);
    return new CommandRun(exitCode, out.toString(), err.toString());
  }

  /** Options in one text, blanks between. */
  static CommandRun of(Object command, String args) {
    return of(command, args.strip().split("\\s+", -1));
  }

  List<String> lines() {
    return out.lines().toList();
  }
}
