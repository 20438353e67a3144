package io.arb.rysk.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.arb.core.wire.RateBudget;
import io.arb.core.wire.ServerConnection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One WebSocket connection: reads requests one after the other and answers each in its turn. */
final class Conversation implements ServerConnection.Handler {
  private static final Logger log = LoggerFactory.getLogger(Conversation.class);

  /** What a connection needs of the venue. */
  record Setting(Venue venue, Links links, RateBudget budget, StateThread state) {}

  private final Setting setting;
  private final @Nullable Desk desk;
  private volatile @Nullable Link link;

  /**
   * @param desk null if nothing that arrives is read
   */
  Conversation(Setting setting, @Nullable Desk desk) {
    this.setting = setting;
    this.desk = desk;
  }

  @Override
  public void onOpen(ServerConnection connection) {
    Link opened = new Link(connection);
    opened.start();
    link = opened;
    setting.state().tell(() -> setting.links().opened(opened));
  }

  @Override
  public void onText(ServerConnection connection, String text) {
    Link here = link;
    if (here != null && desk != null && !text.isBlank()) {
      setting.state().tell(() -> answer(here, desk, text));
    }
  }

  @Override
  public void onPong(ServerConnection connection) {
    Link here = link;
    if (here != null) {
      here.ponged();
    }
  }

  @Override
  public void onClose(ServerConnection connection, String reason) {
    Link here = link;
    if (here != null) {
      here.ended();
      setting.state().tell(() -> setting.links().closed(here));
    }
  }

  private void answer(Link here, Desk reader, String text) {
    Venue venue = setting.venue();
    boolean allowed = setting.budget().tryAcquire(1) && !venue.has(RyskFault.RATE_LIMITED);
    Optional<String> id = Optional.empty();
    try {
      JsonNode frame = Request.parse(text);
      id = Request.id(frame);
      if (!allowed) {
        throw new Refused(RyskError.RATE_LIMITED, "too many requests");
      }
      Request request = Request.of(frame);
      reader
          .handle(here, request)
          .map(result -> Frames.result(request.id(), result))
          .ifPresent(answer -> here.send(answer, venue.faults()));
    } catch (Refused refused) {
      refuse(here, id, refused);
    } catch (RuntimeException e) {
      log.error("A message on {} could not be dealt with", here.path(), e);
      refuse(here, id, Refused.withoutReason());
    }
  }

  private void refuse(Link here, Optional<String> id, Refused refused) {
    Venue venue = setting.venue();
    venue.books.refused(refused.error());
    int code = venue.config.code(refused.error());
    here.send(Frames.error(id, code, refused.getMessage()), venue.faults());
  }
}
