package org.qibroker.gap;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.gap.wish.Wish;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Role;

/**
 * What somebody may see of gaps: a coordinator of the city all wishes and who wishes, one of a district those of
 * enterprises there, everybody else only what wishes add up to.
 *
 * @param steering whether as a coordinator
 * @param district whose wishes alone are seen; absent if all are
 * @param own organisation whose own wish may be told
 */
public record Sight(boolean steering, @Nullable String district, @Nullable UUID own) {
    /** What a caller may see. */
    static Sight of(Caller caller) {
        boolean steering = caller.has(Role.COORDINATOR) || caller.equals(Caller.SYSTEM);
        return new Sight(steering, caller.district(), caller.organisationId());
    }

    /** The same, of a part of what is seen. */
    Sight in(@Nullable String part) {
        return part == null ? this : new Sight(steering, part, own);
    }

    /** The wishes that are seen one by one; none by who does not steer. */
    List<Wish> seen(List<Wish> wishes) {
        return steering ? wishes.stream().filter(this::sees).toList() : List.of();
    }

    private boolean sees(Wish wish) {
        return district == null || district.equals(wish.district());
    }

    /** Whether nothing of the gap is hidden from who would put its wishes together otherwise. */
    boolean seesAll(List<Wish> wishes) {
        return steering && wishes.stream().allMatch(this::sees);
    }

    /** Whether there is something of the gap to see at all. */
    boolean admits(Gap gap, List<Wish> wishes) {
        return steering
                ? wishes.stream().anyMatch(this::sees)
                : gap.type() != null && gap.state() != GapState.WITHDRAWN;
    }
}
