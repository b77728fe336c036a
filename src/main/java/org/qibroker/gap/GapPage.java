package org.qibroker.gap;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.qibroker.account.Organisation;
import org.qibroker.gap.Gaps.Remarks;
import org.qibroker.shared.Caller;
import org.qibroker.shared.Role;

/**
 * The page of a gap.
 *
 * @param enterprises those whose wishes a coordinator sees
 * @param others gaps that it could be one with, for a coordinator
 */
public record GapPage(GapView view, Remarks remarks, Map<UUID, Organisation> enterprises, List<GapView> others) {
    /** The gap. */
    public Gap gap() {
        return view.gap();
    }

    /** Whether the reader may say "me too", or take it back. */
    public boolean mayJoin(Caller caller) {
        return caller.has(Role.ENTERPRISE) && gap().state() == GapState.OPEN && view.meToo() != GapView.MeToo.REQUESTED;
    }

    /** Colour of a gap's type. */
    public static String tone(Gap gap) {
        if (gap.type() == null) {
            return "grey";
        }
        return switch (gap.type()) {
            case UNCERTAINTY -> "yellow";
            case STANDARD -> "blue";
            case CAPABILITY -> "red";
        };
    }
}
