package org.qibroker.catalog.scope;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.lint.Rule;
import org.qibroker.platform.http.Inputs;
import org.qibroker.shared.Family;

/**
 * Which lines of a scope are wanted, and in which order.
 *
 * @param words each has to be in the subject, parameter, methods, range or limitation
 * @param mark one that the line names
 * @param rule one that the line breaks
 * @param priced whether the line itself has a price
 */
public record ScopeFilter(
        @Nullable String words,
        @Nullable Family family,
        @Nullable UUID siteId,
        @Nullable String mark,
        @Nullable Rule rule,
        @Nullable Boolean priced,
        State state,
        Sort sort) {
    private static final int LONGEST = 200;

    /** When a line holds. */
    public enum State {
        /** Today. */
        CURRENT,
        /** From a later day on. */
        FUTURE,
        /** No more. */
        ENDED
    }

    /** In which order. */
    public enum Sort {
        /** By subject, then parameter. */
        SUBJECT,
        /** The cheapest first, those without a price at the end. */
        PRICE,
        /** The fastest first, those that do not say at the end. */
        TURNAROUND,
        /** What was changed last first. */
        CHANGED
    }

    /** What a query string or form asks for. */
    static ScopeFilter of(Inputs inputs) {
        return new ScopeFilter(
                inputs.text("q")
                        .map(text -> text.substring(0, Math.min(LONGEST, text.length())))
                        .orElse(null),
                inputs.constant("family", Family.class).orElse(null),
                inputs.id("siteId").orElse(null),
                inputs.text("mark").orElse(null),
                inputs.constant("rule", Rule.class).orElse(null),
                inputs.flag("priced").orElse(null),
                inputs.constant("state", State.class).orElse(State.CURRENT),
                inputs.constant("sort", Sort.class).orElse(Sort.SUBJECT));
    }

    /** Patterns of SQL, one a word. */
    String[] patterns() {
        return words == null
                ? new String[0]
                : Arrays.stream(words.split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .map(word -> "%"
                                + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                        .toArray(String[]::new);
    }

    /** What is asked for, as a query string without question mark. */
    public String query() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("q", words);
        values.put("family", family);
        values.put("siteId", siteId);
        values.put("mark", mark);
        values.put("rule", rule);
        values.put("priced", priced);
        values.put("state", state == State.CURRENT ? null : state);
        values.put("sort", sort == Sort.SUBJECT ? null : sort);
        return values.entrySet().stream()
                .filter(value -> value.getValue() != null)
                .map(value -> value.getKey() + "="
                        + URLEncoder.encode(String.valueOf(value.getValue()), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The same in another order. */
    public ScopeFilter by(Sort other) {
        return new ScopeFilter(words, family, siteId, mark, rule, priced, state, other);
    }

    /** Whether anything but order narrows it down. */
    public boolean narrow() {
        return words != null || family != null || siteId != null || mark != null || rule != null || priced != null;
    }
}
