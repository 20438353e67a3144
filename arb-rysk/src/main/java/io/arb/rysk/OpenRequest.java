package io.arb.rysk;

import io.arb.core.evm.Address;
import io.arb.core.evm.Eip712Domain;
import io.arb.core.model.Quote;
import io.arb.core.model.Rfq;
import io.arb.rysk.sign.RyskQuote;
import io.arb.rysk.wire.RfqRequest;
import java.math.BigInteger;

/**
 * A request that was passed on, with what is needed to answer it.
 *
 * @param request as it came
 * @param rfq the same for the engine
 * @param domain under which an answer is signed
 */
record OpenRequest(RfqRequest request, Rfq rfq, Eip712Domain domain) {

  /** Whether the quote answers exactly what is asked now under this id. */
  boolean isAnsweredBy(Quote quote) {
    return quote.option().equals(rfq.option()) && quote.quantity().equals(rfq.quantity());
  }

  /** The terms to sign; for a request that names its tokens, as every passed-on one does. */
  RyskQuote terms(Quote quote, Address maker) {
    return new RyskQuote(
        request.asset(),
        request.chainId(),
        request.isPut(),
        request.strike(),
        BigInteger.valueOf(request.expirySeconds()),
        maker,
        new BigInteger(quote.nonce().toString()),
        Units.scaled(quote.bid()),
        request.quantity(),
        request.isTakerBuy(),
        BigInteger.valueOf(quote.validUntil().getEpochSecond()),
        request.usd().orElseThrow(),
        request.collateralAsset().orElseThrow());
  }
}
