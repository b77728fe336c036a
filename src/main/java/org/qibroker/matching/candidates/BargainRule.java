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
        String offered = finish == null ? null : finish.toString();
        if (neededBy == null) {
            return new CriterionResult(Criterion.DEADLINE, Verdict.NOT_ASKED, null, offered, null, NONE, null);
        }
        if (offer.notBefore().isAfter(neededBy)) {
            String earliest = finish == null ? "≥ " + offer.notBefore() : offered;
            String reason = offer.start() == null ? "no-free-slot" : "too-late";
            return new CriterionResult(
                    Criterion.DEADLINE, Verdict.NOT_COVERED, neededBy.toString(), earliest, reason, NONE, null);
        }
        return finish == null
                ? new CriterionResult(
                        Criterion.DEADLINE, Verdict.UNDECIDABLE, neededBy.toString(), null, unknown(offer), NONE, null)
                : new CriterionResult(
                        Criterion.DEADLINE, Verdict.COVERED, neededBy.toString(), offered, null, NONE, null);
    }

    private static String unknown(Offer offer) {
        return offer.start() == null ? "no-free-slot" : "not-said";
    }

    /** A price to begin from, or of one line only, that is above the budget fails; one below it decides nothing. */
    static CriterionResult budget(@Nullable Money budget, Offer offer) {
        String offered = offer.priceText();
        if (budget == null) {
            return new CriterionResult(Criterion.BUDGET, Verdict.NOT_ASKED, null, offered, null, NONE, null);
        }
        String asked = Texts.money(budget);
        Money price = offer.price();
        Money atLeast = offer.atLeast();
        if (atLeast != null && atLeast.currency().equals(budget.currency()) && atLeast.amount() > budget.amount()) {
            return new CriterionResult(Criterion.BUDGET, Verdict.NOT_COVERED, asked, offered, "too-dear", NONE, null);
        }
        if (price == null || !price.currency().equals(budget.currency())) {
            return new CriterionResult(
                    Criterion.BUDGET, Verdict.UNDECIDABLE, asked, offered, "price-on-request", NONE, null);
        }
        return offer.exact()
                ? new CriterionResult(Criterion.BUDGET, Verdict.COVERED, asked, offered, null, NONE, null)
                : new CriterionResult(Criterion.BUDGET, Verdict.UNDECIDABLE, asked, offered, "price-from", NONE, null);
    }
}
