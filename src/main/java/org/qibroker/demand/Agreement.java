package org.qibroker.demand;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.DecisionRule;

/**
 * What has to be agreed before work begins (ISO/IEC 17025:2017, 7.1).
 *
 * @param conformityStatement whether a statement of conformity is wanted
 * @param decisionRule by which rule conformity is decided (7.1.3); this or another is needed if a statement is wanted
 * @param otherRule another rule in words, such as one that is part of the specification; absent beside a decisionRule
 * @param subcontracting whether work may be given to others (7.1.1 c)
 * @param reportLanguage language of the report, Chinese if absent
 * @param sampleDisposal what becomes of the sample, returned if absent
 */
public record Agreement(
        @Nullable Boolean conformityStatement,
        @Nullable DecisionRule decisionRule,
        @Nullable @Size(max = 500) String otherRule,
        @Nullable Boolean subcontracting,
        @Nullable ReportLanguage reportLanguage,
        @Nullable SampleDisposal sampleDisposal) {
    /** Nothing said: no statement of conformity, no subcontracting, report in Chinese, sample returned. */
    public static final Agreement NONE = new Agreement(null, null, null, null, null, null);

    /** Whether a statement of conformity is wanted; not, where nothing was said of it. */
    public boolean conformityWanted() {
        return Boolean.TRUE.equals(conformityStatement);
    }

    /** Language of a report. */
    public enum ReportLanguage {
        /** Chinese. */
        ZH,
        /** English. */
        EN,
        /** Chinese and English. */
        BOTH
    }

    /** What becomes of a sample after the work. */
    public enum SampleDisposal {
        /** Sent back. */
        RETURN,
        /** Disposed of by the provider. */
        DISPOSE,
        /** Kept by the provider. */
        KEEP
    }
}
