/**
 * A venue of one's own, to copy from: {@code docs/writing-an-exchange.md} walks through it. It
 * trades on a paper market in this process. Its classes are safe from any thread.
 */
@NullMarked
package io.arb.examples.toy;

import org.jspecify.annotations.NullMarked;
