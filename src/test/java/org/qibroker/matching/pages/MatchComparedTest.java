package org.qibroker.matching.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qibroker.catalog.Price;
import org.qibroker.demand.ItemSpec;
import org.qibroker.matching.Items;
import org.qibroker.matching.Scopes;
import org.qibroker.matching.Scopes.LineText;
import org.qibroker.matching.answer.Candidate;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.ItemAnswer;

class MatchComparedTest {
    private static final ItemSpec ITEM =
            Items.caliper().range(0.0, 300.0, "mm").limit(0.02, "mm").spec();

    private static ItemAnswer answer() {
        Scopes scopes = new Scopes();
        for (int i = 0; i < 6; i++) {
            scopes.provider("lab" + i)
                    .holding("CNAS")
                    .line(LineText.of("0~300 mm", "U=0.01 mm")
                            .price(new Price(Price.Kind.FIXED, 1000L * (i + 1), "件"))
                            .days(9 - i));
        }
        return scopes.answer(ITEM);
    }

    private static MatchCompared compared(int many) {
        List<UUID> sites = answer().candidates().stream()
                .limit(many)
                .map(Candidate::siteId)
                .toList();
        return MatchCompared.of(ITEM, answer(), sites, "/match");
    }

    @Test
    void fourStandSideBySideAndTheOthersAreCounted() {
        assertThat(compared(6).candidates()).hasSize(4);
        assertThat(compared(6).left()).isEqualTo(2);
        assertThat(compared(2).left()).isZero();
    }

    @Test
    void theCheapestAndTheEarliestAreToldApart() {
        MatchCompared compared = compared(3);
        assertThat(compared.candidates().stream().filter(compared::cheapest)).hasSize(1);
        assertThat(compared.candidates().stream().filter(compared::earliest)).hasSize(1);
        MatchCompared alone = compared(1);
        assertThat(alone.cheapest(alone.candidates().get(0))).isFalse();
    }

    @Test
    void everyCriterionAskedHasARow() {
        assertThat(compared(2).criteria()).contains(Criterion.RANGE, Criterion.UNCERTAINTY, Criterion.SUBJECT);
        assertThat(compared(2).asked(Criterion.UNCERTAINTY)).isEqualTo("0.02 mm");
    }
}
