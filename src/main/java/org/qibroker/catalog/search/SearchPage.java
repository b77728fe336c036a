package org.qibroker.catalog.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.LineSummary;
import org.qibroker.measure.Numbers;
import org.qibroker.measure.QuantityKind;
import org.qibroker.platform.web.PageCall;

/**
 * What the search page shows.
 *
 * @param values what the form holds, by the name of the field
 * @param chips what was understood of the words
 * @param more where the next part is, absent at the end
 */
public record SearchPage(
        Map<String, String> values,
        Collection<QuantityKind> quantities,
        List<String> marks,
        List<Chip> chips,
        List<LineSummary> lines,
        long total,
        @Nullable String more) {
    private static final List<String> FIELDS = List.of(
            "q",
            "family",
            "serviceKind",
            "quantity",
            "min",
            "max",
            "unit",
            "maxUncertainty",
            "uncertaintyUnit",
            "method",
            "mark",
            "district",
            "scenario",
            "onSite",
            "providerId",
            "validOn");

    /** Something that was understood: what it is, by the end of a message key, and its text. */
    public record Chip(String kind, String text) {}

    /** What a field holds, empty where it holds nothing. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** Whether a field beside the words is filled. */
    public boolean filtered() {
        return values.keySet().stream().anyMatch(field -> !field.equals("q") && !field.equals("family"));
    }

    static Map<String, String> values(PageCall call) {
        Map<String, String> values = new LinkedHashMap<>();
        FIELDS.forEach(field -> call.query(field).ifPresent(value -> values.put(field, value)));
        return values;
    }

    /** A page whose form could not be understood. */
    static SearchPage empty(PageCall call, Collection<QuantityKind> quantities) {
        return new SearchPage(values(call), quantities, List.of(), List.of(), List.of(), 0, null);
    }

    static SearchPage of(PageCall call, Collection<QuantityKind> quantities, CapabilitySearch.Found found) {
        Map<String, String> values = values(call);
        List<LineSummary> lines = found.lines().stream()
                .map(line -> LineSummary.of(
                        line,
                        found.view().provider(line.providerId()),
                        found.understood().day()))
                .toList();
        List<String> marks = found.view()
                .providers()
                .flatMap(p -> p.accreditations().stream())
                .map(a -> a.scheme())
                .distinct()
                .sorted()
                .toList();
        String more = found.nextCursor() == null ? null : "/search?" + query(values, found.nextCursor());
        return new SearchPage(values, quantities, marks, chips(values, found.understood()), lines, found.total(), more);
    }

    private static String query(Map<String, String> values, String cursor) {
        Map<String, String> all = new LinkedHashMap<>(values);
        all.put("cursor", cursor);
        return all.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static List<Chip> chips(Map<String, String> values, SearchRequest understood) {
        List<Chip> chips = new ArrayList<>();
        SearchRequest.Span span = understood.measured().span();
        SearchRequest.Limit limit = understood.measured().limit();
        if (span != null && !values.containsKey("min") && !values.containsKey("max")) {
            String unit = span.units().get(0).symbol();
            chips.add(new Chip("range", end(span.min(), "…") + " – " + end(span.max(), "…") + " " + unit));
        }
        if (limit != null && !values.containsKey("maxUncertainty")) {
            chips.add(new Chip(
                    "uncertainty",
                    "U ≤ " + Numbers.print(limit.value()) + " "
                            + limit.units().get(0).symbol()));
        }
        if (understood.what().method() != null && !values.containsKey("method")) {
            chips.add(new Chip("method", understood.what().method()));
        }
        if (understood.what().mark() != null && !values.containsKey("mark")) {
            chips.add(new Chip("mark", understood.what().mark()));
        }
        return chips;
    }

    private static String end(@Nullable Double value, String open) {
        return value == null ? open : Numbers.print(value);
    }
}
