package org.qibroker.matching.candidates;

import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.MatchRequest;
import org.qibroker.matching.answer.Verdict;

/**
 * Joins lines of a site, all of which have a range. Lines that cannot be used on any part of what is asked are left out
 * before parts are looked at: those that have nothing in common with it, and those to which one that covers all of it is
 * preferred everywhere, which still cut it. Nothing is joined that cannot be better than what the site does anyway. For
 * one thread.
 */
final class JoinRule {
    private static final int FIRST = 8;

    private final SiteRule site;
    private final MatchRequest request;
    private final Patience patience;
    private final boolean bargained;
    private final Rows meeting = new Rows();
    private final Rows left = new Rows();
    private Group[] groups = new Group[0];
    private Joining joined = new Joining();
    private Joining spare = new Joining();

    JoinRule(SiteRule site, MatchRequest request, Patience patience) {
        this.site = site;
        this.request = request;
        this.patience = patience;
        this.bargained = request.neededBy() != null || request.budget() != null;
    }

    /** Takes what rows do from one on, in their order, group by group; those first of which one line does all that is asked. */
    void groups(Rows rows, int begin) {
        int waiting = 0;
        for (int from = begin; from < rows.size(); ) {
            Group group = group(waiting, rows.get(from).asked());
            group.take(rows, from);
            waiting += single(rows, group) ? 0 : 1;
            from = group.to();
        }
        together(rows, waiting, true);
        together(rows, waiting, false);
    }

    /** Those first that have a line that covers the range: what they do is hard to beat. */
    private void together(Rows rows, int waiting, boolean covering) {
        for (int i = 0; i < waiting; i++) {
            if (covering == (groups[i].first() != null)) {
                together(rows, groups[i]);
            }
        }
    }

    private Group group(int number, KindAsked asked) {
        if (number == groups.length) {
            groups = Arrays.copyOf(groups, number + FIRST);
            for (int i = number; i < groups.length; i++) {
                groups[i] = new Group(asked);
            }
        }
        return groups[number];
    }

    /** Takes what a group does if no lines have to be joined for it; whether that is so. */
    private boolean single(Rows rows, Group group) {
        Span range = group.asked().plain();
        if (range == null) {
            return false;
        }
        if (group.count() == 0) {
            outside(rows, group.from(), group.to(), () -> Coverage.whole(range, null));
            return true;
        }
        Row first = group.first();
        return first != null && alone(first, rows, group) && (whole(first, range) || !bargained);
    }

    /** Whether a line that covers the range is preferred to all others everywhere. */
    private static boolean alone(Row first, Rows rows, Group group) {
        if (first.unforeseen()) {
            return false;
        }
        boolean tooLarge = first.tooLarge(first.overRange());
        for (int i = group.from(); i < group.to(); i++) {
            Row row = rows.get(i);
            if (row != first && row.meets() && !Preference.everywhere(first, row, tooLarge)) {
                return false;
            }
        }
        return true;
    }

    /** What lines do together; if that fails, and time or money is short, also without those that are late or dear. */
    private void together(Rows rows, Group group) {
        if (group.hopeless(site.standing(), !bargained)) {
            return;
        }
        meeting.clear();
        for (int i = group.from(); i < group.to(); i++) {
            if (group.asked().plain() == null || rows.get(i).meets()) {
                meeting.add(rows.get(i));
            }
        }
        if (!served(group.asked(), meeting, group.first(), true) && bargained) {
            inTimeAndBudget(group.asked());
        }
    }

    private void inTimeAndBudget(KindAsked asked) {
        Rows met = new Rows();
        Row first = null;
        for (int i = 0; i < meeting.size(); i++) {
            Row row = meeting.get(i);
            if (Offer.meets(row.line(), request)) {
                met.add(row);
                first = row.covers() && (first == null || Preference.better(row, first)) ? row : first;
            }
        }
        if (met.size() > 0) {
            served(asked, met, first, false);
        }
    }

    /**
     * Takes what lines do; whether nothing fails.
     *
     * @param first the one that serves the one range asked best by itself
     * @param outside whether what they do outside counts, too
     */
    private boolean served(KindAsked asked, Rows lines, @Nullable Row first, boolean outside) {
        Span range = asked.plain();
        if (range == null || first == null || first.unforeseen()) {
            return joined(asked, lines, lines, outside);
        }
        boolean tooLarge = first.tooLarge(first.overRange());
        left.clear();
        for (int i = 0; i < lines.size(); i++) {
            Row line = lines.get(i);
            if (line == first || !Preference.everywhere(first, line, tooLarge)) {
                left.add(line);
            }
        }
        return left.size() == 1 ? whole(first, range) : joined(asked, lines, left, outside);
    }

    private boolean whole(Row row, Span range) {
        Standing standing = site.standing(row, Verdict.COVERED, range.length(), row.overRange());
        if (site.better(standing, row)) {
            site.take(standing, row, () -> new Serving.Whole(row.line(), range));
        }
        return standing.failures() == 0;
    }

    /**
     * Joins lines in either way; where nothing is met what they do outside, if that is wanted. Whether nothing fails.
     *
     * @param all those that parts are cut by
     * @param able those that can be preferred on any part, in their order
     */
    private boolean joined(KindAsked asked, Rows all, Rows able, boolean outside) {
        joined.cut(asked, all);
        joined.choose(able, Preference.BY_TERMS, patience);
        if (joined.verdict() == Verdict.NOT_COVERED) {
            if (outside) {
                Coverage nothing = joined.kept();
                outside(able, 0, able.size(), () -> nothing);
            }
            return false;
        }
        boolean finer = joined.canBeFiner(able);
        boolean served = takeJoined(asked);
        if (finer) {
            joined.cut(asked, all);
            joined.choose(able, Preference.BY_UNCERTAINTY, patience);
            served |= takeJoined(asked);
        }
        return served;
    }

    /** What is taken is not joined in again until something better is. */
    private boolean takeJoined(KindAsked asked) {
        Joining joining = joined;
        Standing standing = site.standing(joining, asked);
        if (site.better(standing, joining.first())) {
            site.take(standing, joining.first(), () -> joining.serving(asked.uncertainty()));
            joined = spare;
            spare = joining;
        }
        return standing.failures() == 0;
    }

    private void outside(Rows rows, int from, int to, Supplier<Coverage> nothing) {
        for (int i = from; i < to; i++) {
            Row row = rows.get(i);
            Standing standing = site.standing(row, Verdict.NOT_COVERED, 0, Double.POSITIVE_INFINITY);
            if (site.better(standing, row)) {
                site.take(standing, row, () -> new Serving.Outside(row.line(), nothing.get()));
            }
        }
    }
}
