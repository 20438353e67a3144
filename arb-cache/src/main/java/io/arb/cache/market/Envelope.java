package io.arb.cache.market;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An entry as a store holds it: JSON with its key, its times in ISO 8601 and its text unchanged.
 */
record Envelope(
    String key,
    @JsonProperty("stored_at") Instant storedAt,
    @JsonProperty("expires_at") Instant expiresAt,
    String json) {
  private static final Logger LOG = LoggerFactory.getLogger(Envelope.class);
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  static String encode(String key, Stored entry) throws JsonProcessingException {
    return MAPPER.writeValueAsString(
        new Envelope(key, entry.storedAt(), entry.expiresAt(), entry.json()));
  }

  /** The envelope in a text; empty if the text is damaged. */
  static Optional<Envelope> decode(String text) {
    try {
      return Optional.ofNullable(MAPPER.readValue(text, Envelope.class));
    } catch (JsonProcessingException e) {
      LOG.debug("a damaged entry of the market cache counts as absent", e);
      return Optional.empty();
    }
  }

  Stored stored() {
    return new Stored(json, storedAt, expiresAt);
  }
}
