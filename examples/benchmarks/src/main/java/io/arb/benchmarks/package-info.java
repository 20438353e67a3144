/**
 * Times arb-greeks beside other libraries, on rows whose right answers are known, so that speed and
 * accuracy stand in one table. {@code Main} runs in one thread and forks a JVM for each
 * measurement.
 */
@NullMarked
package io.arb.benchmarks;

import org.jspecify.annotations.NullMarked;
