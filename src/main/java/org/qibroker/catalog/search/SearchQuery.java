package org.qibroker.catalog.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.qibroker.platform.web.PageCall;

/**
 * The search as the address of the page says it.
 *
 * @param values what each parameter holds, none blank
 */
record SearchQuery(Map<String, String> values) {
    private static final List<String> TYPED =
            List.of("q", "min", "max", "unit", "maxUncertainty", "uncertaintyUnit", "method", "onSite", "validOn");

    static SearchQuery of(PageCall call) {
        Map<String, String> values = new LinkedHashMap<>();
        Stream.concat(TYPED.stream(), Stream.of(Facet.values()).map(Facet::parameter))
                .forEach(name -> call.query(name).ifPresent(value -> values.put(name, value)));
        return new SearchQuery(values);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The address with another value of a parameter. */
    String with(String name, String value) {
        Map<String, String> others = new LinkedHashMap<>(values);
        others.put(name, value);
        return url(others);
    }

    /** The address without some parameters. */
    String without(String... names) {
        Map<String, String> others = new LinkedHashMap<>(values);
        others.keySet().removeAll(Set.of(names));
        return url(others);
    }

    /** The address with the words alone. */
    String wordsOnly() {
        Set<String> others = new LinkedHashSet<>(values.keySet());
        others.remove("q");
        return without(others.toArray(String[]::new));
    }

    private static String url(Map<String, String> values) {
        String query = values.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "/search" : "/search?" + query;
    }
}
