package io.arb.greeks.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.arb.greeks.Black76;
import io.arb.greeks.OptionType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which quotes are fitted. */
class SliceQuotesTest {
  private static final double YEARS = 30.0 / 365;
  private static final double TICK = 0.25;

  @ParameterizedTest
  @CsvSource({
    "CALL, 3300, NaN, 50, NO_BID",
    "CALL, 3300, 0, 50, NO_BID",
    "CALL, 3300, 40, NaN, NO_ASK",
    "CALL, 3300, 50, 50, CROSSED",
    "CALL, 3300, 51, 50, CROSSED",
    "CALL, 3300, 49.9999999999, 50, CROSSED",
    "CALL, 2700, 400, 410, IN_THE_MONEY",
    "PUT, 3300, 400, 410, IN_THE_MONEY",
    "PUT, 3000, 200, 210, IN_THE_MONEY",
    "CALL, 3300, 1, 300, WIDE",
    "CALL, 9000, 0.05, 0.15, UNDER_HALF_TICK",
    "CALL, 4500, 0.1, 0.1499999, UNDER_HALF_TICK",
    "CALL, 3300, 40, 3100, NO_VOLATILITY"
  })
  void aQuoteThatSaysTooLittleIsDroppedWithItsReason(
      OptionType type, double strike, double bid, double ask, DropReason reason) {
    SliceQuotes slice =
        SliceQuotes.of(List.of(new OptionQuote(type, strike, 3000, bid, ask, TICK)), YEARS);

    assertThat(slice.quotes()).isEmpty();
    assertThat(slice.dropped()).isEqualTo(Map.of(reason, 1));
  }

  @ParameterizedTest
  @CsvSource({"0.1, 0.15", "0.0999999999999, 0.15", "0.1, 0.1500000000001"})
  void halfATickIsEnoughWhateverTheLastDigits(double bid, double ask) {
    OptionQuote quote = new OptionQuote(OptionType.CALL, 4500, 3000, bid, ask, TICK);

    assertThat(SliceQuotes.of(List.of(quote), YEARS).quotes()).hasSize(1);
  }

  @Test
  void outOfTheMoneyQuotesBecomeBandsOfVolatilityInOrder() {
    SliceQuotes slice =
        SliceQuotes.of(
            List.of(
                quoted(OptionType.CALL, 3300, 0.60, 0.62), quoted(OptionType.PUT, 2700, 0.7, 0.8)),
            YEARS);

    assertThat(slice.dropped()).isEmpty();
    assertThat(slice.quotes()).extracting(SmileQuote::strikeUsd).containsExactly(2700.0, 3300.0);
    assertThat(slice.quotes().getFirst().bidVol()).isCloseTo(0.7, within(1e-12));
    assertThat(slice.quotes().getFirst().askVol()).isCloseTo(0.8, within(1e-12));
    assertThat(slice.lowestK()).isCloseTo(Math.log(0.9), within(1e-15));
    assertThat(slice.highestK()).isCloseTo(Math.log(1.1), within(1e-15));
  }

  private static OptionQuote quoted(OptionType type, double strike, double bid, double ask) {
    return new OptionQuote(
        type,
        strike,
        3000,
        Black76.price(type, 3000, strike, YEARS, bid).priceUsd(),
        Black76.price(type, 3000, strike, YEARS, ask).priceUsd(),
        TICK);
  }

  @Test
  void aWholeRecordedChainIsAccountedFor() {
    assertThat(MitChain.listed())
        .allSatisfy(
            (years, listed) -> {
              SliceQuotes slice = SliceQuotes.of(listed, years);
              int dropped = slice.dropped().values().stream().mapToInt(i -> i).sum();
              assertThat(slice.quotes().size() + dropped).isEqualTo(listed.size());
              assertThat(slice.quotes().size()).isLessThanOrEqualTo(listed.size() / 2);
            });
  }

  @Test
  void refusesAnEmptyExpiry() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SliceQuotes.of(List.of(), YEARS))
        .withMessage("listed must hold at least one quote, got none");
  }
}
