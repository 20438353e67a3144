package io.arb.cli.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a run was asked for.
 *
 * @param limit run this long; empty: until interrupted
 * @param record write every frame to this file; empty: do not
 * @param quiet no lines while running, only the report
 */
record RunOptions(Optional<Duration> limit, Optional<Path> record, boolean quiet) {}
