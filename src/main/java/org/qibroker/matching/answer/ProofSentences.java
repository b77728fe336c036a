package org.qibroker.matching.answer;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.http.Messages;

/** Says a line of a proof as a sentence. */
public final class ProofSentences {
    private static final String SAY = "matching.say.";
    private static final String AT = " at ";
    private static final String AT_LEAST = "≥ ";
    private static final Set<String> SAID = Set.of("not-said", "no-method", "too-large", "outside", "part-of-range");

    private final Messages messages;
    private final UnitRegistry units;
    private final Map<Criterion, String> names = new EnumMap<>(Criterion.class);
    private final Map<Criterion, Map<Verdict, String>> keys = new EnumMap<>(Criterion.class);
    private final Map<Criterion, Map<Verdict, String>> keysAt = new EnumMap<>(Criterion.class);

    /** Speaks with these texts, and calls quantities as the registry does. */
    public ProofSentences(Messages messages, UnitRegistry units) {
        this.messages = messages;
        this.units = units;
        for (Criterion criterion : Criterion.values()) {
            names.put(criterion, "matching.criterion." + criterion);
            keys.put(criterion, keys(criterion + "."));
            keysAt.put(criterion, keys(criterion + "_AT."));
        }
    }

    /** Where the sentences of a criterion's verdicts are, its own or what is said of any. */
    private Map<Verdict, String> keys(String criterion) {
        Map<Verdict, String> found = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            String own = SAY + criterion + verdict;
            found.put(verdict, messages.has(own) ? own : SAY + "any." + verdict);
        }
        return found;
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
        String name = messages.text(locale, known(names, result.criterion()));
        if (offered.isEmpty()) {
            String key = SAY + (asked == null ? "bare." : "silent.") + result.verdict();
            return messages.text(locale, key, name, String.valueOf(asked));
        }
        if (asked == null && result.verdict() != Verdict.NOT_ASKED) {
            String key = SAY + "offer." + result.verdict();
            return messages.text(locale, key, name, String.valueOf(value(locale, result, offered)));
        }
        int at = result.criterion() == Criterion.UNCERTAINTY ? offered.indexOf(AT) : -1;
        String key = known(known(at > 0 ? keysAt : keys, result.criterion()), result.verdict());
        if (at > 0) {
            String value = offered.substring(0, at);
            return messages.text(locale, key, name, String.valueOf(asked), value, offered.substring(at + AT.length()));
        }
        return messages.text(locale, key, name, String.valueOf(asked), String.valueOf(value(locale, result, offered)));
    }

    private static <K, V> V known(Map<K, V> all, K key) {
        return Objects.requireNonNull(all.get(key));
    }

    private @Nullable String value(Locale locale, CriterionResult result, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return switch (result.criterion()) {
            case FAMILY -> messages.text(locale, "shared.family." + text);
            case SERVICE_KIND -> messages.text(locale, "shared.service-kind." + text);
            case ONSITE -> messages.text(locale, "matching.onsite." + text);
            case QUANTITY -> quantity(locale, text);
            case BUDGET -> text.startsWith(AT_LEAST) ? messages.text(locale, "matching.at-least", price(text)) : text;
            default -> text;
        };
    }

    private static String price(String atLeast) {
        return atLeast.substring(AT_LEAST.length());
    }

    private String quantity(Locale locale, String key) {
        boolean english = locale.getLanguage().equals(Messages.EN.getLanguage());
        return units.kind(key)
                .map(kind -> english ? kind.nameEn() : kind.nameZh())
                .orElse(key);
    }
}
