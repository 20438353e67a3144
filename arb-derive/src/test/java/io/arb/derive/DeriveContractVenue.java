package io.arb.derive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.arb.core.evm.BouncyCastleSigner;
import io.arb.core.evm.PrivateKey;
import io.arb.core.evm.Signer;
import io.arb.core.model.Side;
import io.arb.core.paper.AccountId;
import io.arb.core.paper.PaperBackedVenue;
import io.arb.core.spi.AdapterContext;
import io.arb.core.spi.Capability;
import io.arb.core.spi.ContractCable;
import io.arb.core.spi.EventSink;
import io.arb.core.spi.Exchange;
import io.arb.core.spi.Settings;
import io.arb.core.wire.TyrusSocketFactory;
import io.arb.derive.profile.DeriveProfile;
import io.arb.derive.simulator.DeriveFaults;
import io.arb.derive.simulator.DeriveKey;
import io.arb.derive.simulator.DeriveSimulator;
import io.arb.derive.simulator.DeriveSimulatorConfig;
import io.arb.derive.simulator.DeriveWallet;
import io.arb.derive.simulator.RateTier;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The Derive simulator as the exchange contract wants it, with an adapter of the same profile. */
final class DeriveContractVenue extends PaperBackedVenue {
  private static final long SUBACCOUNT = 30769;
  private static final int MATCHING_IN_WINDOW = 15;
  private static final int RATE_LIMITED = -32000;
  private static final int MANY = 1_000;
  private static final Duration SKEW = Duration.ofSeconds(5);
  private static final Signer OWNER = signer("owner");
  private static final Signer SESSION = signer("session");

  private final DeriveSimulator simulator;
  private final ContractCable cable =
      new ContractCable(
          new TyrusSocketFactory(),
          frame -> frame.contains("private/order") || frame.contains("private/replace"));
  private final Map<String, List<String>> settings = new HashMap<>();
  private volatile Duration skew = Duration.ZERO;

  DeriveContractVenue(String generation) {
    super(new AccountId(Long.toString(SUBACCOUNT)));
    simulator = DeriveSimulator.start(config(generation), venue(), clock());
    with("profile", generation);
    with("network", "testnet");
    with("websocket_url", simulator.webSocketUri().toString());
    with("rest_url", simulator.restBase().toString());
    with("wallet", OWNER.address().hex());
    with("subaccount_id", Long.toString(SUBACCOUNT));
    with("reconnect_first_ms", "5");
    with("reconnect_max_ms", "20");
    with("matching_per_second", "3");
    with("instrument_per_second", "3");
    with("instrument_burst", Integer.toString(MATCHING_IN_WINDOW));
    with("other_per_second", "100");
    with("resolve_confirm_ms", "30");
  }

  private static DeriveSimulatorConfig config(String generation) {
    DeriveWallet wallet =
        new DeriveWallet(
            OWNER.address(),
            List.of(SUBACCOUNT),
            cash(),
            List.of(DeriveKey.admin(SESSION.address())));
    return DeriveSimulatorConfig.of(DeriveProfile.of(generation, "testnet"), List.of(wallet))
        .withLimits(new RateTier(MATCHING_IN_WINDOW, MANY, MANY, MATCHING_IN_WINDOW, 3, MANY));
  }

  private static Signer signer(String name) {
    return new BouncyCastleSigner(PrivateKey.derive(name.getBytes(UTF_8)));
  }

  private void with(String key, String value) {
    settings.put(key, List.of(value));
  }

  @Override
  public Set<Capability> capabilities() {
    return new DeriveExchangeProvider().capabilities();
  }

  @Override
  public Set<Trouble> troubles() {
    return EnumSet.allOf(Trouble.class);
  }

  @Override
  public void begin(Trouble trouble) {
    DeriveFaults faults = simulator.faults();
    switch (trouble) {
      case REFUSED_LOGIN -> faults.refuseLogins(Integer.MAX_VALUE);
      case CROSSED_BOOK -> faults.crossBooks(true);
      case ONE_SIDED_BOOK -> faults.emptyBookSides(Set.of(Side.SELL));
      case BOOK_GAP -> faults.skipPublishIds(1);
      case REPEATED_NEWS -> faults.duplicateNotifications(true);
      case SKEWED_CLOCK -> skew = SKEW;
      case RATE_REFUSAL -> faults.answerInstead("private/order", RATE_LIMITED);
    }
  }

  @Override
  public void end(Trouble trouble) {
    DeriveFaults faults = simulator.faults();
    switch (trouble) {
      case REFUSED_LOGIN -> faults.refuseLogins(0);
      case CROSSED_BOOK -> faults.crossBooks(false);
      case ONE_SIDED_BOOK -> faults.emptyBookSides(Set.of());
      case REPEATED_NEWS -> faults.duplicateNotifications(false);
      case SKEWED_CLOCK -> skew = Duration.ZERO;
      case BOOK_GAP, RATE_REFUSAL -> {} // happen once
    }
  }

  @Override
  public Exchange connect(EventSink sink) {
    return open(sink, false);
  }

  @Override
  public Exchange connectCancelling(EventSink sink) {
    return open(sink, true);
  }

  private Exchange open(EventSink sink, boolean cancelsOnDisconnect) {
    with("cancel_on_disconnect", Boolean.toString(cancelsOnDisconnect));
    DeriveExchangeProvider provider = new DeriveExchangeProvider();
    return provider.open(
        Settings.of(provider.settings(), settings),
        new AdapterContext(() -> clock().instant().plus(skew), name -> cable, SESSION, ids(), 1),
        sink);
  }

  @Override
  public void breakConnection() {
    cable.cut();
  }

  @Override
  public void refuseConnections() {
    cable.refuse(true);
    cable.cut();
  }

  @Override
  public void allowConnections() {
    cable.refuse(false);
  }

  @Override
  public void breakDuringNextOrder(boolean arrives) {
    cable.breakDuringNextOrder(arrives);
  }

  @Override
  public void deliverLateOrder() {
    cable.deliverLate();
  }

  @Override
  public void close() {
    cable.close();
    simulator.close();
  }
}
