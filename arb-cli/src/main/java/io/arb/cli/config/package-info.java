/**
 * The configuration file: YAML read with the place of every word, checked completely before
 * anything starts. Unknown keys, wrong types and impossible values are all reported at once, each
 * with line and column. Used by the main thread.
 */
@NullMarked
package io.arb.cli.config;

import org.jspecify.annotations.NullMarked;
