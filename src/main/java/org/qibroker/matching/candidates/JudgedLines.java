package org.qibroker.matching.candidates;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.index.Column;
import org.qibroker.catalog.index.Lines;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.matching.criteria.Verdicts;

/** Some lines with what was judged of the numbers that occur in their columns. For one thread. */
final class JudgedLines {
    private static final long UNKNOWN = Long.MIN_VALUE + 1;
    private static final long COVERED = Verdicts.of(Criterion.MARK, Verdict.COVERED);
    private static final long UNDECIDABLE = Verdicts.of(Criterion.MARK, Verdict.UNDECIDABLE);
    private static final long NOT_COVERED = Verdicts.of(Criterion.MARK, Verdict.NOT_COVERED);

    private final LineJudge judge;
    private final Lines lines;
    private final LineJudge.@Nullable Passed[] services;
    private final @Nullable Reading[] ranges;
    private final Judged limitation;
    private final @Nullable Judged onSite;
    private final @Nullable Judged conditions;
    private final @Nullable Judged methods;
    private final @Nullable Marks marks;
    private @Nullable Stated[][] uncertainties = {};

    JudgedLines(LineJudge judge, Lines lines) {
        this.judge = judge;
        this.lines = lines;
        this.services = new LineJudge.Passed[lines.column(Lines.SERVICE).count()];
        this.ranges = new Reading[lines.column(Lines.RANGE).count()];
        this.limitation = new Judged(Lines.LIMITATION, judge::limitation);
        this.onSite = judge.asksOnSite() ? new Judged(Lines.TERMS, judge::onSite) : null;
        this.conditions = judge.asksConditions() ? new Judged(Lines.CONDITIONS, judge::conditions) : null;
        this.marks = judge.asksMarks() ? new Marks() : null;
        this.methods = judge.asksMethods() ? new Judged(Lines.METHODS, judge::methods) : null;
    }

    private interface Work {
        long of(Lines lines, int row);
    }

    /** What follows from one column. */
    private final class Judged {
        private final Column column;
        private final Work work;
        private final long[] known;

        Judged(int column, Work work) {
            this.column = lines.column(column);
            this.work = work;
            this.known = new long[this.column.count()];
            Arrays.fill(known, UNKNOWN);
        }

        long of(int row) {
            int code = column.code(row);
            if (known[code] == UNKNOWN) {
                known[code] = work.of(lines, row);
            }
            return known[code];
        }
    }

    /** What follows from marks, place and terms. */
    private final class Marks {
        private final MarkJudge rule = judge.marks();
        private final Judged named = new Judged(Lines.MARKS, (own, r) -> rule.named(own, r) ? 1 : 0);
        private final Judged lastDay = new Judged(Lines.TERMS, judge::lastDay);

        long of(int row) {
            if (named.of(row) == 0) {
                return NOT_COVERED;
            }
            int place = lines.place(row);
            long last = judge.priced(place) ? judge.lastDay(lines, row) : lastDay.of(row);
            return last <= rule.held(place) ? COVERED : last <= rule.claimed(place) ? UNDECIDABLE : NOT_COVERED;
        }
    }

    LineJudge judge() {
        return judge;
    }

    Lines lines() {
        return lines;
    }

    /** Adds the lines that hold on a day, counted from 1970, and pass the gates. */
    void past(int day, LineList past) {
        for (int row = 0; row < lines.size(); row++) {
            if (lines.holds(row, day)) {
                LineJudge.Passed passed = passed(row);
                Reading reading = reading(row);
                long gates = passed.verdicts() | reading.verdicts();
                if (!Verdicts.anyNotCovered(gates)) {
                    long group = (long) passed.group() << 32 | reading.asked().number();
                    past.add(new Line(this, row, reading, gates, group));
                }
            }
        }
    }

    /** The verdicts on a line past the gates that do not depend on where in its range it is used. */
    long verdicts(int row) {
        long verdicts = limitation.of(row);
        verdicts |= onSite == null ? 0 : onSite.of(row);
        verdicts |= conditions == null ? 0 : conditions.of(row);
        verdicts |= methods == null ? 0 : methods.of(row);
        verdicts |= marks == null ? 0 : marks.of(row);
        return verdicts;
    }

    private LineJudge.Passed passed(int row) {
        int code = lines.column(Lines.SERVICE).code(row);
        LineJudge.Passed known = services[code];
        if (known == null) {
            known = judge.passed(lines, row);
            services[code] = known;
        }
        return known;
    }

    private Reading reading(int row) {
        int code = lines.column(Lines.RANGE).code(row);
        Reading known = ranges[code];
        if (known == null) {
            known = judge.reading(lines, row);
            ranges[code] = known;
        }
        return known;
    }

    /** What an uncertainty means depends on the kind, and where it had to be read again on the range. */
    Stated stated(int row, Reading reading) {
        if (reading.again()) {
            return judge.statedAgain(lines, row, reading.asked());
        }
        KindAsked kind = reading.asked();
        if (kind.number() >= uncertainties.length) {
            uncertainties = Arrays.copyOf(uncertainties, kind.number() + 1);
        }
        Stated[] known = uncertainties[kind.number()];
        if (known == null) {
            known = stated(kind);
            uncertainties[kind.number()] = known;
        }
        return known[lines.column(Lines.UNCERTAINTY).code(row)];
    }

    /** All uncertainties that occur, read one after the other: nearly all lines are of one kind. */
    private Stated[] stated(KindAsked kind) {
        Column column = lines.column(Lines.UNCERTAINTY);
        Stated[] all = new Stated[column.count()];
        for (int code = 0; code < all.length; code++) {
            all[code] = judge.stated(column.value(code), kind);
        }
        return all;
    }
}
