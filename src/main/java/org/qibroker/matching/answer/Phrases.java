package org.qibroker.matching.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.Json;

/** What an answer says in one language: put into words, and into JSON, once for all lines that it is said of. For one thread. */
final class Phrases {
    /** Stands for the line that something is said of. */
    private static final UUID SOME_LINE = new UUID(0, 0);

    private static final String MEMBER = "\"capabilityId\":\"";
    private static final String MARK = MEMBER + SOME_LINE;

    private final AnswerTexts texts;
    private final Locale locale;
    private final Map<CriterionResult, Phrase> known = new HashMap<>();
    private UUID line = SOME_LINE;
    private String written = SOME_LINE.toString();

    Phrases(AnswerTexts texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    /** What stands before and after the id of the line; all of it before, if no line is named. */
    private record Phrase(SerializableString before, @Nullable SerializableString after) {
        static Phrase of(String json) {
            int at = json.indexOf(MARK);
            return at < 0
                    ? new Phrase(new SerializedString(json), null)
                    : new Phrase(
                            new SerializedString(json.substring(0, at + MEMBER.length())),
                            new SerializedString(json.substring(at + MARK.length())));
        }
    }

    void write(CriterionResult result, JsonGenerator json) throws IOException {
        UUID own = result.evidence() == null ? null : result.evidence().capabilityId();
        Phrase phrase = known.computeIfAbsent(own == null ? result : result.saidBy(SOME_LINE), this::phrase);
        json.writeRawValue(phrase.before);
        if (own != null && phrase.after != null) {
            json.writeRaw(text(own));
            json.writeRaw(phrase.after);
        }
    }

    private Phrase phrase(CriterionResult result) {
        return Phrase.of(Json.write(texts.criterion(locale, result)));
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
