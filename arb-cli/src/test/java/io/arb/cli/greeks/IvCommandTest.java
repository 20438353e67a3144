package io.arb.cli.greeks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IvCommandTest {
  @Test
  void findsTheVolatilityOfTheWorkedExample() {
    Outcome outcome = iv("30d", "--strike=105000", "--price=4246.31833556");

    assertThat(outcome.out())
        .isEqualTo(
            """
            type          call
            strike               105000  USD
            expiry        2026-12-22T08:00:00Z
            days                30.0000  days
            rate                      0  %
            forward              100000  USD
            forward from  given
            price         4246.31833556  USD
            vol                 55.0000  %
            status        solved
            """);
    assertThat(outcome.code()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30d | 95000 | 5000   | at-intrinsic    | the price has no time value: any small volatility"
            + " gives it",
        "30d | 95000 | 4000   | below-intrinsic | no volatility gives it: undiscounted it is"
            + " 1000.00 USD under what exercising is worth",
        "30d | 95000 | 100000 | above-maximum   | no volatility gives it: undiscounted the option"
            + " is worth less than 100000 USD",
        "0d  | 95000 | 6000   | invalid         | cannot be solved: years is 0",
      })
  void saysInWordsWhyThereIsNoVolatility(
      String expiry, String strike, String price, String status, String explanation) {
    Outcome outcome = iv(expiry, "--strike=" + strike, "--price=" + price, "--json");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out())
        .endsWith(
            "\"vol\":null,\"status\":\"%s\",\"explanation\":\"%s\"}\n"
                .formatted(status, explanation));
  }

  @Test
  void readsPricesInCoins() {
    Outcome outcome = iv("30d", "--strike=105000", "--price=0.0424631833556", "--inverse");

    assertThat(outcome.lines())
        .contains("price coins   0.0424631833556  coins", "vol                   55.0000  %");
  }

  @Test
  void needsAPrice() {
    Outcome outcome = iv("30d", "--strike=105000");

    assertThat(outcome.complaints())
        .containsExactly("--price: expected a number from 0 to 1e15, got nothing");
    assertThat(outcome.code()).isEqualTo(2);
  }

  private static Outcome iv(String expiry, String... more) {
    String[] all = new String[5 + more.length];
    all[0] = "iv";
    all[1] = "--type=call";
    all[2] = "--forward=100000";
    all[3] = "--now=2026-11-22";
    all[4] = "--expiry=" + expiry;
    System.arraycopy(more, 0, all, 5, more.length);
    return Outcome.of(all);
  }
}
