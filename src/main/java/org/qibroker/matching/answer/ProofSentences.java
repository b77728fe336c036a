package org.qibroker.matching.answer;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.Messages;

/** Says a line of a proof as a sentence. */
public final class ProofSentences {
    private static final String SAY = "matching.say.";
    private static final String AT = " at ";
    private static final Set<String> SAID = Set.of("not-said", "no-method", "too-large", "outside", "part-of-range");

    private final Messages messages;

    /** Speaks with these texts. */
    public ProofSentences(Messages messages) {
        this.messages = messages;
    }

    /** The sentence, with the reason behind it where the verdict alone does not tell it. */
    public String of(Locale locale, CriterionResult result) {
        String said = said(locale, result);
        String reason = result.reason();
        boolean plain = reason == null || SAID.contains(reason);
        return plain
                ? said
                : messages.text(locale, SAY + "because", said, messages.text(locale, "matching.reason." + reason));
    }

    private String said(Locale locale, CriterionResult result) {
        String asked = value(locale, result, result.asked());
        String offered = result.offered() == null ? "" : result.offered();
        String name = messages.text(locale, "matching.criterion." + result.criterion());
        if (offered.isEmpty()) {
            String key = SAY + (asked == null ? "bare." : "silent.") + result.verdict();
            return messages.text(locale, key, name, String.valueOf(asked));
        }
        if (asked == null && result.verdict() != Verdict.NOT_ASKED) {
            String key = SAY + "offer." + result.verdict();
            return messages.text(locale, key, name, String.valueOf(value(locale, result, offered)));
        }
        int at = result.criterion() == Criterion.UNCERTAINTY ? offered.indexOf(AT) : -1;
        String key = key(result, at > 0);
        if (at > 0) {
            String value = offered.substring(0, at);
            return messages.text(locale, key, name, String.valueOf(asked), value, offered.substring(at + AT.length()));
        }
        return messages.text(locale, key, name, String.valueOf(asked), String.valueOf(value(locale, result, offered)));
    }

    private String key(CriterionResult result, boolean at) {
        String criterion = result.criterion() + (at ? "_AT." : ".");
        String own = SAY + criterion + result.verdict();
        return messages.has(own) ? own : SAY + "any." + result.verdict();
    }

    private @Nullable String value(Locale locale, CriterionResult result, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return switch (result.criterion()) {
            case FAMILY -> messages.text(locale, "shared.family." + text);
            case SERVICE_KIND -> messages.text(locale, "shared.service-kind." + text);
            case ONSITE -> messages.text(locale, "matching.onsite." + text);
            default -> text;
        };
    }
}
