package org.qibroker.matching.answer;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a proof.
 *
 * @param asked what the item asks, absent if it does not
 * @param offered what the lines used offer
 * @param reason why the verdict is not plainly COVERED, in kebab-case; its text is {@code matching.reason.<reason>}
 * @param evidence where that can be checked
 * @param sentence all of that as people say it, absent until somebody's language is known
 */
public record CriterionResult(
        Criterion criterion,
        Verdict verdict,
        @Nullable String asked,
        @Nullable String offered,
        @Nullable String reason,
        @Nullable Evidence evidence,
        @Nullable String sentence) {

    /** The same of a line that says the same. */
    public CriterionResult saidBy(UUID capability) {
        return evidence == null || capability.equals(evidence.capabilityId())
                ? this
                : new CriterionResult(
                        criterion, verdict, asked, offered, reason, evidence.saidBy(capability), sentence);
    }

    /** The same without telling what was asked. */
    public CriterionResult withoutAsked() {
        return new CriterionResult(criterion, verdict, null, offered, reason, evidence, null);
    }

    /** Whether a candidate with this result is out. */
    public boolean fails() {
        return verdict.fails(criterion);
    }
}
