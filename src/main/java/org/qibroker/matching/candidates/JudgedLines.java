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
    private final int day;
    private final LineJudge.@Nullable Passed[] services;
    private final Judged limitation;
    private final @Nullable Judged onSite;
    private final @Nullable Judged conditions;
    private final @Nullable Judged methods;
    private final @Nullable Marks marks;

    /** Lines of which those count that hold on a day, counted from 1970. */
    JudgedLines(LineJudge judge, Lines lines, int day) {
        this.judge = judge;
        this.lines = lines;
        this.day = day;
        this.services = new LineJudge.Passed[lines.column(Lines.SERVICE).count()];
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
            rule.look(lines.place(row));
            long last = rule.priced() ? judge.lastDay(lines, row) : lastDay.of(row);
            return last <= rule.held() ? COVERED : last <= rule.claimed() ? UNDECIDABLE : NOT_COVERED;
        }
    }

    LineJudge judge() {
        return judge;
    }

    Lines lines() {
        return lines;
    }

    /** Adds a line in plain numbers if it holds on the day and passes the gates. */
    void read(int row, Rows past) {
        if (!lines.holds(row, day)) {
            return;
        }
        LineJudge.Passed passed = passed(row);
        KindSeen kinds = judge.seen(lines.range(row));
        if (kinds.again()) {
            readAgain(row, passed, past);
            return;
        }
        long gates = passed.verdicts() | kinds.verdicts();
        if (!Verdicts.anyNotCovered(gates)) {
            Row read = past.next(this, row, group(passed, kinds.asked()), kinds.asked());
            read.range(kinds.ranged() ? Span.of(judge.parts().extents(), lines.range(row)) : null);
            judge.uncertainty(lines.uncertainty(row), read);
            read.verdicts(gates | verdicts(row));
        }
    }

    /** The same of a line that has to be read in another kind than it was understood in at first. */
    private void readAgain(int row, LineJudge.Passed passed, Rows past) {
        Reading reading = judge.reading(lines, row);
        long gates = passed.verdicts() | reading.verdicts();
        if (!Verdicts.anyNotCovered(gates)) {
            Row read = past.next(this, row, group(passed, reading.asked()), reading.asked());
            read.range(reading.span());
            judge.uncertaintyAgain(lines, row, read);
            read.verdicts(gates | verdicts(row));
        }
    }

    private static long group(LineJudge.Passed passed, KindAsked asked) {
        return (long) passed.group() << 32 | asked.number();
    }

    /** The verdicts on a line past the gates that do not depend on where in its range it is used. */
    private long verdicts(int row) {
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

    /** What the uncertainty of a line means in the terms asked. */
    Stated stated(int row, KindAsked asked) {
        return judge.stated(lines, row, asked);
    }
}
