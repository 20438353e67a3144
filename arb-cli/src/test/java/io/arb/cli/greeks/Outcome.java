package io.arb.cli.greeks;

import io.arb.cli.Main;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** What {@code arb greeks ...} came to. */
record Outcome(int code, String out, String err) {
  static Outcome of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        new CommandLine(new Main())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(
                Stream.concat(Stream.of("greeks"), Stream.of(arguments)).toArray(String[]::new));
    return new Outcome(code, out.toString(), err.toString());
  }

  List<String> lines() {
    return out.lines().toList();
  }

  /** The lines with single blanks, wherever values stand. */
  List<String> words() {
    return out.lines().map(line -> line.replaceAll(" +", " ")).toList();
  }

  List<String> complaints() {
    return err.lines().toList();
  }
}
