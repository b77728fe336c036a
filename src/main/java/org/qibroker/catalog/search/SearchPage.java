package org.qibroker.catalog.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.LineSummary;

/**
 * What the search page shows.
 *
 * @param values what the address holds, by the name of the parameter
 * @param facets the facets that tell lines apart, with their values
 * @param active what narrows the search beside the words, each with the address without it
 * @param understood what was read in the words
 * @param clear the address with the words alone
 * @param more where the next part is, absent at the end
 */
public record SearchPage(
        Map<String, String> values,
        List<Group> facets,
        List<Chip> active,
        List<Chip> understood,
        String clear,
        List<LineSummary> lines,
        long total,
        @Nullable String more) {
    private static final List<String> FIELDS =
            List.of("min", "max", "unit", "maxUncertainty", "uncertaintyUnit", "method", "onSite", "validOn");

    /** A page whose form could not be understood. */
    static SearchPage empty(SearchQuery query) {
        return new SearchPage(query.values(), List.of(), List.of(), List.of(), query.wordsOnly(), List.of(), 0, null);
    }

    /**
     * A facet.
     *
     * @param name of its parameter; {@code catalog.facet.<name>} is what it is called
     * @param shown its most frequent values, and the one chosen
     * @param rest the others, folded away
     */
    public record Group(String name, List<Option> shown, List<Option> rest) {}

    /**
     * A value of a facet.
     *
     * @param url the search with it; if it is chosen, without
     */
    public record Option(String label, long lines, boolean chosen, String url) {}

    /**
     * Something that narrows the search.
     *
     * @param kind what it is: {@code catalog.search.chip.<kind>} puts the text into words
     * @param url the search without it; empty where it stands in the words
     */
    public record Chip(String kind, String text, String url) {}

    /** What a field holds, empty where it holds nothing. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** Whether one of the fields that are typed, beside the words, is filled. */
    public boolean typed() {
        return FIELDS.stream().anyMatch(values::containsKey);
    }
}
