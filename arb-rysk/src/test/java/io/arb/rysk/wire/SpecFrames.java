package io.arb.rysk.wire;

import java.util.List;

/**
 * The messages of the protocol description, on the test network, with signatures that verify. The
 * numbers are those of the signing vectors; no message was recorded from the venue.
 */
public final class SpecFrames {
  public static final String RFQ_ID = "5b0c4a1e-8f7d-4f39-9d4c-2f3b7a6e1c55";
  public static final String MAKER = "0x192cb82e4e614e486f2acf5481bcd1e9f69a92d0";
  public static final String WETH = "0xb67bfa7b488df4f2efa874f4e59242e9130ae61f";
  public static final String WBTC = "0x0cb970511c6c3491dc36f1b7774743da3fc4335f";
  public static final String USDC = "0x98d56648c9b7f3cb49531f4135115b5000ab1733";
  public static final String SIGNATURE =
      "0x4703c6a38f1424e896ecfc42240b729b7ed7bd89bd2355c96a23ae4156caf705"
          + "5aeabca9f5a1d82984bac5986780d791bcd70bdcd36d8e7d2630c9ecc36a995d1c";

  public static final String RFQ =
      """
      {"jsonrpc": "2.0", "id": "5b0c4a1e-8f7d-4f39-9d4c-2f3b7a6e1c55", "result": {
        "asset": "0xb67bfa7b488df4f2efa874f4e59242e9130ae61f",
        "assetName": "WETH", "chainId": 84532, "expiry": 1798185600,
        "isPut": false, "isTakerBuy": false,
        "quantity": "1000000000000000000", "strike": "300000000000",
        "taker": "0x45bc02a5df1a2d71a937eee118cfc71f1ee0ca9c",
        "usd": "0x98d56648c9b7f3cb49531f4135115b5000ab1733",
        "collateralAsset": "0xb67bfa7b488df4f2efa874f4e59242e9130ae61f"}}
      """;

  public static final String QUOTE =
      """
      {"jsonrpc": "2.0", "id": "5b0c4a1e-8f7d-4f39-9d4c-2f3b7a6e1c55", "method": "quote",
       "params": {
        "assetAddress": "0xb67bfa7b488df4f2efa874f4e59242e9130ae61f",
        "chainId": 84532, "expiry": 1798185600, "isPut": false, "isTakerBuy": false,
        "maker": "0x192cb82e4e614e486f2acf5481bcd1e9f69a92d0",
        "nonce": "1798000000000", "price": "42500000000000000000",
        "quantity": "1000000000000000000", "strike": "300000000000",
        "signature": "%s",
        "validUntil": 1798000030,
        "usd": "0x98d56648c9b7f3cb49531f4135115b5000ab1733",
        "collateralAsset": "0xb67bfa7b488df4f2efa874f4e59242e9130ae61f"}}
      """
          .formatted(SIGNATURE);

  public static final String OK =
      """
      {"jsonrpc": "2.0", "id": "5b0c4a1e-8f7d-4f39-9d4c-2f3b7a6e1c55", "result": "OK"}
      """;

  public static final String OUTBID =
      """
      {"jsonrpc": "2.0", "id": "5b0c4a1e-8f7d-4f39-9d4c-2f3b7a6e1c55", "result": {
        "rfqId": "5b0c4a1e-8f7d-4f39-9d4c-2f3b7a6e1c55",
        "assetAddress": "0xb67bfa7b488df4f2efa874f4e59242e9130ae61f", "chainId": 84532,
        "newBest": "43100000000000000000", "yours": "42500000000000000000"}}
      """;

  public static final String ERROR =
      """
      {"jsonrpc": "2.0", "id": "5b0c4a1e-8f7d-4f39-9d4c-2f3b7a6e1c55",
       "error": {"code": -32011, "message": "asset mismatch"}}
      """;

  public static final String TRADE =
      """
      {"jsonrpc": "2.0", "id": "trade", "result": {
        "maker": "0x192cb82e4e614e486f2acf5481bcd1e9f69a92d0",
        "taker": "0x45bc02a5df1a2d71a937eee118cfc71f1ee0ca9c",
        "assetAddress": "0xb67bfa7b488df4f2efa874f4e59242e9130ae61f",
        "chainId": 84532, "expiry": 1798185600, "isPut": false, "isTakerBuy": false,
        "nonce": "1798000004321", "price": "42500000000000000000",
        "quantity": "1000000000000000000", "quoteNonce": "1798000000000",
        "quoteValidUntil": 1798000030,
        "quoteSignature": "%s",
        "strike": "300000000000",
        "signature": "%s",
        "validUntil": 1798000030, "usd": "0x98d56648c9b7f3cb49531f4135115b5000ab1733",
        "createdAt": 1798000006, "apr": 253.56, "mark": "2850000000000000000000",
        "txHash": "0x3f1d0c5e3f1d0c5e3f1d0c5e3f1d0c5e3f1d0c5e3f1d0c5e3f1d0c5e3f1d0c5e",
        "fees": "5312500", "status": "",
        "collateralAsset": "0xb67bfa7b488df4f2efa874f4e59242e9130ae61f",
        "gasFee": "0", "collateralAmount": "1000000000000000000", "isEIP1271": false}}
      """
          .formatted(SIGNATURE, SIGNATURE);

