package org.qibroker.gap;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.ItemSpec;
import org.qibroker.gap.wish.Need;
import org.qibroker.gap.wish.Needs;
import org.qibroker.gap.wish.Wish;
import org.qibroker.matching.criteria.Limit;
import org.qibroker.matching.criteria.Texts;
import org.qibroker.measure.Numbers;

/**
 * A gap as somebody may see it.
 *
 * @param need what all its wishes add up to; for a coordinator of a district those of the district
 * @param exact whether the reader may know how many enterprises wish, however few
 * @param wishes those a coordinator sees, none for others
 * @param meToo whether the reader's organisation wishes it, too; absent if it is not among those who wish
 */
public record GapView(Gap gap, Need need, boolean exact, List<Wish> wishes, @Nullable MeToo meToo) {
    /** How the reader's own organisation is one of those who wish. */
    public enum MeToo {
        /** With a request of its own. */
        REQUESTED,
        /** By having said so; that can be taken back. */
        SAID
    }

    /** How many enterprises wish; empty if the reader may not know because there are so few. */
    public Optional<Integer> enterprises() {
        return exact || !need.few() ? Optional.of(need.enterprises()) : Optional.empty();
    }

    /** The range over all wishes, as people read it; empty if none names one. */
    public Optional<String> range() {
        return Optional.ofNullable(need.asked().range()).map(Texts::range);
    }

    /** The smallest uncertainty wished, as people read it; empty if none names one. */
    public Optional<String> strictest() {
        return limit(need.strictest());
    }

    /** The uncertainty in the middle; empty if it is no other than the smallest. */
    public Optional<String> median() {
        return limit(need.median()).filter(median -> !strictest().equals(Optional.of(median)));
    }

    /** The uncertainty an item asks for, as people read it; empty if it asks for none. */
    public static Optional<String> limit(@Nullable ItemSpec item) {
        return Optional.ofNullable(item)
                .map(Limit::asked)
                .map(limit -> "U ≤ " + Numbers.print(limit.value()) + " " + limit.unit());
    }

    /** What one wish names of range or points and uncertainty; empty if nothing. */
    public static String wanted(Wish wish) {
        ItemSpec asked = wish.asked();
        Stream<String> levels = asked.range() != null
                ? Stream.of(Texts.range(asked.range()))
                : Stream.ofNullable(asked.points()).flatMap(List::stream).map(Texts::point);
        return Stream.concat(levels, limit(asked).stream()).collect(Collectors.joining(" · "));
    }

    /** A gap of these wishes as it is seen; empty if there is nothing of it to see. */
    static Optional<GapView> of(Gap gap, List<Wish> wishes, Sight sight, Needs needs) {
        if (!sight.admits(gap, wishes)) {
            return Optional.empty();
        }
        List<Wish> counted = sight.steering() ? sight.seen(wishes) : wishes;
        return needs.of(counted)
                .map(need -> new GapView(gap, need, sight.steering(), sight.seen(wishes), meToo(wishes, sight.own())));
    }

    private static @Nullable MeToo meToo(List<Wish> wishes, @Nullable UUID own) {
        List<Wish> mine = wishes.stream()
                .filter(wish -> wish.live() && Objects.equals(wish.enterpriseId(), own))
                .toList();
        if (mine.isEmpty()) {
            return null;
        }
        return mine.stream().allMatch(Wish::meToo) ? MeToo.SAID : MeToo.REQUESTED;
    }
}
