package io.arb.cache.ledger;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.arb.core.model.ClientOrderId;
import io.arb.core.model.FillId;
import io.arb.core.model.Instrument;
import io.arb.core.model.LedgerEntry;
import io.arb.core.model.Money;
import io.arb.core.model.Option;
import io.arb.core.model.Perpetual;
import io.arb.core.model.Price;
import io.arb.core.model.Quantity;
import io.arb.core.model.QuoteNonce;
import io.arb.core.model.RfqId;
import io.arb.core.model.SourceId;
import io.arb.core.model.TradeId;
import io.arb.core.model.Underlying;
import java.io.IOException;
import java.util.function.Function;

/**
 * Ledger entries as JSON and back. Decimals and ids are strings, times ISO 8601; the name of the
 * entry's type is its {@code type}. Immutable.
 */
final class LedgerCodec {
  private final ObjectMapper mapper =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .addModule(values())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .addMixIn(LedgerEntry.class, NamedByType.class)
          .addMixIn(Instrument.class, NamedByKind.class)
          .addMixIn(Perpetual.class, NoSymbol.class)
          .addMixIn(Option.class, NoSymbol.class)
          .build();

  /** An entry says what it is. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(LedgerEntry.SequenceReserved.class),
    @JsonSubTypes.Type(LedgerEntry.QuoteRecorded.class),
    @JsonSubTypes.Type(LedgerEntry.TradeBooked.class),
    @JsonSubTypes.Type(LedgerEntry.TradeMoved.class),
    @JsonSubTypes.Type(LedgerEntry.OrderIntended.class),
    @JsonSubTypes.Type(LedgerEntry.OrderEnded.class),
    @JsonSubTypes.Type(LedgerEntry.FillBooked.class),
    @JsonSubTypes.Type(LedgerEntry.DeadLettered.class),
    @JsonSubTypes.Type(LedgerEntry.RiskStateMoved.class)
  })
  private interface NamedByType {}

  /** An instrument says what kind it is; its option type is called {@code type} already. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Option.class, name = "option"),
    @JsonSubTypes.Type(value = Perpetual.class, name = "perpetual")
  })
  private interface NamedByKind {}

  /** The symbol follows from the other fields. */
  @JsonIgnoreProperties(value = "symbol", allowGetters = false)
  private interface NoSymbol {}

  String encode(LedgerEntry entry) {
    try {
      return mapper.writerFor(LedgerEntry.class).writeValueAsString(entry);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a ledger entry that is not JSON: " + entry, e);
    }
  }

  /**
   * The entry behind {@code json}.
   *
   * @throws IOException if it is not an entry
   */
  LedgerEntry decode(String json) throws IOException {
    return mapper.readValue(json, LedgerEntry.class);
  }

  private static SimpleModule values() {
    SimpleModule module = new SimpleModule();
    text(module, Price.class, Price::of);
    text(module, Quantity.class, Quantity::of);
    text(module, Money.class, Money::of);
    text(module, QuoteNonce.class, QuoteNonce::parse);
    text(module, ClientOrderId.class, ClientOrderId::fromLabel);
    text(module, Underlying.class, Underlying::new);
    text(module, RfqId.class, RfqId::new);
    text(module, SourceId.class, SourceId::new);
    text(module, TradeId.class, TradeId::new);
    text(module, FillId.class, FillId::new);
    return module;
  }

  private static <T> void text(SimpleModule module, Class<T> type, Function<String, T> parser) {
    module.addSerializer(type, ToStringSerializer.instance);
    module.addDeserializer(type, new FromText<>(parser));
  }

  /** Reads a value that is written as one string. */
  private static final class FromText<T> extends JsonDeserializer<T> {
    private final Function<String, T> parser;

    FromText(Function<String, T> parser) {
      this.parser = parser;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      String text = json.getValueAsString("");
      try {
        return parser.apply(text);
      } catch (IllegalArgumentException e) {
        throw new IOException(e.getMessage(), e);
      }
    }
  }
}
