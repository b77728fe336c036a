package org.qibroker.matching.relaxation;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.candidates.Evaluation;
import org.qibroker.matching.criteria.AskedItem;

/** The item whose misses need relaxations, as these refer to it. For one thread. */
final class Wish {
    private final AskedItem item;
    private final String place;
    private final Map<Criterion, Optional<String>> asked = new EnumMap<>(Criterion.class);
    private int needs;

    /** The item at an index of the request. */
    Wish(AskedItem item, int index) {
        this.item = item;
        this.place = "/items/" + index;
    }

    AskedItem item() {
        return item;
    }

    /** Where a member of the item stands in the request. */
    String path(String member) {
        return place + "/" + member;
    }

    /** What is asked, as any proof of it says. */
    @Nullable
    String asked(Evaluation miss, Criterion criterion) {
        return asked.computeIfAbsent(
                        criterion, c -> Optional.ofNullable(miss.result(c).asked()))
                .orElse(null);
    }

    /** A number for the next need. */
    int next() {
        return needs++;
    }
}
