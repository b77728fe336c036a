package org.qibroker.matching;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.qibroker.platform.http.Messages;

/** Puts an answer's reasons into words, for readers without the bundles. */
public final class AnswerTexts {
    private final Messages messages;

    /** Speaks with these texts. */
    public AnswerTexts(Messages messages) {
        this.messages = messages;
    }

    /** The answer with its reasons in the language. */
    public MatchAnswer in(Locale locale, MatchAnswer answer) {
        return new MatchAnswer(
                answer.items().stream().map(item -> item(locale, item)).toList(), answer.bundles());
    }

    private ItemAnswer item(Locale locale, ItemAnswer item) {
        return new ItemAnswer(
                item.candidates().stream().map(c -> candidate(locale, c)).toList(),
                item.nearMisses().stream().map(m -> nearMiss(locale, m)).toList(),
                item.relaxations(),
                gap(locale, item.gap()));
    }

    private Candidate candidate(Locale locale, Candidate c) {
        return new Candidate(
                c.providerId(),
                c.providerName(),
                c.siteId(),
                c.siteName(),
                c.capabilityIds(),
                c.verdict(),
                criteria(locale, c.criteria()),
                c.score(),
                c.price(),
                c.turnaroundDays(),
                c.finishBy());
    }

    private NearMiss nearMiss(Locale locale, NearMiss m) {
        return new NearMiss(
                m.providerId(),
                m.providerName(),
                m.siteId(),
                m.siteName(),
                m.capabilityIds(),
                m.failed(),
                m.relaxations(),
                criteria(locale, m.criteria()));
    }

    private List<CriterionResult> criteria(Locale locale, List<CriterionResult> results) {
        return results.stream().map(r -> criterion(locale, r)).toList();
    }

    private CriterionResult criterion(Locale locale, CriterionResult r) {
        String reason = r.reason() == null ? null : messages.text(locale, "matching.reason." + r.reason());
        return new CriterionResult(r.criterion(), r.verdict(), r.asked(), r.offered(), reason, r.evidence());
    }

    private @Nullable GapVerdict gap(Locale locale, @Nullable GapVerdict gap) {
        return gap == null ? null : new GapVerdict(gap.type(), messages.text(locale, "matching.gap." + gap.reason()));
    }
}
