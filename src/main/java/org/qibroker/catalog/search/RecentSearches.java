package org.qibroker.catalog.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.qibroker.catalog.ScopeView;
import org.qibroker.shared.PageRequest;

/**
 * What was found lately in the scopes as they are now, without words: words of a new scope may become known after its
 * lines, so what they find is looked up each time. A change of a scope forgets all. Thread-safe.
 */
final class RecentSearches {
    private static final int MOST = 64;

    private final Map<Asked, CapabilitySearch.Found> found = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, CapabilitySearch.Found> eldest) {
            return size() > MOST;
        }
    };
    private ScopeView view = ScopeView.EMPTY;

    private record Asked(SearchRequest request, PageRequest page) {}

    synchronized Optional<CapabilitySearch.Found> find(ScopeView now, SearchRequest request, PageRequest page) {
        if (view != now) {
            view = now;
            found.clear();
        }
        return Optional.ofNullable(found.get(new Asked(request, page)));
    }

    synchronized void keep(SearchRequest request, PageRequest page, CapabilitySearch.Found result) {
        if (result.view() == view && request.words() == null) {
            found.put(new Asked(request, page), result);
        }
    }
}