  /** As of 2025: what is needed to book it and little else. */
  public static final String TRADE_OF_2025 =
      """
      {"jsonrpc": "2.0", "method": "rfq_confirmation", "id": "x", "params": {
        "maker": "0x192cb82e4e614e486f2acf5481bcd1e9f69a92d0",
        "taker": "0x45bc02a5df1a2d71a937eee118cfc71f1ee0ca9c",
        "assetAddress": "0xb67bfa7b488df4f2efa874f4e59242e9130ae61f",
        "chainId": 84532, "expiry": 1798185600, "isPut": false, "isTakerBuy": false,
        "nonce": "1798000004321", "price": "42500000000000000000",
        "quantity": "1000000000000000000", "quoteNonce": "1798000000000",
        "strike": "300000000000", "apr": 253.56}}
      """;

  public static final String BALANCES =
      """
      {"jsonrpc": "2.0", "id": "balances", "result": [
        {"asset": "0x98d56648c9b7f3cb49531f4135115b5000ab1733", "chainId": 84532,
         "balance": "2500000000"}]}
      """;

  public static final String POSITIONS =
      """
      {"jsonrpc": "2.0", "id": "positions", "result": [
        {"assetAddress": "0x1111111111111111111111111111111111111111",
         "balance": "1000000000000000000", "strike": "3000000000000000000000",
         "expiry": 1798185600, "isPut": false, "underlying": "ETH",
         "optionAsset": "0xb67bfa7b488df4f2efa874f4e59242e9130ae61f",
         "premium": "42500000000000000000", "isOtoken": true}]}
      """;

  public static final String DEPOSIT =
      """
      {"jsonrpc": "2.0", "id": "deposit-1798000000010", "method": "deposit", "params": {
        "user": "0x192cb82e4e614e486f2acf5481bcd1e9f69a92d0",
        "asset": "0x98d56648c9b7f3cb49531f4135115b5000ab1733",
        "chainId": 84532, "amount": "2500000000", "isDeposit": true,
        "nonce": "1798000000010",
        "signature": "0xa00356fdde191995191a6d3895913bfc288d6a1ebcea2bb0a517c7cb33ea4069\
      002a699fec8aa2bd4d3ef7196d2e579bb9ea76ee9ff5348f029b29295e4eaa081c"}}
      """;

  public static final String ASSETS =
      """
      {"84532": [
        {"symbol": "WETH", "address": "0xb67bfa7b488df4f2efa874f4e59242e9130ae61f",
         "decimals": 18, "chainId": 84532, "active": true,
         "price": "2850000000000000000000", "underlying": "ETH",
         "underlyingAssetAddress": "0xb67bfa7b488df4f2efa874f4e59242e9130ae61f",
         "minTradeSize": "10000000000000000", "maxTradeSize": "10000000000000000000",
         "multipliers": []}]}
      """;

  public static final String INVENTORY =
      """
      {"ETH": {
        "strikes": {"1798185600": [2600, 2800, 3000, 3200]}, "expiries": [1798185600],
        "combinations": {
          "3000.000000-1798185600": {
            "expiry": "25DEC26", "expiration_timestamp": 1798185600,
            "timeToExpiryDays": 2.148, "strike": 3000, "isPut": false, "delta": 0.31,
            "bid": 41.8, "ask": 43.9, "bidIv": 61.2, "askIv": 63.0,
            "index": 2850.4, "apy": 249.1, "timestamp": 1798000000,
            "products": [
              {"asset": "0xb67bfa7b488df4f2efa874f4e59242e9130ae61f",
               "strikeAsset": "0x98d56648c9b7f3cb49531f4135115b5000ab1733",
               "collateralAsset": "0xb67bfa7b488df4f2efa874f4e59242e9130ae61f"}]}}}}
      """;

  private SpecFrames() {}

  /** Every message that a maker can receive. */
  public static List<String> incoming() {
    return List.of(RFQ, OK, OUTBID, ERROR, TRADE, TRADE_OF_2025, BALANCES, POSITIONS);
  }
}
