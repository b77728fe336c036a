package org.qibroker.matching.understanding;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.understanding.rules.Fact;
import org.qibroker.shared.Family;
import org.qibroker.shared.ServiceKind;

/** To which family an item belongs. */
record Families(Offered offered) {
    private static final Pattern SYSTEM = Pattern.compile("(?i)认证|管理体系|贯标|management system|^(?:ISO|IATF|HACCP)");

    Family of(Draft draft) {
        Fact.Kind kind = draft.fact(Fact.Kind.class);
        Family byKind = kind == null ? null : family(kind.kind());
        return byKind == null ? unsaid(draft) : byKind;
    }

    private Family unsaid(Draft draft) {
        Fact.Hint hint = draft.fact(Fact.Hint.class);
        Family recorded = draft.subject().family();
        String subject = draft.subject().word();
        if (hint != null && (recorded == null || hint.family() == Family.CERTIFICATION)) {
            return hint.family();
        }
        if (recorded == null) {
            return guess(draft);
        }
        return offered.covers(recorded, subject)
                ? recorded
                : Arrays.stream(Family.values())
                        .filter(family -> offered.covers(family, subject))
                        .findFirst()
                        .orElse(recorded);
    }

    private static Family guess(Draft draft) {
        String subject = draft.subject().word();
        if (SYSTEM.matcher(subject).find()) {
            return Family.CERTIFICATION;
        }
        boolean instrument =
                draft.measured() || Refinement.INSTRUMENT.matcher(subject).find();
        return instrument ? Family.METROLOGY : Family.TESTING;
    }

    /** The family that a kind of service can only belong to. */
    static @Nullable Family family(ServiceKind kind) {
        return switch (kind) {
            case CALIBRATION, VERIFICATION -> Family.METROLOGY;
            case PRODUCT_CERTIFICATION, MANAGEMENT_SYSTEM_CERTIFICATION -> Family.CERTIFICATION;
            case STANDARD_SEARCH, STANDARD_COMPARISON, STANDARD_DRAFTING -> Family.STANDARDS;
            default -> null;
        };
    }
}
