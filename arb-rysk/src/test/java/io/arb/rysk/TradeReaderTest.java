package io.arb.rysk;

import static io.arb.rysk.Fixtures.CALL_3000;
import static io.arb.rysk.Fixtures.NONCE;
import static io.arb.rysk.Fixtures.NOW;
import static io.arb.rysk.Fixtures.RYSK;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.model.Confirmation;
import io.arb.core.model.Money;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.Side;
import io.arb.rysk.RyskStatistics.Count;
import io.arb.rysk.wire.SpecFrames;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradeReaderTest {
  private static final String HASH =
      "0x3f1d0c5e3f1d0c5e3f1d0c5e3f1d0c5e3f1d0c5e3f1d0c5e3f1d0c5e3f1d0c5e";
  private static final Confirmation CONFIRMATION =
      new Confirmation(
          RYSK,
          NONCE,
          CALL_3000,
          Side.BUY,
          Quantity.of("1"),
          Price.of("42.5"),
          Money.of("5.3125"),
          HASH,
          Instant.ofEpochSecond(1798000006));

  private final Scope scope = Fixtures.scope();
  private final SentQuotes quotes = new SentQuotes();

  @Test
  void aTradeOfOurQuoteIsConfirmed() {
    quotes.add(Fixtures.sent(NONCE, "42.5"));

    assertThat(read(SpecFrames.TRADE)).contains(CONFIRMATION);
    assertThat(count(Count.TRADES)).isOne();
    assertThat(count(Count.TRADES_CONTRADICTING_QUOTES)).isZero();
    assertThat(count(Count.TRADES_OF_UNKNOWN_QUOTES)).isZero();
  }

  @Test
  void aRepeatedTradeIsConfirmedAgain() {
    quotes.add(Fixtures.sent(NONCE, "42.5"));

    assertThat(read(SpecFrames.TRADE)).isEqualTo(read(SpecFrames.TRADE));
  }

  @Test
  void aTradeOfAQuoteThatThisProcessDidNotSignIsConfirmedFromTheMessage() {
    assertThat(read(SpecFrames.TRADE)).contains(CONFIRMATION);
    assertThat(count(Count.TRADES_OF_UNKNOWN_QUOTES)).isOne();
  }

  @Test
  void ourAddressIsRecognisedInCapitals() {
    String capitals = "0x" + SpecFrames.MAKER.substring(2).toUpperCase(Locale.ROOT);

    assertThat(read(SpecFrames.TRADE.replace(SpecFrames.MAKER, capitals))).contains(CONFIRMATION);
  }

  @Test
  void tradesOfOtherMakersAreIgnoredAndCounted() {
    String other =
        SpecFrames.TRADE.replace(SpecFrames.MAKER, "0x7e5f4552091a69125d5dfcb7b8c2659029395bdf");

    assertThat(read(other)).isEmpty();
    assertThat(count(Count.TRADES_OF_OTHERS)).isOne();
    assertThat(count(Count.TRADES)).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"quantity\": \"1000000000000000000\" | \"quantity\": \"9000000000000000000\"",
        "\"price\": \"42500000000000000000\" | \"price\": \"42500000000000000001\"",
        "\"strike\": \"300000000000\" | \"strike\": \"310000000000\"",
        "\"expiry\": 1798185600 | \"expiry\": 1798790400",
        "\"isPut\": false | \"isPut\": true",
        "\"isTakerBuy\": false | \"isTakerBuy\": true",
        "\"chainId\": 84532 | \"chainId\": 999",
        "\"usd\": \"0x98 | \"usd\": \"0x99",
        "\"collateralAsset\": \"0xb6 | \"collateralAsset\": \"0xb7",
        "\"quoteSignature\": \"0x47 | \"quoteSignature\": \"0x48"
      })
  void aMessageThatContradictsTheSignedQuoteIsBookedAsSigned(String found, String instead) {
    quotes.add(Fixtures.sent(NONCE, "42.5"));

    Optional<Confirmation> confirmed =
        read(SpecFrames.TRADE.replace(found.strip(), instead.strip()));

    assertThat(confirmed).contains(CONFIRMATION);
    assertThat(count(Count.TRADES_CONTRADICTING_QUOTES)).isOne();
  }

  @Test
  void theFormOf2025IsConfirmedWithTheUsualFee() {
    quotes.add(Fixtures.sent(NONCE, "42.5"));

    assertThat(read(SpecFrames.TRADE_OF_2025))
        .contains(
            new Confirmation(
                RYSK,
                NONCE,
                CALL_3000,
                Side.BUY,
                Quantity.of("1"),
                Price.of("42.5"),
                Money.of("5.3125"),
                "",
                NOW));
  }

  @Test
  void theMissingFeeIsFlooredToTheTokensSmallestUnit() {
    String odd = SpecFrames.TRADE_OF_2025.replace("42500000000000000000", "1000009000000000000");

    assertThat(read(odd).orElseThrow().fee()).isEqualTo(Money.of("0.125001"));
  }

  @Test
  void weSoldWhereTheTakerBought() {
    String bought = SpecFrames.TRADE.replace("\"isTakerBuy\": false", "\"isTakerBuy\": true");

    assertThat(read(bought).orElseThrow().ourSide()).isEqualTo(Side.SELL);
  }

  @Test
  void aTradeInATokenThatNobodyListsIsBookedUnderItsAddress() {
    TradeReader reader = new TradeReader(scope, new AssetDirectory(Map.of()), quotes);

    Confirmation confirmed = reader.read(Fixtures.trade(SpecFrames.TRADE), NOW).orElseThrow();

    assertThat(confirmed.option().underlying().symbol()).isEqualTo("0XB67BFA7B488DF4");
    assertThat(confirmed.quantity()).isEqualTo(Quantity.of("1"));
  }

  @Test
  void anUnsignedNonceSurvives() {
    String large = SpecFrames.TRADE.replace("1798000000000\"", "18446744073709551615\"");

    assertThat(read(large).orElseThrow().nonce()).hasToString("18446744073709551615");
  }

  private Optional<Confirmation> read(String text) {
    return new TradeReader(scope, Fixtures.listedAssets(), quotes).read(Fixtures.trade(text), NOW);
  }

  private long count(Count what) {
    return scope.counters().snapshot().count(what);
  }
}
