package io.arb.deribit.simulator;

import io.arb.core.model.OptionGreeks;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Map;

/**
 * What an account is worth and how it moves, in one settlement currency: {@code equity = balance +
 * options value + session profit of futures}, {@code margin balance = equity - options value}, and
 * {@code delta total = futures' size in coin + options delta - options value}, the last term for
 * coin-settled options only. In an option's last half hour its delta and value count in {@code
 * delta total} only as far as they are still open. Source: Deribit API,
 * private/get_account_summary. Immutable.
 *
 * @param premium the part of the options' value that counts in {@code delta total}
 */
record Figures(
    BigDecimal balance,
    BigDecimal optionsValue,
    BigDecimal futuresOpenProfit,
    BigDecimal futuresRealized,
    BigDecimal initialMargin,
    BigDecimal maintenanceMargin,
    BigDecimal futuresDelta,
    BigDecimal optionsDelta,
    BigDecimal premium,
    BigDecimal gamma,
    BigDecimal vega,
    BigDecimal theta) {

  static Figures of(House house, Account account, String currency) {
    Sum sum = new Sum(house, house.now());
    for (Map.Entry<Product, Position> entry : account.positions().entrySet()) {
      if (entry.getKey().settlement().equals(currency)) {
        sum.add(entry.getKey(), entry.getValue());
      }
    }
    return sum.figures(account.wallet(currency));
  }

  BigDecimal equity() {
    return marginBalance().add(optionsValue);
  }

  BigDecimal marginBalance() {
    return balance.add(futuresOpenProfit).add(futuresRealized);
  }

  BigDecimal availableFunds() {
    return marginBalance().subtract(initialMargin);
  }

  /** Without the premium term. */
  BigDecimal deltaPlain() {
    return futuresDelta.add(optionsDelta);
  }

  BigDecimal deltaTotal() {
    return deltaPlain().subtract(premium);
  }

  /** Coins that a future stands for: {@code amount / mark} for an inverse one. */
  static BigDecimal coins(Product product, BigDecimal size, BigDecimal mark) {
    return product.isReciprocal() ? Coins.round(size.divide(mark, MathContext.DECIMAL128)) : size;
  }

  /** Adds positions up. */
  private static final class Sum {
    private final House house;
    private final Instant now;
    private BigDecimal optionsValue = BigDecimal.ZERO;
    private BigDecimal openProfit = BigDecimal.ZERO;
    private BigDecimal initial = BigDecimal.ZERO;
    private BigDecimal maintenance = BigDecimal.ZERO;
    private BigDecimal futuresDelta = BigDecimal.ZERO;
    private BigDecimal optionsDelta = BigDecimal.ZERO;
    private BigDecimal premium = BigDecimal.ZERO;
    private BigDecimal gamma = BigDecimal.ZERO;
    private BigDecimal vega = BigDecimal.ZERO;
    private BigDecimal theta = BigDecimal.ZERO;

    Sum(House house, Instant now) {
      this.house = house;
      this.now = now;
    }

    void add(Product product, Position position) {
      BigDecimal size = position.size();
      BigDecimal mark = house.valuation().mark(product, now);
      initial = initial.add(house.margin().initial(product, size, now));
      maintenance = maintenance.add(house.margin().maintenance(product, size, now));
      if (product.isOption()) {
        option(product, size, mark);
      } else {
        openProfit = openProfit.add(position.sessionOpenProfit(product, mark));
        futuresDelta = futuresDelta.add(coins(product, size, mark));
      }
    }

    private void option(Product product, BigDecimal size, BigDecimal mark) {
      OptionGreeks greeks = house.valuation().greeks(product.option().orElseThrow(), now);
      BigDecimal open = house.valuation().openPart(product, now);
      BigDecimal value = size.multiply(mark);
      optionsValue = optionsValue.add(value);
      optionsDelta = optionsDelta.add(size.multiply(greeks.delta()).multiply(open));
      premium = premium.add(product.isInverse() ? value.multiply(open) : BigDecimal.ZERO);
      gamma = gamma.add(size.multiply(greeks.gamma()));
      vega = vega.add(size.multiply(greeks.vegaPerPoint()));
      theta = theta.add(size.multiply(greeks.thetaPerDay()));
    }

    Figures figures(Wallet wallet) {
      return new Figures(
          Coins.round(wallet.balance()),
          Coins.round(optionsValue),
          Coins.round(openProfit),
          Coins.round(wallet.sessionRealized()),
          initial,
          maintenance,
          Coins.round(futuresDelta),
          Coins.round(optionsDelta),
          Coins.round(premium),
          gamma,
          vega,
          theta);
    }
  }
}
