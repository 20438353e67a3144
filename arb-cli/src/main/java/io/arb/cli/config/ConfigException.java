package io.arb.cli.config;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A configuration that cannot be used. The message has one line for each problem: file, line,
 * column, what.
 */
public final class ConfigException extends Exception {
  private static final long serialVersionUID = 1L;

  ConfigException(Path file, List<Problem> problems) {
    super(
        problems.stream()
            .map(problem -> file + ":" + problem)
            .collect(Collectors.joining(System.lineSeparator())));
  }

  ConfigException(Path file, String problem) {
    super(file + ": " + problem);
  }
}
