package org.qibroker.matching.understanding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.Understander.Correction;
import org.qibroker.demand.Understander.Left;
import org.qibroker.shared.Money;

/**
 * What was understood of a text.
 *
 * @param items what is asked
 * @param district where the work is wanted
 * @param neededBy day the last report is needed
 * @param budget what all of it may cost
 * @param programmes service programmes it is to be counted under
 * @param scenarios application scenarios it belongs to
 * @param notUnderstood stretches left over, in their order
 * @param corrections words that were read as others than they are written
 */
public record Reading(
        List<ItemSpec> items,
        @Nullable String district,
        @Nullable LocalDate neededBy,
        @Nullable Money budget,
        @Nullable List<String> programmes,
        @Nullable List<String> scenarios,
        List<Left> notUnderstood,
        List<Correction> corrections) {
    /** Copies the lists. */
    public Reading {
        items = List.copyOf(items);
        notUnderstood = List.copyOf(notUnderstood);
        corrections = List.copyOf(corrections);
    }

    /** A text of which nothing was understood. */
    public static Reading nothing(String text) {
        List<Left> all = text.isBlank() ? List.of() : List.of(new Left(text, 0, text.length()));
        return new Reading(List.of(), null, null, null, null, null, all, List.of());
    }

    /** Programmes and scenarios together. */
    public List<String> tags() {
        List<String> tags = new ArrayList<>(programmes == null ? List.of() : programmes);
        tags.addAll(scenarios == null ? List.of() : scenarios);
        return tags;
    }

    /** The same with other items. */
    public Reading with(List<ItemSpec> others) {
        return new Reading(others, district, neededBy, budget, programmes, scenarios, notUnderstood, corrections);
    }

    /** The same with another day. */
    public Reading neededBy(@Nullable LocalDate day) {
        return new Reading(items, district, day, budget, programmes, scenarios, notUnderstood, corrections);
    }

    /** The same with another budget. */
    public Reading budget(@Nullable Money money) {
        return new Reading(items, district, neededBy, money, programmes, scenarios, notUnderstood, corrections);
    }
}
