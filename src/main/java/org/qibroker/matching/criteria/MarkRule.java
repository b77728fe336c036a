package org.qibroker.matching.criteria;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/** MARK: all marks asked are named by the line, and held by the site while the work is done. For one thread. */
public final class MarkRule {
    private final LocalDate first;
    private final Map<String, String> keys = new HashMap<>();

    /** The rule for work that begins on a day. */
    public MarkRule(LocalDate first) {
        this.first = first;
    }

    private record Finding(String mark, Verdict verdict, @Nullable String reason, @Nullable Accreditation shown) {}

    /** How a line meets the marks asked, from the day of work to the day of finish. */
    public CriterionResult judge(@Nullable List<String> asked, Provider provider, Capability line, LocalDate finish) {
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
                .map(mark -> finding(mark, provider, line, finish))
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
    public List<String> kept(List<String> asked, Provider provider, Capability line, LocalDate finish) {
        return asked.stream()
                .filter(mark -> finding(mark, provider, line, finish).verdict == Verdict.COVERED)
                .toList();
    }

    /** Many lines and accreditations write a mark the same way. */
    private String key(String written) {
        return keys.computeIfAbsent(written, Mark::key);
    }

    private Finding finding(String mark, Provider provider, Capability line, LocalDate finish) {
        String key = key(mark);
        List<Accreditation> held = provider.accreditations().stream()
                .filter(a ->
                        a.siteIds().contains(line.siteId()) && key(a.scheme()).equals(key))
                .sorted(Comparator.comparing(Accreditation::to).reversed())
                .toList();
        Accreditation holding =
                held.stream().filter(a -> a.holds(first, finish)).findFirst().orElse(null);
        if (line.marks().stream().noneMatch(m -> key(m).equals(key))) {
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
