package io.arb.rysk.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.arb.core.model.Money;
import io.arb.core.wire.Json;
import io.arb.core.wire.SocketListener;
import io.arb.core.wire.TextSocket;
import io.arb.core.wire.TyrusSocketFactory;
import io.arb.rysk.sign.RyskChain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Bids ten dollars for whatever is asked, as soon as it is asked. */
final class RealTimeMaker implements AutoCloseable {
  private static final String TEN_DOLLARS = "10000000000000000000";

  private final InstantSource clock;
  private final AtomicLong nonce = new AtomicLong();
  private final BlockingQueue<String> tradeNonces = new LinkedBlockingQueue<>();
  private final TextSocket maker;
  private final TextSocket rfqs;

  RealTimeMaker(RyskSimulator simulator, InstantSource clock) {
    this.clock = clock;
    simulator.fund(TestMaker.FIRST.address(), Money.of("100000"));
    maker = open(simulator.makerUri(), this::onMaker);
    rfqs = open(simulator.rfqUri(), this::onRfq);
  }

  private static TextSocket open(URI uri, Consumer<JsonNode> listener) {
    try {
      return new TyrusSocketFactory().open(uri, listening(listener));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SocketListener listening(Consumer<JsonNode> listener) {
    return new SocketListener() {
      @Override
      public void onText(String text) {
        listener.accept(Json.parse(text, "frame"));
      }

      @Override
      public void onPong() {}

      @Override
      public void onClosed(String reason) {}
    };
  }

  private void onRfq(JsonNode push) {
    ObjectNode quote =
        TestMaker.FIRST.unsigned(
            push.get("result"),
            TEN_DOLLARS,
            Long.toString(nonce.incrementAndGet()),
            clock.instant().getEpochSecond() + 30);
    TestMaker.FIRST.signed(quote, RyskChain.BASE_SEPOLIA.domain());
    try {
      maker.send(Peer.request(push.get("id").textValue(), "quote", quote));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void onMaker(JsonNode frame) {
    if ("trade".equals(frame.path("id").asText())) {
      tradeNonces.add(frame.at("/result/quoteNonce").textValue());
    }
  }

  String nextTradeNonce() {
    try {
      String next = tradeNonces.poll(60, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("no trade in time");
      }
      return next;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    rfqs.close();
    maker.close();
  }
}
