package io.arb.core.spi;

/** One group of rules. Each rule begins with {@code bench().live()} or something like it. */
interface ContractRules {
  /** What the rule at hand is tested on. */
  ContractBench bench();
}
