package io.arb.cli.manual;

/** One field of a request that cannot be used. */
record FieldProblem(String field, String value, String expected) {}
