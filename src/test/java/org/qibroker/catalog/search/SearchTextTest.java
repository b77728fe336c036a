package org.qibroker.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.qibroker.measure.unit.UnitRegistry;

class SearchTextTest {
    private static final SearchText TEXT = new SearchText(UnitRegistry.standard());

    private static SearchRequest understood(String words) {
        SearchRequest asked = new SearchRequest(
                words, Map.of(), null, new SearchRequest.Measured(null, null), null, LocalDate.of(2026, 3, 1));
        return TEXT.understand(asked, Set.of("CNAS", "CMA"));
    }

    @Test
    void aLineOfTextBecomesFiltersAndWords() {
        SearchRequest request = understood("数显卡尺 0-300mm U≤0.02mm cnas JJG 30-2012");
        assertThat(request.words()).isEqualTo("数显卡尺");
        assertThat(request.value(Facet.MARK)).isEqualTo("cnas");
        assertThat(request.method()).isEqualTo("JJG 30-2012");
        assertThat(request.measured().span()).satisfies(span -> {
            assertThat(span.min()).isZero();
            assertThat(span.max()).isEqualTo(300);
            assertThat(span.units()).extracting(unit -> unit.symbol()).contains("mm");
        });
        assertThat(request.measured().limit())
                .satisfies(limit -> assertThat(limit.value()).isEqualTo(0.02));
    }

    @Test
    void aRangeInSeveralWordsIsOneRange() {
        assertThat(understood("caliper 0 mm to 300 mm").measured().span()).isNotNull();
        assertThat(understood("caliper 0 mm to 300 mm").words()).isEqualTo("caliper");
    }

    @Test
    void whatIsNotUnderstoodStaysAWord() {
        assertThat(understood("粗糙度 Ra 一级").words()).isEqualTo("粗糙度 Ra 一级");
        assertThat(understood("U≤0.02 foo").measured().limit()).isNull();
    }
}
