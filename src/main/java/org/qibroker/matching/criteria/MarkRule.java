package org.qibroker.matching.criteria;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Accreditation;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Provider;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.CriterionResult;
import org.qibroker.matching.answer.Evidence;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.shared.Mark;

/** MARK: all marks asked are named by the line, and held by the site while the work is done. */
public final class MarkRule {
    private final Provider provider;
    private final LocalDate first;

    /** The rule for a provider whose work begins on a day. */
    public MarkRule(Provider provider, LocalDate first) {
        this.provider = provider;
        this.first = first;
    }

    private record Finding(String mark, Verdict verdict, @Nullable String reason, @Nullable Accreditation shown) {}

    /** How a line meets the marks asked, from the day of work to the day of finish. */
    public CriterionResult judge(@Nullable List<String> asked, Capability line, LocalDate finish) {
        String named = line.marks().stream().sorted().collect(Collectors.joining(", "));
        if (asked == null || asked.isEmpty()) {
            return new CriterionResult(
                    Criterion.MARK,
                    Verdict.NOT_ASKED,
                    null,
                    named.isEmpty() ? null : named,
                    null,
                    Evidence.of(line.id()),
                    null);
        }
        Finding worst = asked.stream()
                .map(mark -> finding(mark, line, finish))
                .max(Comparator.comparingInt(f -> f.verdict.badness()))
                .orElseThrow();
        return new CriterionResult(
                Criterion.MARK,
                worst.verdict,
                String.join(", ", asked),
                named.isEmpty() ? null : named,
                worst.reason,
                evidence(line, worst.shown),
                null);
    }

    private static Evidence evidence(Capability line, @Nullable Accreditation shown) {
        return shown == null
                ? Evidence.of(line.id())
                : new Evidence(
                        line.id(),
                        shown.scheme() + " " + shown.certificateNumber(),
                        shown.from(),
                        shown.to(),
                        shown.status().name());
    }

    /** The marks asked that the line and the site do carry. */
    public List<String> kept(List<String> asked, Capability line, LocalDate finish) {
        return asked.stream()
                .filter(mark -> finding(mark, line, finish).verdict == Verdict.COVERED)
                .toList();
    }

    private Finding finding(String mark, Capability line, LocalDate finish) {
        List<Accreditation> held = provider.accreditations().stream()
                .filter(a -> a.siteIds().contains(line.siteId()) && a.allows(mark))
                .sorted(Comparator.comparing(Accreditation::to).reversed())
                .toList();
        Accreditation holding =
                held.stream().filter(a -> a.holds(first, finish)).findFirst().orElse(null);
        String key = Mark.key(mark);
        if (line.marks().stream().noneMatch(m -> Mark.key(m).equals(key))) {
            return new Finding(mark, Verdict.NOT_COVERED, "mark-not-named", null);
        }
        return holding != null ? new Finding(mark, Verdict.COVERED, null, holding) : notHeld(mark, held, finish);
    }

    /** An accreditation that nobody has confirmed yet is only the provider's word: undecidable. */
    private Finding notHeld(String mark, List<Accreditation> held, LocalDate finish) {
        if (held.isEmpty()) {
            return new Finding(mark, Verdict.NOT_COVERED, "not-accredited", null);
        }
        return held.stream()
                .filter(a -> a.claimed(first, finish))
                .findFirst()
                .map(a -> new Finding(mark, Verdict.UNDECIDABLE, "accreditation-not-confirmed", a))
                .orElseGet(() -> new Finding(mark, Verdict.NOT_COVERED, why(held.get(0)), held.get(0)));
    }

    private static String why(Accreditation shown) {
        if (shown.status() != Accreditation.Status.ACTIVE) {
            return "accreditation-not-active";
        }
        return shown.confirmation().rejected() ? "accreditation-rejected" : "accreditation-dates";
    }
}
