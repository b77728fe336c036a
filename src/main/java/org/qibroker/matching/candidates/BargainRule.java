package org.qibroker.matching.candidates;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.CriterionResult;
import org.qibroker.matching.answer.Evidence;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.matching.criteria.Texts;
import org.qibroker.shared.Money;

/** DEADLINE and BUDGET: what the whole request wishes, held against an offer. */
final class BargainRule {
    private static final Evidence NONE = Evidence.of(null);

    private BargainRule() {}

    static CriterionResult deadline(@Nullable LocalDate neededBy, Offer offer) {
        LocalDate finish = offer.finish();
        String asked = neededBy == null ? null : neededBy.toString();
        String offered = finish == null ? null : finish.toString();
        Verdict verdict = deadlineMet(neededBy, offer);
        return switch (verdict) {
            case NOT_COVERED -> {
                String earliest = finish == null ? "≥ " + offer.notBefore() : offered;
                String reason = offer.start() == null ? "no-free-slot" : "too-late";
                yield new CriterionResult(Criterion.DEADLINE, verdict, asked, earliest, reason, NONE, null);
            }
            case UNDECIDABLE ->
                new CriterionResult(Criterion.DEADLINE, verdict, asked, null, unknown(offer), NONE, null);
            default -> new CriterionResult(Criterion.DEADLINE, verdict, asked, offered, null, NONE, null);
        };
    }

    /** The verdict on the deadline alone. */
    static Verdict deadlineMet(@Nullable LocalDate neededBy, Offer offer) {
        if (neededBy == null) {
            return Verdict.NOT_ASKED;
        }
        if (offer.notBefore().isAfter(neededBy)) {
            return Verdict.NOT_COVERED;
        }
        return offer.finish() == null ? Verdict.UNDECIDABLE : Verdict.COVERED;
    }

    private static String unknown(Offer offer) {
        return offer.start() == null ? "no-free-slot" : "not-said";
    }

    static CriterionResult budget(@Nullable Money budget, Offer offer) {
        String asked = budget == null ? null : Texts.money(budget);
        Verdict verdict = budgetKept(budget, offer);
        String reason =
                switch (verdict) {
                    case NOT_COVERED -> "too-dear";
                    case UNDECIDABLE -> known(offer.price(), budget) == null ? "price-on-request" : "price-from";
                    default -> null;
                };
        return new CriterionResult(Criterion.BUDGET, verdict, asked, offer.priceText(), reason, NONE, null);
    }

    /**
     * The verdict on the budget alone. A price to begin from, or of one line only, that is above the budget fails; one
     * below it decides nothing.
     */
    static Verdict budgetKept(@Nullable Money budget, Offer offer) {
        if (budget == null) {
            return Verdict.NOT_ASKED;
        }
        Money atLeast = known(offer.atLeast(), budget);
        if (atLeast != null && atLeast.amount() > budget.amount()) {
            return Verdict.NOT_COVERED;
        }
        return known(offer.price(), budget) != null && offer.exact() ? Verdict.COVERED : Verdict.UNDECIDABLE;
    }

    /** A price that can be compared with a budget. */
    private static @Nullable Money known(@Nullable Money price, @Nullable Money budget) {
        return price == null || budget == null || !price.currency().equals(budget.currency()) ? null : price;
    }
}
