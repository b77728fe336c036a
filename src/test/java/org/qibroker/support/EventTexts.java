package org.qibroker.support;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.qibroker.notify.NoticeRules;
import org.qibroker.notify.preference.Topic;
import org.qibroker.platform.http.Messages;

/**
 * Each type of event that any test brings about is told in words, in both languages, to whoever reads the audit; and those
 * that people are told of are of a kind that notices follow.
 */
final class EventTexts {
    private static final List<Locale> LANGUAGES = List.of(Locale.CHINESE, Locale.ENGLISH);
    private static final Messages MESSAGES = Messages.load();

    private EventTexts() {}

    /**
     * What has no text, as the key that is missing, and what nobody would be told of.
     *
     * @param events kinds and types; kinds that no feature has are those of a test
     */
    static Set<String> missing(List<Map<String, Object>> events) {
        Set<String> missing = new TreeSet<>();
        for (Map<String, Object> event : events) {
            String kind = String.valueOf(event.get("kind"));
            String type = String.valueOf(event.get("type"));
            String key = "audit.type." + type;
            if (MESSAGES.has("audit.kind." + kind) && !said(key)) {
                missing.add(key);
            }
            if (Topic.of(type).isPresent() && !NoticeRules.KINDS.contains(kind)) {
                missing.add("kind of notices: " + kind + ", for " + type);
            }
        }
        return missing;
    }

    private static boolean said(String key) {
        return MESSAGES.has(key)
                && LANGUAGES.stream()
                        .noneMatch(language -> MESSAGES.text(language, key).equals(key));
    }
}
