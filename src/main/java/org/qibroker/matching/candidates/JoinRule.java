package org.qibroker.matching.candidates;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.MatchRequest;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.measure.Numbers;

/**
 * Joins lines of a site, all of which have a range. Lines that cannot be used on any part of what is asked are left out
 * before parts are looked at: those that have nothing in common with it, and those to which one that covers all of it is
 * preferred everywhere, which still cut it. Nothing is joined that cannot be better than what the site does anyway. For
 * one thread.
 */
final class JoinRule {
    private static final Comparator<Line> ORDER = JoinRule::compare;
    private static final int FIRST = 16;

    private final SiteRule site;
    private final MatchRequest request;
    private final Patience patience;
    private final boolean bargained;
    private final LineList meeting = new LineList();
    private final LineList met = new LineList();
    private final LineList left = new LineList();
    private final Coverage joined = Coverage.empty();
    private int[] waiting = new int[FIRST];

    JoinRule(SiteRule site, MatchRequest request, Patience patience) {
        this.site = site;
        this.request = request;
        this.patience = patience;
        this.bargained = request.neededBy() != null || request.budget() != null;
    }

    /** Takes what lines do, group by group; those first of which one line does all that is asked. */
    void groups(LineList lines) {
        int count = 0;
        for (int from = 0; from < lines.size(); ) {
            int to = end(lines, from);
            if (!single(lines, from, to)) {
                waiting = count == waiting.length ? Arrays.copyOf(waiting, 2 * count) : waiting;
                waiting[count++] = from;
            }
            from = to;
        }
        for (int i = 0; i < count; i++) {
            together(lines, waiting[i], end(lines, waiting[i]));
        }
    }

    private static int end(LineList lines, int from) {
        int to = from + 1;
        while (to < lines.size() && lines.get(to).group() == lines.get(from).group()) {
            to++;
        }
        return to;
    }

    /** Takes what a group does if no lines have to be joined for it; whether that is so. */
    private boolean single(LineList lines, int from, int to) {
        Span range = lines.get(from).asked().plain();
        if (range == null) {
            return false;
        }
        meeting(lines, from, to);
        if (meeting.size() == 0) {
            outside(lines, from, to, Coverage.whole(range, null));
            return true;
        }
        Line first = covering(meeting);
        return first != null && alone(first, meeting, range) && (whole(first, range) || !bargained);
    }

    /** What lines do together; if that fails, and time or money is short, also without those that are late or dear. */
    private void together(LineList lines, int from, int to) {
        KindAsked asked = lines.get(from).asked();
        Span range = asked.plain();
        meeting(lines, from, to);
        if (hopeless(range) || served(asked, meeting, true) || !bargained) {
            return;
        }
        meeting(lines, from, to);
        met.clear();
        for (int i = 0; i < meeting.size(); i++) {
            if (Offer.meets(meeting.get(i), request)) {
                met.add(meeting.get(i));
            }
        }
        if (met.size() > 0) {
            served(asked, met, false);
        }
    }

    /** Finds those that have anything in common with the range, if that is all that is asked. */
    private void meeting(LineList lines, int from, int to) {
        boolean plain = lines.get(from).asked().plain() != null;
        meeting.clear();
        for (int i = from; i < to; i++) {
            Line line = lines.get(i);
            if (!plain || line.meets()) {
                meeting.add(line);
            }
        }
    }

