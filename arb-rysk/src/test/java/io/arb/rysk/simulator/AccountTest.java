package io.arb.rysk.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.evm.Address;
import io.arb.core.model.Price;
import io.arb.core.wire.Json;
import io.arb.rysk.sign.RyskChain;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountTest {
  private final Stage stage = Stage.open();

  @AfterEach
  void close() {
    stage.close();
  }

  private JsonNode positions() {
    return stage.maker.ask("positions", "positions", TestMaker.FIRST.account()).get("result");
  }

  private int codeOf(String method, ObjectNode params) {
    return stage.maker.ask("1", method, params).at("/error/code").intValue();
  }

  @Test
  void balanceIsTheStablecoinInItsSmallestUnits() {
    JsonNode answer = stage.maker.ask("balances", "balances", TestMaker.FIRST.account());

    assertThat(answer)
        .isEqualTo(
            Json.parse(
                """
                {"jsonrpc": "2.0", "id": "balances", "result": [
                  {"asset": "0x98d56648c9b7f3cb49531f4135115b5000ab1733",
                   "chainId": 84532, "balance": "2500000000"}]}
                """,
                "expected"));
  }

  @Test
  void accountOfNobodyIsZeroNotEmpty() {
    JsonNode answer =
        stage.maker.ask("b", "balances", Json.object().put("account", Address.ZERO.hex()));

    assertThat(answer.at("/result/0/balance").textValue()).isEqualTo("0");
  }

  @Test
  void accountInMixedCaseIsAnInternalError() {
    ObjectNode account = Json.object().put("account", TestMaker.FIRST.address().checksummed());

    assertThat(codeOf("balances", account)).isEqualTo(-32003);
    assertThat(codeOf("positions", account)).isEqualTo(-32003);
  }

  @Test
  void positionAppearsWithTheTrade() {
    assertThat(positions()).isEmpty();

    stage.trade();

    JsonNode position = positions().get(0);
    assertThat(position.get("balance").textValue()).isEqualTo("1000000000000000000");
    assertThat(position.get("strike").textValue()).isEqualTo("3000000000000000000000");
    assertThat(position.get("premium").textValue()).isEqualTo("42500000000000000000");
    assertThat(position.get("expiry").longValue()).isEqualTo(1_798_185_600);
    assertThat(position.get("underlying").textValue()).isEqualTo("ETH");
    assertThat(position.get("isPut").booleanValue()).isFalse();
    assertThat(position.get("isOtoken").booleanValue()).isTrue();
    assertThat(position.get("optionAsset").textValue())
        .isEqualTo("0xb67bfa7b488df4f2efa874f4e59242e9130ae61f");
  }

  @Test
  void depositIsCreditedSomeTimeAfterItsAcceptance() {
    stage.maker.ask("d", "deposit", TestMaker.FIRST.transfer("1000000", true, 1));
    assertThat(stage.balance(stage.maker, TestMaker.FIRST)).isEqualTo("2500000000");

    stage.pass(Duration.ofSeconds(2));

    assertThat(stage.balance(stage.maker, TestMaker.FIRST)).isEqualTo("2501000000");
  }

  @Test
  void withdrawalLeavesAtOnceAndNeverMoreThanThereIs() {
    assertThat(codeOf("withdraw", TestMaker.FIRST.transfer("2500000001", false, 1)))
        .isEqualTo(-32014);
    assertThat(codeOf("withdraw", TestMaker.FIRST.transfer("2500000000", false, 1))).isZero();

    assertThat(stage.balance(stage.maker, TestMaker.FIRST)).isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource({
    "isDeposit, false, -32602",
    "chainId, 999, -32602",
    "asset, '\"0x0000000000000000000000000000000000000001\"', -32602",
    "amount, '\"0\"', -32602",
    "amount, 1000000, -32602",
    "amount, '\"340282366920938463463374607431768211456\"', -32602",
    "amount, '\"1000001\"', -32012",
    "user, '\"0x2c7536e3605d9c16a7a3d7b1898e529396a65c23\"', -32012",
    "signature, '\"0x\"', -32012"
  })
  void wrongDepositIsRefused(String field, String value, int code) {
    ObjectNode deposit = TestMaker.FIRST.transfer("1000000", true, 1);

    assertThat(codeOf("deposit", deposit.set(field, Json.parse(value, "v")))).isEqualTo(code);
  }

  @Test
  void nonceOfATransferIsSpent() {
    ObjectNode deposit = TestMaker.FIRST.transfer("1000000", true, 1);

    assertThat(codeOf("deposit", deposit)).isZero();
    assertThat(codeOf("deposit", deposit)).isEqualTo(-32013);
    assertThat(stage.quote(stage.ask(), "42.5", 1).at("/error/code").intValue()).isEqualTo(-32013);
  }

  @Test
  void optionTokensCanBeWithdrawn() {
    stage.trade();
    Address oToken = Address.of(positions().at("/0/assetAddress").textValue());

    assertThat(codeOf("withdraw", TestMaker.FIRST.transfer(oToken, "40000000", false, 9))).isZero();

    assertThat(positions().at("/0/balance").textValue()).isEqualTo("600000000000000000");
  }

  @Test
  void expiryPaysTheIntrinsicValueAndEndsThePosition() {
    stage.trade();

    stage.simulator.expire(FlatMarket.FRIDAY, Price.of("3100"));
    stage.simulator.expire(FlatMarket.FRIDAY, Price.of("9000"));

    assertThat(positions()).isEmpty();
    assertThat(stage.balance(stage.maker, TestMaker.FIRST)).isEqualTo("2552187500");
    assertThat(stage.simulator.books().balances().keySet())
        .extracting(RyskAccount::token)
        .containsOnly(RyskChain.BASE_SEPOLIA.strikeAsset());
  }

  @Test
  void expirySettlesByItselfAtTheMarketsPrice() {
    stage.trade();

    stage.clock.set(FlatMarket.FRIDAY);
    stage.simulator.tick();

    assertThat(positions()).isEmpty();
    assertThat(stage.balance(stage.maker, TestMaker.FIRST)).isEqualTo("2502187500");
  }
}
