package io.arb.cli.manual;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.engine.EngineStatus;
import io.arb.core.model.QuoteNonce;
import io.arb.core.model.SourceEvent;
import io.arb.core.model.SourceId;
import io.arb.core.model.TradeId;
import io.arb.core.spi.EventSink;
import io.arb.core.spi.IdSource;
import io.arb.core.wire.HttpCall;
import io.arb.core.wire.HttpReply;
import io.arb.core.wire.Json;
import io.arb.core.wire.WireFormatException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /api/trades} and {@code GET /api/status}. Safe from any thread. */
final class TradeApi {
  static final String TRADES = "/api/trades";
  static final String STATUS = "/api/status";

  private static final Logger LOG = LoggerFactory.getLogger(TradeApi.class);
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

  private final SourceId source;
  private final Gate gate;
  private final IdSource ids;
  private final InstantSource clock;
  private final EventSink events;
  private final Supplier<Optional<EngineStatus>> status;
  private final Submissions submissions = new Submissions();
  private volatile boolean isOpen;

  TradeApi(
      SourceId source,
      Gate gate,
      IdSource ids,
      InstantSource clock,
      EventSink events,
      Supplier<Optional<EngineStatus>> status) {
    this.source = source;
    this.gate = gate;
    this.ids = ids;
    this.clock = clock;
    this.events = events;
    this.status = status;
  }

  /** While true, trades are taken. */
  void open(boolean nowOpen) {
    isOpen = nowOpen;
  }

  HttpReply handle(HttpCall call) {
    return gate.refusal(call).orElseGet(() -> route(call));
  }

  private HttpReply route(HttpCall call) {
    return switch (call.method() + " " + call.path()) {
      case "POST " + TRADES -> trade(call);
      case "GET " + STATUS ->
          status
              .get()
              .map(now -> HttpReply.json(Json.write(StatusJson.of(now))))
              .orElseGet(TradeApi::notRunning);
      default ->
          Answers.error(
              Answers.NOT_FOUND, "there are POST " + TRADES + " and GET " + STATUS + " only");
    };
  }

  private HttpReply trade(HttpCall call) {
    if (!isOpen) {
      return notRunning();
    }
    Optional<String> key = call.header("Idempotency-Key");
    if (key.isPresent() && !KEY.matcher(key.get()).matches()) {
      return Answers.error(
          Answers.BAD_REQUEST, "Idempotency-Key must be 1 to 128 printable ASCII characters");
    }
    if (!isJson(call)) {
      return Answers.error(
          Answers.UNSUPPORTED_MEDIA_TYPE, "the Content-Type must be application/json");
    }
    return json(call.body()).map(body -> trade(body, key)).orElseGet(TradeApi::noJson);
  }

  private HttpReply trade(JsonNode body, Optional<String> key) {
    Instant now = clock.instant();
    TradeForm form = new TradeForm(body, now);
    return form.read()
        .map(trade -> submit(trade, key, now))
        .orElseGet(() -> Answers.refused(form.problems()));
  }

  private HttpReply submit(SubmittedTrade trade, Optional<String> key, Instant now) {
    try {
      return submissions
          .submit(key, trade, () -> ids.nextQuoteNonce(now), nonce -> book(trade, nonce, now))
          .map(nonce -> Answers.accepted(idOf(nonce)))
          .orElseGet(
              () ->
                  Answers.error(
                      Answers.UNPROCESSABLE, "the Idempotency-Key belongs to another trade"));
    } catch (RuntimeException e) {
      LOG.error("a manual trade could not be taken: {}", trade, e);
      return Answers.error(Answers.UNAVAILABLE, "the trade could not be taken, see the log");
    }
  }

  private void book(SubmittedTrade trade, QuoteNonce nonce, Instant now) {
    LOG.info("trade submitted id={} {}", idOf(nonce), trade);
    events.accept(new SourceEvent.TradeConfirmed(trade.confirmation(source, nonce, now)));
  }

  /** The name under which the engine books it. */
  private TradeId idOf(QuoteNonce nonce) {
    return new TradeId(source + "-" + nonce);
  }

  private static boolean isJson(HttpCall call) {
    return call.header("Content-Type")
        .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .filter("application/json"::equals)
        .isPresent();
  }

  private static Optional<JsonNode> json(String body) {
    try {
      return Optional.of(Json.parse(body, "trade")).filter(JsonNode::isObject);
    } catch (WireFormatException e) {
      LOG.debug("a body that is no JSON", e);
      return Optional.empty();
    }
  }

  private static HttpReply noJson() {
    return Answers.error(
        Answers.BAD_REQUEST,
        "the body must be one JSON object, without a field that stands twice; nothing was booked");
  }

  private static HttpReply notRunning() {
    return Answers.error(Answers.UNAVAILABLE, "not running, nothing was booked");
  }
}
