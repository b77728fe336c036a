package org.qibroker.matching.candidates;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.MatchRequest;
import org.qibroker.matching.answer.Verdict;

/**
 * Joins lines of a site, all of which have a range. Lines that cannot be used on any part of what is asked are left out
 * before parts are looked at: those that have nothing in common with it, and those to which one that covers all of it is
 * preferred everywhere, which still cut it.
 */
final class JoinRule {
    private static final Comparator<Line> ORDER =
            Comparator.comparingDouble((Line line) -> line.span().lower()).thenComparing(Line::id);

    private final SiteRule site;
    private final MatchRequest request;
    private final boolean bargained;

    JoinRule(SiteRule site, MatchRequest request) {
        this.site = site;
        this.request = request;
        this.bargained = request.neededBy() != null || request.budget() != null;
    }

    /** What lines do together; if that fails, and time or money is short, also without those that are late or dear. */
    Evaluation together(KindAsked asked, Line[] lines) {
        Span range = asked.plain();
        Line[] meeting = range == null ? lines : those(lines, Line::meets);
        if (meeting.length == 0) {
            return outside(asked, ordered(lines), Coverage.whole(Objects.requireNonNull(range), null));
        }
        Evaluation best = Objects.requireNonNull(served(asked, meeting, true));
        if (best.failures() == 0 || !bargained) {
            return best;
        }
        Line[] met = those(meeting, line -> Offer.meets(line, request));
        Evaluation other = met.length == 0 ? null : served(asked, met, false);
        return other == null ? best : SiteRule.better(best, other);
    }

    private static Line[] those(Line[] lines, Which which) {
        Line[] found = new Line[lines.length];
        int count = 0;
        for (Line line : lines) {
            if (which.test(line)) {
                found[count++] = line;
            }
        }
        return count == lines.length ? lines : Arrays.copyOf(found, count);
    }

    private interface Which {
        boolean test(Line line);
    }

    private @Nullable Evaluation served(KindAsked asked, Line[] lines, boolean outside) {
        Span range = asked.plain();
        Line first = range == null ? null : covering(lines);
        if (range == null || first == null || unforeseen(first)) {
            Line[] ordered = ordered(lines);
            return joined(asked, new Coverage.Choice(ordered, ordered), outside);
        }
        boolean tooLarge = first.stated().tooLarge(first.stated().overRange());
        Line[] left = those(lines, line -> line == first || !Preference.everywhere(first, line, range, tooLarge));
        return left.length > 1
                ? joined(asked, new Coverage.Choice(lines, ordered(left)), outside)
                : new Evaluation(
                        site,
                        List.of(first),
                        Coverage.whole(range, first),
                        UncertaintyRule.overRange(first, range),
                        asked.uncertainty());
    }

    /** The line that serves the one range asked best by itself; {@code null} if none does. */
    private static @Nullable Line covering(Line[] lines) {
        Line best = null;
        for (Line line : lines) {
            boolean first = line.covers()
                    && (best == null
                            || Preference.better(line, best)
                            || (before(line, best) && !Preference.better(best, line)));
            best = first ? line : best;
        }
        return best;
    }

    /** Whether the uncertainty of a line is one that may be known on a part of the range though not on all of it. */
    private static boolean unforeseen(Line line) {
        return !line.stated().text() && Double.isInfinite(line.stated().overRange());
    }

    /** Whether a line comes before another where neither is preferred. */
    static boolean before(Line a, Line b) {
        return ORDER.compare(a, b) < 0;
    }

    private static Line[] ordered(Line[] lines) {
        if (lines.length == 1) {
            return lines;
        }
        Line[] ordered = lines.clone();
        Arrays.sort(ordered, ORDER);
        return ordered;
    }

    /** The better of two ways to join lines; where none meets what is asked the best of them, if that is wanted. */
    private @Nullable Evaluation joined(KindAsked asked, Coverage.Choice choice, boolean outside) {
        Coverage coverage = Coverage.of(asked, choice, Preference.BY_TERMS);
        if (coverage.verdict() == Verdict.NOT_COVERED) {
            return outside ? outside(asked, choice.left(), coverage) : null;
        }
        Evaluation byTerms = inside(asked, coverage);
        if (choice.left().length == 1 || !coverage.anyTooUncertain()) {
            return byTerms;
        }
        Coverage finer = Coverage.of(asked, choice, Preference.BY_UNCERTAINTY);
        return SiteRule.better(byTerms, inside(asked, finer));
    }

    private Evaluation inside(KindAsked asked, Coverage coverage) {
        UncertaintyRule rule = asked.uncertainty();
        return new Evaluation(site, coverage.used(), coverage, rule.find(coverage), rule);
    }

    private Evaluation outside(KindAsked asked, Line[] ordered, Coverage coverage) {
        Evaluation best = null;
        for (Line line : ordered) {
            UncertaintyRule rule = asked.uncertainty();
            Evaluation own = new Evaluation(site, List.of(line), coverage, UncertaintyRule.outside(line), rule);
            best = best == null ? own : SiteRule.better(best, own);
        }
        return Objects.requireNonNull(best);
    }
}
