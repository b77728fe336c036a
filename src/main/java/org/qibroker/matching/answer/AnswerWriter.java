package org.qibroker.matching.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.Locale;
import org.qibroker.platform.http.Json;

/**
 * Writes answers as JSON, with their reasons in somebody's language. A proof has a dozen results, and an answer many
 * proofs, most of which say the same of other lines: that is put into words once.
 */
public final class AnswerWriter {
    private static final ObjectMapper MAPPER = Json.mapper()
            .copy()
            .registerModule(new SimpleModule()
                    .addSerializer(CriterionResult.class, by((result, json, phrases) -> phrases.write(result, json)))
                    .addSerializer(GapVerdict.class, by((gap, json, phrases) -> phrases.write(gap, json))));

    private final AnswerTexts texts;

    /** Speaks with these texts. */
    public AnswerWriter(AnswerTexts texts) {
        this.texts = texts;
    }

    /** What holds answers, in a language; long ones take a while, so not on an event loop. */
    public Buffer write(Locale locale, Object body) {
        try {
            return Buffer.buffer(MAPPER.writer()
                    .withAttribute(Phrases.class, new Phrases(texts, locale))
                    .writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer could not be written as JSON", e);
        }
    }

    private interface Writing<T> {
        void write(T value, JsonGenerator json, Phrases phrases) throws IOException;
    }

    private static <T> JsonSerializer<T> by(Writing<T> writing) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
                writing.write(value, json, (Phrases) provider.getAttribute(Phrases.class));
            }
        };
    }
}
