package org.qibroker.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The one way JSON is read and written: ISO times, absent instead of null, nothing unknown, nothing coerced. */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .addModule(Dates.module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual, config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    /** Readers of what the broker itself wrote, each made once: what a type looks like is not looked up for every value. */
    private static final ClassValue<ObjectReader> READERS = new ClassValue<>() {
        @Override
        protected ObjectReader computeValue(Class<?> type) {
            return MAPPER.readerFor(type);
        }
    };

    private Json() {}

    /** The mapper of all JSON of the broker. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /**
     * A value of a {@code jsonb} column, as the PostgreSQL client gives it, as a tree.
     *
     * @throws IllegalStateException if the client gave something that is no JSON
     */
    public static JsonNode ofStored(Object value) {
        if (value instanceof JsonObject object) {
            return MAPPER.valueToTree(object.getMap());
        }
        if (value instanceof JsonArray array) {
            return MAPPER.valueToTree(array.getList());
        }
        try {
            return MAPPER.readTree(io.vertx.core.json.Json.encode(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a jsonb column held no JSON", e);
        }
    }

    /** A value as JSON text, for a {@code jsonb} parameter cast from text. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    /**
     * Reads what the broker itself wrote.
     *
     * @throws IllegalStateException if the text does not fit the type
     */
    public static <T> T read(String text, Class<T> type) {
        try {
            return READERS.get(type).readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored JSON does not fit " + type.getSimpleName(), e);
        }
    }

    /**
     * A value of a {@code jsonb} column as the client of the database gives it.
     *
     * @throws IllegalStateException if it does not fit the type
     */
    public static <T> T stored(Object value, Class<T> type) {
        try {
            return MAPPER.treeToValue(ofStored(value), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored JSON does not fit " + type.getSimpleName(), e);
        }
    }
}
