package org.qibroker.quote;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.Agreement;
import org.qibroker.demand.Contact;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.asked.RangeAsked;
import org.qibroker.demand.asked.ValueAsked;
import org.qibroker.measure.Numbers;

/**
 * What a provider is asked, as it was in the demand; the budget is not told.
 *
 * @param items those that this provider is asked for, at least one
 */
public record Asked(
        UUID demandId,
        String title,
        @Nullable Contact contact,
        @Nullable String district,
        @Nullable LocalDate neededBy,
        Agreement agreement,
        List<Item> items) {
    /** Copies the items. */
    public Asked {
        items = List.copyOf(items);
    }

    /**
     * One item.
     *
     * @param suggested lines of the provider's scope that the match found for it; none if it found none
     */
    public record Item(UUID demandItemId, ItemSpec spec, List<UUID> suggested) {
        /** Copies the lines. */
        public Item {
            suggested = List.copyOf(suggested);
        }

        /** What it is about, in a few words. */
        public String title() {
            return title(UnaryOperator.identity(), UnaryOperator.identity());
        }

        /** The same with subject and parameter in other words. */
        public String title(UnaryOperator<String> subject, UnaryOperator<String> parameter) {
            String served = subject.apply(spec.subject());
            return spec.parameter() == null ? served : served + " · " + parameter.apply(spec.parameter());
        }

        /** How much of it and how well, as far as that was asked. */
        public String extent() {
            List<String> parts = new ArrayList<>();
            RangeAsked range = spec.range();
            if (range != null) {
                parts.add(end(range.min()) + "~" + end(range.max()) + " " + range.unit());
            }
            ValueAsked limit = spec.maxUncertainty();
            if (limit != null) {
                parts.add("U ≤ " + Numbers.print(limit.value()) + " " + limit.unit());
            }
            parts.addAll(Objects.requireNonNullElse(spec.methods(), List.of()));
            parts.addAll(Objects.requireNonNullElse(spec.marks(), List.of()));
            parts.add("× " + pieces());
            return String.join(" · ", parts);
        }

        private static String end(@Nullable Double value) {
            return value == null ? "" : Numbers.print(value);
        }

        /** How many pieces. */
        public int pieces() {
            return Objects.requireNonNullElse(spec.pieces(), 1);
        }
    }
}
