package io.arb.rysk.simulator;

/** Something that the simulated venue does wrong, or does in a way that a client may not expect. */
public enum RyskFault {
  /** Every request for quote is pushed twice. */
  RFQ_DUPLICATED,
  /** Requests for quote in which the taker buys. */
  RFQ_TAKER_BUYS,
  RFQ_WITHOUT_TAKER_BUY,
  RFQ_WITHOUT_ASSET_NAME,
  /** The form of before August 2025: neither {@code usd} nor {@code collateralAsset}. */
  RFQ_OLD_FORM,
  /** A field that every request needs is missing: {@code quantity}. */
  RFQ_WITHOUT_QUANTITY,
  RFQ_UNKNOWN_FIELDS,
  /** Addresses with the capitals of EIP-55; the request is stored, and compared, in that form. */
  RFQ_MIXED_CASE,
  /** Every quote is refused as an internal error. */
  QUOTE_REFUSED_WITHOUT_REASON,
  /** Quotes are treated as ever, but the sender is not told. */
  QUOTE_ANSWER_LOST,
  /** The trade is settled, but the maker is not told. */
  TRADE_LOST,
  TRADE_DUPLICATED,
  /** The trade message names a quote that nobody made. */
  TRADE_UNKNOWN_NONCE,
  /** The trade arrives as a request of the method {@code rfq_confirmation}. */
  TRADE_AS_RFQ_CONFIRMATION,
  /** Balances and positions are answered with an empty list. */
  ACCOUNT_EMPTY,
  /** Balances and positions are answered with null. */
  ACCOUNT_NULL,
  /** Every request is one too many. */
  RATE_LIMITED,
  /** Quantities, strikes, prices and nonces that are pushed are JSON numbers. */
  NUMBERS_FOR_TEXTS,
  /** A blank frame before each frame. */
  BLANK_FRAMES,
  /** Every message comes in three fragments. */
  FRAGMENTED,
  /** A message of one megabyte, of no meaning, before each message. */
  HUGE_FRAMES,
  /** Pings of clients stay unanswered. */
  NO_PONGS
}
