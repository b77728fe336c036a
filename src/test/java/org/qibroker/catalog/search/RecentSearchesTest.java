package org.qibroker.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qibroker.catalog.ScopeView;
import org.qibroker.shared.PageRequest;

class RecentSearchesTest {
    private static final PageRequest PAGE = new PageRequest(10, null);
    private final RecentSearches recent = new RecentSearches();

    private static SearchRequest asked(@Nullable String words) {
        return new SearchRequest(
                words, Map.of(), null, new SearchRequest.Measured(null, null), null, LocalDate.of(2026, 11, 27));
    }

    private boolean kept(SearchRequest request) {
        recent.find(ScopeView.EMPTY, request, PAGE);
        recent.keep(request, PAGE, new CapabilitySearch.Found(List.of(), 0, null, Map.of(), request, ScopeView.EMPTY));
        return recent.find(ScopeView.EMPTY, request, PAGE).isPresent();
    }

    /** Lines may be in memory before their words: what was not found then is found later, though no scope changes. */
    @Test
    void whatWordsFindIsLookedUpEachTime() {
        assertThat(kept(asked(null))).isTrue();
        assertThat(kept(asked("量块"))).isFalse();
    }
}
