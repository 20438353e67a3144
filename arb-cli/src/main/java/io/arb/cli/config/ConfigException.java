package io.arb.cli.config;

import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * A configuration that cannot be used. The message has one line for each problem, in the order of
 * the file: file, line, column, what. A file that cannot be read has no line and column.
 */
public final class ConfigException extends Exception {
  private static final long serialVersionUID = 1L;

  ConfigException(Path file, Collection<Problem> problems) {
    super(
        problems.stream()
            .sorted()
            .map(problem -> file + ":" + problem)
            .collect(Collectors.joining(System.lineSeparator())));
  }

  ConfigException(String message) {
    super(message);
  }
}
