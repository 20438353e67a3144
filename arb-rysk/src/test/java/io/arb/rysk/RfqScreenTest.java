package io.arb.rysk;

import static io.arb.rysk.Fixtures.CALL_3000;
import static io.arb.rysk.Fixtures.NOW;
import static io.arb.rysk.Fixtures.RFQ_ID;
import static io.arb.rysk.Fixtures.RYSK;
import static io.arb.rysk.Fixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.arb.core.evm.Eip712Domain;
import io.arb.core.model.Quantity;
import io.arb.core.model.Rfq;
import io.arb.core.model.Side;
import io.arb.rysk.sign.RyskChain;
import io.arb.rysk.wire.AssetRecord;
import io.arb.rysk.wire.SpecFrames;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RfqScreenTest {
  private static final String HANDLER = "0x2000000000000000000000000000000000000002";
  private static final String KHYPE_LIKE = "0x8f3df7286d1fc7ce966d78d6d3467030b36f6636";

  @Test
  void passesOnWhatTheEngineNeeds() {
    assertThat(accepted(SpecFrames.RFQ).rfq())
        .isEqualTo(
            new Rfq(RFQ_ID, RYSK, CALL_3000, Quantity.of("1"), Side.SELL, NOW, NOW.plusSeconds(2)));
  }

  @Test
  void signsUnderTheChainsDomainByDefault() {
    assertThat(accepted(SpecFrames.RFQ).domain()).isEqualTo(RyskChain.BASE_SEPOLIA.domain());
  }

  @Test
  void theAuctionsDeadlineComesBeforeTheRequestsValidity() {
    String both = with("\"auctionDeadline\": 1798000002500, \"validUntil\": 1798000060000");
    String validityOnly = with("\"validUntil\": 1798000060000");

    assertThat(accepted(both).rfq().deadline()).isEqualTo(Instant.ofEpochMilli(1798000002500L));
    assertThat(accepted(validityOnly).rfq().deadline())
        .isEqualTo(Instant.ofEpochMilli(1798000060000L));
  }

  @Test
  void aPriceProbeOfNobodyIsAnswered() {
    String probe =
        SpecFrames.RFQ.replace(
            "0x45bc02a5df1a2d71a937eee118cfc71f1ee0ca9c",
            "0x0000000000000000000000000000000000000000");

    assertThat(screen(probe)).isInstanceOf(Screening.Accepted.class);
  }

  @Test
  void anInvitationIsReadWithoutRegardToCase() {
    String invited =
        with("\"makers\": [\"0x" + SpecFrames.MAKER.substring(2).toUpperCase(Locale.ROOT) + "\"]");

    assertThat(screen(invited)).isInstanceOf(Screening.Accepted.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"chainId\": 84532 | \"chainId\": 999 | unknown_chain",
        "\"asset\": \"0xb6 | \"asset\": \"0xb7 | unknown_asset",
        "\"quantity\": \"1000 | \"quantity\": \"100000 | size_out_of_limits",
        "\"quantity\": \"1000000000000000000\" | \"quantity\": \"1\" | size_out_of_limits",
        "\"expiry\": 1798185600 | \"expiry\": 1798000000 | option_expired",
        "\"assetName\" | \"validUntil\": 1798000000000, \"assetName\" | expired",
        "\"assetName\" | \"auctionDeadline\": 1797999999999, \"assetName\" | expired",
        "\"assetName\" | \"makers\": [\"0x12\"], \"assetName\" | not_invited",
        "\"isTakerBuy\": false | \"isTakerBuy\": true | taker_buys",
        "\"isPut\": false | \"isPut\": true | put",
        "\"usd\" | \"wasUsd\" | missing_usd",
        "\"collateralAsset\" | \"wasCollateral\" | missing_collateral",
        "\"usd\": \"0x98 | \"usd\": \"0x99 | unknown_premium_token",
        "\"collateralAsset\": \"0xb6 | \"collateralAsset\": \"0xb7 | wrong_collateral",
      })
  void declinesWithACountableReason(String found, String instead, String reason) {
    assertThat(reason(SpecFrames.RFQ.replace(found.strip(), instead.strip()))).isEqualTo(reason);
  }

  @Test
  void declinesAPremiumInAnotherToken() {
    assertThat(reason(with("\"premiumAsset\": \"" + SpecFrames.WETH + "\"")))
        .isEqualTo("unknown_premium_token");
  }

  @Test
  void declinesAnUnknownTokenToSignForWhateverThePremiumComesIn() {
    String text =
        with("\"premiumAsset\": \"" + SpecFrames.USDC + "\"")
            .replace("\"usd\": \"0x98", "\"usd\": \"0x99");

    assertThat(reason(text)).isEqualTo("unknown_premium_token");
  }

  @Test
  void declinesWhatNobodyHasANameFor() {
    RfqScreen screen = new RfqScreen(Fixtures.scope(), new AssetDirectory(Map.of()));

    assertThat(screen.screen(request(SpecFrames.RFQ), NOW))
        .isEqualTo(
            new Screening.Declined("unknown_asset", "nothing is known of " + SpecFrames.WETH));
  }

  @Test
  void knowsAnAssetFromTheSettingsWhereTheListIsSilent() {
    RfqScreen screen = new RfqScreen(Fixtures.scope(), Fixtures.configuredAssets());

    assertThat(screen.screen(request(SpecFrames.RFQ), NOW)).isInstanceOf(Screening.Accepted.class);
  }

  @Test
  void passesOnBuyersIfToldTo() {
    Screening screening =
        screen(
            SpecFrames.RFQ.replace("\"isTakerBuy\": false", "\"isTakerBuy\": true"),
            Map.of("accept_taker_buy", List.of("true")));

    assertThat(((Screening.Accepted) screening).request().rfq().takerSide()).isEqualTo(Side.BUY);
  }

  @Test
  void putsAreBackedByThePremiumToken() {
    Map<String, List<String>> puts = Map.of("accept_puts", List.of("true"));
    String put = SpecFrames.RFQ.replace("\"isPut\": false", "\"isPut\": true");
    String backed = put.replace("\"collateralAsset\": \"" + SpecFrames.WETH, collateralUsdc());

    assertThat(screen(backed, puts)).isInstanceOf(Screening.Accepted.class);
    assertThat(screen(put, puts))
        .isEqualTo(new Screening.Declined("wrong_collateral", SpecFrames.WETH));
  }

  @Test
  void callsMayBeBackedByAListedStakingForm() {
    AssetDirectory assets = new AssetDirectory(Map.of());
    String listed =
        SpecFrames.ASSETS.replace(
            "[\n",
            "[{\"symbol\": \"weETH\", \"address\": \""
                + KHYPE_LIKE
                + "\", \"underlying\": \"ETH\"},");
    assets.replace(AssetRecord.parse(listed, 84532));
    String staked =
        SpecFrames.RFQ.replace(
            "\"collateralAsset\": \"" + SpecFrames.WETH, "\"collateralAsset\": \"" + KHYPE_LIKE);

    assertThat(new RfqScreen(Fixtures.scope(), assets).screen(request(staked), NOW))
        .isInstanceOf(Screening.Accepted.class);
    assertThat(reason(staked)).isEqualTo("wrong_collateral");
  }

  @Test
  void signsUnderTheRequestsDomainIfItsContractIsAllowed() {
    Screening screening =
        screen(with(domain("\"version\": \"1\"")), Map.of("allowed_domains", List.of(HANDLER)));

    Eip712Domain domain = ((Screening.Accepted) screening).request().domain();
    assertThat(domain.name()).isEqualTo("PremiumOptionHandler");
    assertThat(domain.version()).isEqualTo("1");
    assertThat(domain.chainId()).isEqualTo(84532);
    assertThat(domain.verifyingContract()).hasToString(HANDLER);
  }

  @Test
  void declinesADomainOfAStranger() {
    assertThat(reason(with(domain("\"version\": \"1\"")))).isEqualTo("foreign_domain");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"note\": \"no version\"",
        "\"version\": \"\"",
        "\"version\": \"1\", \"salt\": \"0x00\"",
        "\"version\": \"1\", \"chainId\": 999",
        "\"version\": \"1\", \"chainId\": \"0x1\""
      })
  void declinesAnIncompleteOrForeignDomainOfAnAllowedContract(String fields) {
    assertThat(screen(with(domain(fields)), Map.of("allowed_domains", List.of(HANDLER))))
        .isInstanceOfSatisfying(
            Screening.Declined.class,
            declined -> assertThat(declined.reason()).isEqualTo("foreign_domain"));
  }

  private static String collateralUsdc() {
    return "\"collateralAsset\": \"" + SpecFrames.USDC;
  }

  private static String domain(String fields) {
    return """
    "typeDataDomain": {"name": "PremiumOptionHandler", "verifyingContract": "%s", %s}
    """
        .formatted(HANDLER, fields);
  }

  private static String with(String fields) {
    return SpecFrames.RFQ.replace("\"assetName\"", fields.strip() + ", \"assetName\"");
  }

  private static String reason(String text) {
    return ((Screening.Declined) screen(text)).reason();
  }

  private static OpenRequest accepted(String text) {
    return ((Screening.Accepted) screen(text)).request();
  }

  private static Screening screen(String text) {
    return screen(text, Map.of());
  }

  private static Screening screen(String text, Map<String, List<String>> settings) {
    Scope scope = Fixtures.scope(settings, event -> {});
    return new RfqScreen(scope, Fixtures.listedAssets()).screen(request(text), NOW);
  }
}
