package io.arb.cli.run;

import io.arb.cache.ledger.FileLedger;
import io.arb.cli.config.ArbConfig;
import io.arb.core.spi.Ledger;
import io.arb.core.wire.FrameLog;
import io.arb.core.wire.MaskRules;
import io.arb.core.wire.SocketFactory;
import io.arb.core.wire.TyrusSocketFactory;
import io.arb.deribit.DeribitExchangeProvider;
import io.arb.derive.DeriveExchangeProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * The files of a run: its ledger, which the engine closes, and its frame log. A simulated run
 * without a configured ledger uses a temporary one. Owned by the main thread.
 */
final class RunFiles implements AutoCloseable {
  private final Ledger ledger;
  private final Optional<FrameLog> frames;
  private final Optional<Path> temporary;

  private RunFiles(Ledger ledger, Optional<FrameLog> frames, Optional<Path> temporary) {
    this.ledger = ledger;
    this.frames = frames;
    this.temporary = temporary;
  }

  static RunFiles open(ArbConfig config, RunOptions options, InstantSource clock)
      throws IOException {
    Optional<Path> temporary =
        config.ledger().isPresent()
            ? Optional.empty()
            : Optional.of(Files.createTempFile("arb-", ".ledger"));
    Path file = config.ledger().or(() -> temporary).orElseThrow();
    Optional<FrameLog> frames =
        options.record().isPresent()
            ? Optional.of(new FrameLog(options.record().get(), clock, secrets()))
            : Optional.empty();
    return new RunFiles(FileLedger.open(file), frames, temporary);
  }

  private static MaskRules secrets() {
    return DeriveExchangeProvider.FRAME_SECRETS.and(DeribitExchangeProvider.FRAME_SECRETS);
  }

  Ledger ledger() {
    return ledger;
  }

  /** Opens sockets, recorded if asked for. */
  Function<String, SocketFactory> sockets() {
    SocketFactory plain = new TyrusSocketFactory();
    return connection -> frames.map(log -> log.tap(plain, connection)).orElse(plain);
  }

  @Override
  public void close() throws IOException {
    ledger.close();
    frames.ifPresent(FrameLog::close);
    if (temporary.isPresent()) {
      Files.deleteIfExists(temporary.get());
    }
  }
}
