package org.qibroker.matching.answer;

import java.util.List;
import java.util.Locale;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.platform.http.Messages;

/** Puts an answer's reasons into words, for readers without the bundles. */
public final class AnswerTexts {
    private final Messages messages;
    private final ProofSentences sentences;

    /** Speaks with these texts, and calls quantities as the registry does. */
    public AnswerTexts(Messages messages, UnitRegistry units) {
        this.messages = messages;
        this.sentences = new ProofSentences(messages, units);
    }

    /** The answer with its reasons in the language. */
    public MatchAnswer in(Locale locale, MatchAnswer answer) {
        return new MatchAnswer(
                answer.items().stream().map(item -> item(locale, item)).toList(), answer.bundles());
    }

    private ItemAnswer item(Locale locale, ItemAnswer item) {
        return new ItemAnswer(
                item.candidates().stream()
                        .map(c -> c.withCriteria(criteria(locale, c.criteria())))
                        .toList(),
                item.nearMisses().stream()
                        .map(m -> m.with(m.relaxations(), criteria(locale, m.criteria())))
                        .toList(),
                item.relaxations(),
                item.relaxationPairs(),
                item.gap() == null ? null : gap(locale, item.gap()));
    }

    private List<CriterionResult> criteria(Locale locale, List<CriterionResult> results) {
        return results.stream().map(r -> criterion(locale, r)).toList();
    }

    CriterionResult criterion(Locale locale, CriterionResult r) {
        String reason = r.reason() == null ? null : messages.text(locale, "matching.reason." + r.reason());
        return new CriterionResult(
                r.criterion(), r.verdict(), r.asked(), r.offered(), reason, r.evidence(), sentences.of(locale, r));
    }

    GapVerdict gap(Locale locale, GapVerdict gap) {
        return new GapVerdict(gap.type(), messages.text(locale, "matching.gap." + gap.reason()));
    }
}
