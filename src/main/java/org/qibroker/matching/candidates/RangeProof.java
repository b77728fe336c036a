package org.qibroker.matching.candidates;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.CriterionResult;
import org.qibroker.matching.answer.Evidence;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.matching.criteria.AskedItem;

/** RANGE: how much of what is asked the lines used cover together. For one thread. */
final class RangeProof {
    private final boolean asked;
    private final @Nullable String askedText;
    private final RangeTexts texts;

    RangeProof(AskedItem item, RangeTexts texts) {
        this.asked = item.rangeAsked();
        this.askedText = item.rangeText();
        this.texts = texts;
    }

    CriterionResult of(Evaluation found) {
        Coverage coverage = found.coverage();
        List<Line> used = found.used();
        if (coverage == null) {
            return inWords(used.get(0));
        }
        Verdict verdict = coverage.verdict();
        String reason =
                switch (verdict) {
                    case PARTLY -> "part-of-range";
                    case NOT_COVERED -> "outside";
                    default -> used.size() > 1 ? "joined" : null;
                };
        return new CriterionResult(
                Criterion.RANGE,
                verdict,
                askedText,
                offered(used),
                reason,
                Evidence.of(used.get(0).id()),
                null);
    }

    private String offered(List<Line> used) {
        if (used.size() == 1) {
            return text(used.get(0));
        }
        Set<String> offered = new LinkedHashSet<>();
        used.forEach(line -> offered.add(text(line)));
        return String.join("; ", offered);
    }

    private String text(Line line) {
        return texts.of(Objects.requireNonNull(line.base()), line.levelUnit());
    }

    private CriterionResult inWords(Line line) {
        String text = line.rangeText();
        String reason = !asked ? null : text == null ? "not-said" : "text-only";
        return new CriterionResult(
                Criterion.RANGE,
                asked ? Verdict.UNDECIDABLE : Verdict.NOT_ASKED,
                asked ? askedText : null,
                text,
                reason,
                Evidence.of(line.id(), text),
                null);
    }
}
