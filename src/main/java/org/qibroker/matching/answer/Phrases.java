package org.qibroker.matching.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.Json;

/** What an answer says in one language: put into words, and into JSON, once for all lines that it is said of. For one thread. */
final class Phrases {
    /** Stands for the line that something is said of. */
    private static final UUID SOME_LINE = new UUID(0, 0);

    private static final String MEMBER = "\"capabilityId\":\"";
    private static final String MARK = MEMBER + SOME_LINE;
    private static final ObjectWriter FULL =
            Json.mapper().writerFor(CriterionResult.class).without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);

    private final AnswerTexts texts;
    private final Locale locale;
    private final Map<CriterionResult, Phrase> known = new HashMap<>();
    private UUID line = SOME_LINE;
    private String written = SOME_LINE.toString();

    Phrases(AnswerTexts texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    /** What is said of lines: told in full at first, and from the second time on by what stands around the line's id. */
    private static final class Phrase {
        private final CriterionResult spoken;
        private boolean told;
        private @Nullable SerializableString before;
        private @Nullable SerializableString after;

        Phrase(CriterionResult spoken) {
            this.spoken = spoken;
        }

        private void take(String json) {
            int at = json.indexOf(MARK);
            before = new SerializedString(json.substring(0, at + MEMBER.length()));
            after = new SerializedString(json.substring(at + MARK.length()));
        }
    }

    void write(CriterionResult result, JsonGenerator json) throws IOException {
        UUID own = result.evidence() == null ? null : result.evidence().capabilityId();
        if (own == null) {
            FULL.writeValue(json, texts.criterion(locale, result));
            return;
        }
        Phrase phrase = known.computeIfAbsent(result.saidBy(SOME_LINE), this::spoken);
        if (phrase.told) {
            again(phrase, own, json);
        } else {
            phrase.told = true;
            FULL.writeValue(json, phrase.spoken.saidBy(own));
        }
    }

    private Phrase spoken(CriterionResult result) {
        return new Phrase(texts.criterion(locale, result));
    }

    private void again(Phrase phrase, UUID own, JsonGenerator json) throws IOException {
        if (phrase.before == null) {
            phrase.take(Json.write(phrase.spoken));
        }
        json.writeRawValue(Objects.requireNonNull(phrase.before));
        json.writeRaw(text(own));
        json.writeRaw(Objects.requireNonNull(phrase.after));
    }

    /** One line has all or most of a proof. */
    private String text(UUID own) {
        if (!own.equals(line)) {
            line = own;
            written = own.toString();
        }
        return written;
    }

    void write(GapVerdict gap, JsonGenerator json) throws IOException {
        json.writeRawValue(Json.write(texts.gap(locale, gap)));
    }
}
