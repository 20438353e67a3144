package io.arb.rysk;

import io.arb.core.evm.Signature;
import io.arb.core.model.Quote;
import io.arb.rysk.sign.RyskQuote;

/** A quote with the terms as they were signed. */
record SentQuote(Quote quote, RyskQuote terms, Signature signature) {}
