package org.qibroker.matching.criteria;

import java.util.ArrayList;
import java.util.List;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.CriterionResult;
import org.qibroker.matching.answer.Verdict;

/** The verdicts of all criteria in one number, never stored: three bits each, that hold how bad it is. */
@SuppressWarnings("EnumOrdinal")
public final class Verdicts {
    /** Nothing is asked. */
    public static final long NONE = 0;

    private static final int BITS = 3;
    private static final Criterion[] CRITERIA = Criterion.values();
    private static final long LOWEST = lowest();
    private static final long EVERY_OTHER = everyOther();
    private static final long BETWEEN = (EVERY_OTHER & LOWEST) << BITS;
    private static final long METHOD = 1L << (Criterion.METHOD.ordinal() * BITS);

    private Verdicts() {}

    private static long lowest() {
        long all = 0;
        for (int i = 0; i < CRITERIA.length; i++) {
            all |= 1L << (i * BITS);
        }
        return all;
    }

    private static long everyOther() {
        long all = 0;
        for (int i = 0; i < CRITERIA.length; i += 2) {
            all |= 7L << (i * BITS);
        }
        return all;
    }

    /** One verdict. */
    public static long of(Criterion criterion, Verdict verdict) {
        return (long) verdict.badness() << (criterion.ordinal() * BITS);
    }

    /** The verdicts of results. */
    public static long of(List<CriterionResult> results) {
        long all = NONE;
        for (CriterionResult result : results) {
            all |= of(result.criterion(), result.verdict());
        }
        return all;
    }

    /** Of each criterion the worse one. */
    public static long worst(long a, long b) {
        return everyOther(a, b) | everyOther(a >>> BITS, b >>> BITS) << BITS;
    }

    /** The same of the first, the third and so on; the bits between show which of the two is not less. */
    private static long everyOther(long a, long b) {
        long ofA = a & EVERY_OTHER;
        long ofB = b & EVERY_OTHER;
        long notLess = ((ofA | BETWEEN) - ofB) & BETWEEN;
        long chosen = notLess - (notLess >>> BITS);
        return (ofA & chosen) | (ofB & ~chosen);
    }

    private static long notCovered(long all) {
        return (all >>> 2) & LOWEST;
    }

    private static long partly(long all) {
        return all & (all >>> 1) & LOWEST;
    }

    private static long undecidable(long all) {
        return (all >>> 1) & ~all & LOWEST;
    }

    private static long failing(long all) {
        return notCovered(all) | (partly(all) & ~METHOD);
    }

    /** How many criteria fail. */
    public static int failures(long all) {
        return Long.bitCount(failing(all));
    }

    /** How many leave something open. */
    public static int open(long all) {
        return Long.bitCount(undecidable(all) | (partly(all) & METHOD));
    }

    /** Whether one of them is not covered at all. */
    public static boolean anyNotCovered(long all) {
        return notCovered(all) != 0;
    }

    /** Whether a criterion is not covered at all. */
    public static boolean notCovered(long all, Criterion criterion) {
        return (notCovered(all) & of(criterion, Verdict.COVERED)) != 0;
    }

    /** The criteria that fail, in their order. */
    public static List<Criterion> failed(long all) {
        List<Criterion> failed = new ArrayList<>();
        long failing = failing(all);
        for (int i = 0; i < CRITERIA.length; i++) {
            if ((failing >>> (i * BITS) & 1) != 0) {
                failed.add(CRITERIA[i]);
            }
        }
        return failed;
    }
}
