package org.qibroker.demand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.District;
import org.qibroker.shared.FieldFault;
import org.qibroker.shared.Money;
import org.qibroker.shared.Refusal;

/** What is wrong with a draft as a whole. */
final class DraftRules {
    private static final int LONGEST_TITLE = 60;

    private DraftRules() {}

    /**
     * Refuses a draft that nobody could answer.
     *
     * @param today the day it is written
     * @throws Refusal BAD_INPUT naming each place
     */
    static void check(DemandDraft draft, ItemRules items, LocalDate today) {
        List<FieldFault> faults = new ArrayList<>();
        String district = draft.district();
        if (district != null && District.ofCode(district).isEmpty()) {
            faults.add(FieldFault.of("/district", "unknown-district", district));
        }
        LocalDate neededBy = draft.neededBy();
        if (neededBy != null && neededBy.isBefore(today)) {
            faults.add(FieldFault.of("/neededBy", "future-or-present"));
        }
        Money budget = draft.budget();
        if (budget != null && !budget.currency().equals("CNY")) {
            faults.add(FieldFault.of("/budget/currency", "currency", budget.currency()));
        } else if (budget != null && budget.amount() <= 0) {
            faults.add(FieldFault.of("/budget/amount", "positive"));
        }
        rule(draft.agreement(), faults);
        faults.addAll(items.faults(draft.items()));
        if (!faults.isEmpty()) {
            throw Refusal.badInput(faults);
        }
    }

    /** One rule for a statement of conformity, and none without it (ISO/IEC 17025:2017, 7.1.3). */
    private static void rule(@Nullable Agreement agreement, List<FieldFault> faults) {
        if (agreement == null) {
            return;
        }
        boolean chosen = agreement.decisionRule() != null;
        boolean other = agreement.otherRule() != null && !agreement.otherRule().isBlank();
        if (chosen && other) {
            faults.add(FieldFault.of("/agreement/otherRule", "one-rule"));
        } else if (agreement.conformityWanted() && !chosen && !other) {
            faults.add(FieldFault.of("/agreement/decisionRule", "rule-needed"));
        } else if (!agreement.conformityWanted() && (chosen || other)) {
            faults.add(FieldFault.of("/agreement/conformityStatement", "rule-without-statement"));
        }
    }

    /** The title said, else the subjects asked for. */
    static String title(DemandDraft draft) {
        String said = draft.title();
        if (said != null && !said.isBlank()) {
            return said.strip();
        }
        List<String> subjects = draft.items().stream()
                .map(item -> item.subject().strip())
                .distinct()
                .toList();
        String all = String.join("、", subjects);
        int end = all.offsetByCodePoints(0, Math.min(LONGEST_TITLE, all.codePointCount(0, all.length())));
        return end < all.length() ? all.substring(0, end) + "…" : all;
    }
}