    /** Whether the site does something that is better than whatever the lines that meet the range can do together. */
    private boolean hopeless(@Nullable Span range) {
        Standing best = site.standing();
        if (best == null) {
            return false;
        }
        int least = Integer.MAX_VALUE;
        double lower = Double.POSITIVE_INFINITY;
        double upper = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < meeting.size(); i++) {
            Line line = meeting.get(i);
            least = Math.min(least, line.badness());
            lower = Math.min(lower, line.span().lower());
            upper = Math.max(upper, line.span().upper());
        }
        boolean shorter = range != null && (Numbers.less(range.lower(), lower) || Numbers.less(upper, range.upper()));
        int failures = Line.failures(least) + (shorter ? 1 : 0);
        if (failures != best.failures()) {
            return failures > best.failures();
        }
        return failures == 0
                ? Line.open(least) > best.open()
                : range != null
                        && Numbers.less(Math.min(upper, range.upper()) - Math.max(lower, range.lower()), best.width());
    }

    /** Takes what lines do; whether nothing fails. */
    private boolean served(KindAsked asked, LineList lines, boolean outside) {
        Span range = asked.plain();
        Line first = range == null ? null : covering(lines);
        if (range == null || first == null || first.stated().unforeseen()) {
            lines.sort(ORDER);
            return joined(asked, lines, lines, outside);
        }
        if (alone(first, lines, range)) {
            return whole(first, range);
        }
        left.sort(ORDER);
        return joined(asked, lines, left, outside);
    }

    /** Whether a line that covers the range is preferred to all others everywhere; those that are left otherwise. */
    private boolean alone(Line first, LineList lines, Span range) {
        boolean tooLarge = first.stated().tooLarge(first.stated().overRange());
        left.clear();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line == first || !Preference.everywhere(first, line, range, tooLarge)) {
                left.add(line);
            }
        }
        return left.size() == 1 && !first.stated().unforeseen();
    }

    private boolean whole(Line line, Span range) {
        Standing standing = site.standing(
                line,
                Verdict.COVERED,
                range.upper() - range.lower(),
                line.stated().overRange());
        if (site.mayBeBest(standing)) {
            site.take(standing, new Serving.Whole(line, range));
        }
        return standing.failures() == 0;
    }

    /** The line that serves the one range asked best by itself; {@code null} if none does. */
    private static @Nullable Line covering(LineList lines) {
        Line best = null;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            boolean first = line.covers()
                    && (best == null
                            || Preference.better(line, best)
                            || (before(line, best) && !Preference.better(best, line)));
            best = first ? line : best;
        }
        return best;
    }

    /** Whether a line comes before another where neither is preferred. */
    static boolean before(Line a, Line b) {
        return compare(a, b) < 0;
    }

    private static int compare(Line a, Line b) {
        int order = Double.compare(a.span().lower(), b.span().lower());
        return order == 0 ? a.compareId(b) : order;
    }

    /**
     * Joins lines in either way; where nothing is met what they do outside, if that is wanted. Whether nothing fails.
     *
     * @param all those that parts are cut by
     * @param able those that can be preferred on any part, in their order
     */
    private boolean joined(KindAsked asked, LineList all, LineList able, boolean outside) {
        joined.cut(asked, all);
        joined.choose(able, Preference.BY_TERMS, patience);
        if (joined.verdict() == Verdict.NOT_COVERED) {
            if (outside) {
                outside(able, 0, able.size(), joined.kept());
            }
            return false;
        }
        boolean finer = able.size() > 1 && joined.anyTooUncertain();
        boolean served = takeJoined(asked);
        if (finer) {
            joined.choose(able, Preference.BY_UNCERTAINTY, patience);
            served |= takeJoined(asked);
        }
        return served;
    }

    private boolean takeJoined(KindAsked asked) {
        List<Line> used = joined.used();
        UncertaintyRule.Found found = asked.uncertainty().find(joined);
        Standing standing = site.standing(used, joined, found);
        if (site.mayBeBest(standing)) {
            site.take(standing, new Serving.Joined(used, joined.kept(), found));
        }
        return standing.failures() == 0;
    }

    private void outside(LineList lines, int from, int to, Coverage coverage) {
        for (int i = from; i < to; i++) {
            Standing standing = site.standing(lines.get(i), Verdict.NOT_COVERED, 0, Double.POSITIVE_INFINITY);
            if (site.mayBeBest(standing)) {
                site.take(standing, new Serving.Outside(lines.get(i), coverage));
            }
        }
    }
}
