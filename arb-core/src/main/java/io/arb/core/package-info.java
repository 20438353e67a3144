/**
 * The core of {@code arb}: domain model, SPI, decisions, wire kit and paper market. Packages depend
 * on each other in one direction only; see the architecture page of the documentation.
 */
@NullMarked
package io.arb.core;

import org.jspecify.annotations.NullMarked;
