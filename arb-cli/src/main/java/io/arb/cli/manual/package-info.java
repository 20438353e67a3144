/**
 * The {@code manual} trade source: trades that people did elsewhere and report over HTTP on this
 * machine. Such a trade is a fact: it is not asked whether the limits allow it, it is booked and
 * hedged, as every confirmed trade. What is checked is that it can be understood in one way only.
 * Requests are answered on threads of the server; everything here is safe from any thread.
 */
@NullMarked
package io.arb.cli.manual;

import org.jspecify.annotations.NullMarked;
