package org.qibroker.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.qibroker.catalog.ScopeView;
import org.qibroker.matching.Scopes.LineText;
import org.qibroker.matching.words.Suggestions.Suggestion;
import org.qibroker.matching.words.Thesaurus;

class SubjectSuggestionsTest {
    private final AtomicReference<ScopeView> scopes = new AtomicReference<>(ScopeView.EMPTY);
    private final SubjectSuggestions suggestions = new SubjectSuggestions(Thesaurus.standard(), scopes::get);

    private List<String> of(String typed) {
        return suggestions.of(typed, 5).stream().map(Suggestion::subject).toList();
    }

    @Test
    void whatTheThesaurusKnowsIsSuggestedThoughNoScopeNamesIt() {
        assertThat(of("游标")).contains("游标卡尺");
    }

    @Test
    void whatAScopeNamesIsSuggestedAsSoonAsItIsThereAndNoLongerThanThat() {
        assertThat(of("量子磁")).isEmpty();
        scopes.set(new Scopes()
                .provider("A")
                .line(LineText.of("0~300 mm", "U=0.01 mm").subject("量子磁力计"))
                .view());
        assertThat(of("量子磁")).containsExactly("量子磁力计");
        scopes.set(ScopeView.EMPTY);
        assertThat(of("量子磁")).isEmpty();
    }
}
