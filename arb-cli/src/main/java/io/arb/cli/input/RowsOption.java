package io.arb.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The parameter {@code FILE} and the option {@code --fail-fast} of commands that answer many
 * questions, to be mixed in with {@link picocli.CommandLine.Mixin}.
 */
public final class RowsOption {
  private static final String STANDARD_INPUT = "-";
  private static final String NAME = "FILE";

  @Parameters(
      paramLabel = NAME,
      arity = "0..1",
      description = {
        "Rows to answer one by one: CSV with a heading, or JSON lines; - is standard input.",
        "Columns are named like the options, which hold where a row says nothing."
      })
  private String file = "";

  @Option(
      names = "--fail-fast",
      description = "End at the first bad row. Default: report it, leave it out, go on.")
  private boolean failFast;

  /** Whether rows were asked for. */
  public boolean isGiven() {
    return !file.isBlank();
  }

  /** Whether a bad row is to be the last. */
  public boolean failsFast() {
    return failFast;
  }

  /**
   * Opens the file, UTF-8.
   *
   * @throws FieldException if it cannot be read
   */
  public Reader open() throws FieldException {
    return new InputStreamReader(bytes(), StandardCharsets.UTF_8);
  }

  private InputStream bytes() throws FieldException {
    if (file.equals(STANDARD_INPUT)) {
      return System.in;
    }
    try {
      return Files.newInputStream(Path.of(file));
    } catch (IOException | InvalidPathException e) {
      throw Fields.ofRow(Map.of(NAME, file)).problem(NAME, "a file that can be read, or -");
    }
  }
}
