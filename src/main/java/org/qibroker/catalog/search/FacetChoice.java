package org.qibroker.catalog.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;

/** Which lines have the values chosen of the facets. Used by one thread, for one search. */
final class FacetChoice {
    private final List<Chosen> chosen = new ArrayList<>();
    private final FacetValues values;

    FacetChoice(SearchRequest request, FacetValues values) {
        this.values = values;
        request.chosen().forEach((facet, value) -> chosen.add(new Chosen(facet, facet.key(value))));
    }

    /** One value chosen, and which spellings are seen to be it. */
    private final class Chosen {
        private final Facet facet;
        private final String key;
        private final Map<String, Boolean> seen = new HashMap<>();
        private boolean met;

        Chosen(Facet facet, String key) {
            this.facet = facet;
            this.key = key;
        }

        boolean meets(Capability line) {
            met = false;
            values.each(facet, line, this::look);
            return met;
        }

        private void look(String value) {
            met |= seen.computeIfAbsent(value, v -> facet.key(v).equals(key));
        }
    }

    /** What a line lacks of what is chosen: nothing, one facet, or too much to count anywhere. */
    record Lack(boolean nothing, @Nullable Facet one) {
        static final Lack NOTHING = new Lack(true, null);
        static final Lack MUCH = new Lack(false, null);
    }

    Lack lack(Capability line) {
        Facet missing = null;
        for (Chosen one : chosen) {
            if (!one.meets(line)) {
                if (missing != null) {
                    return Lack.MUCH;
                }
                missing = one.facet;
            }
        }
        return missing == null ? Lack.NOTHING : new Lack(false, missing);
    }
}
