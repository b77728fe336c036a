package org.qibroker.standards;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges a standard offered by the one asked for. Asked dated, only that edition covers, or one recorded as identical;
 * asked undated, any edition does. Amendments belong to the edition, reapprovals do not.
 */
public final class EditionRule {
    private EditionRule() {}

    /** What {@code offered} is worth to someone who asks for {@code asked}; the best that any identical edition gives. */
    public static Judgement judge(Designation asked, Designation offered, Equivalences equivalences) {
        return Stream.concat(Stream.of(offered), identical(offered, equivalences))
                .map(one -> judge(asked, one))
                .min(Judgement::compareTo)
                .orElse(Judgement.DIFFERENT);
    }

    /** Clauses are numbered alike in an identical adoption. */
    private static Stream<Designation> identical(Designation offered, Equivalences equivalences) {
        return equivalences.identicalTo(offered).stream().map(d -> d.withClause(offered.clause()));
    }

    private static Judgement judge(Designation asked, Designation offered) {
        if (!asked.sameStandard(offered) || !clauseCovers(offered.clause(), asked.clause())) {
            return Judgement.DIFFERENT;
        }
        Integer year = asked.year();
        if (year == null) {
            return Judgement.COVERED;
        }
        Integer offeredYear = offered.year();
        if (offeredYear == null) {
            return Judgement.UNDECIDABLE_UNDATED;
        }
        if (!year.equals(offeredYear)) {
            return offeredYear > year ? Judgement.PARTLY_NEWER_EDITION : Judgement.PARTLY_OTHER_EDITION;
        }
        return judgeAmendments(amendments(asked), amendments(offered));
    }

    private static Judgement judgeAmendments(String asked, String offered) {
        if (asked.equals(offered)) {
            return Judgement.COVERED;
        }
        return offered.startsWith(asked) ? Judgement.PARTLY_NEWER_EDITION : Judgement.PARTLY_OTHER_EDITION;
    }

    private static String amendments(Designation designation) {
        String supplement = Objects.requireNonNullElse(designation.supplement(), "");
        return supplement.replaceAll("\\((?:19|20)\\d{2}\\)|e\\d$", "");
    }

    /** Whether a clause offered contains the one asked for: 7 contains 7.3. No clause is the whole standard. */
    private static boolean clauseCovers(@Nullable String offered, @Nullable String asked) {
        return offered == null || asked == null || asked.equals(offered) || asked.startsWith(offered + ".");
    }
}
