package org.qibroker.matching.criteria;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Accreditation;
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

    private record Finding(Verdict verdict, @Nullable String reason, @Nullable Accreditation shown) {}

    /** Who names these marks, and where. */
    public record Named(Provider provider, UUID site, Set<String> marks) {
        private @Nullable String text() {
            return marks.isEmpty() ? null : marks.size() == 1 ? marks.iterator().next() : sorted();
        }

        private String sorted() {
            return String.join(", ", new TreeSet<>(marks));
        }
    }

    /** How a line that names some marks meets those asked, from the day of work to the day of finish. */
    public CriterionResult judge(@Nullable List<String> asked, Named named, LocalDate finish) {
        if (asked == null || asked.isEmpty()) {
            return result(Verdict.NOT_ASKED, null, named, null, null);
        }
        Finding worst = finding(asked.get(0), named, finish);
        for (int i = 1; i < asked.size(); i++) {
            Finding other = finding(asked.get(i), named, finish);
            worst = other.verdict.badness() > worst.verdict.badness() ? other : worst;
        }
        return result(worst.verdict, String.join(", ", asked), named, worst.reason, worst.shown);
    }

    private static CriterionResult result(
            Verdict verdict,
            @Nullable String asked,
            Named named,
            @Nullable String reason,
            @Nullable Accreditation shown) {
        return new CriterionResult(Criterion.MARK, verdict, asked, named.text(), reason, evidence(shown), null);
    }

    private static Evidence evidence(@Nullable Accreditation shown) {
        return shown == null
                ? Evidence.of(null)
                : new Evidence(
                        null,
                        shown.scheme() + " " + shown.certificateNumber(),
                        shown.from(),
                        shown.to(),
                        shown.status().name());
    }

    /** The marks asked that a line names and its site does carry. */
    public List<String> kept(List<String> asked, Named named, LocalDate finish) {
        return asked.stream()
                .filter(mark -> finding(mark, named, finish).verdict == Verdict.COVERED)
                .toList();
    }

    /** Many lines and accreditations write a mark the same way. */
    private String key(String written) {
        return keys.computeIfAbsent(written, Mark::key);
    }

    private Finding finding(String mark, Named named, LocalDate finish) {
        String key = key(mark);
        return names(named, key) ? held(key, named, finish) : new Finding(Verdict.NOT_COVERED, "mark-not-named", null);
    }

    private boolean names(Named named, String key) {
        for (String mark : named.marks) {
            if (key(mark).equals(key)) {
                return true;
            }
        }
        return false;
    }

    /** An accreditation that nobody has confirmed yet is only the provider's word: undecidable. */
    private Finding held(String key, Named named, LocalDate finish) {
        Accreditation any = null;
        Accreditation holding = null;
        Accreditation claimed = null;
        for (Accreditation held : named.provider.accreditations()) {
            if (held.siteIds().contains(named.site) && key(held.scheme()).equals(key)) {
                any = longer(any, held);
                holding = held.holds(first, finish) ? longer(holding, held) : holding;
                claimed = held.claimed(first, finish) ? longer(claimed, held) : claimed;
            }
        }
        if (holding != null) {
            return new Finding(Verdict.COVERED, null, holding);
        }
        if (claimed != null) {
            return new Finding(Verdict.UNDECIDABLE, "accreditation-not-confirmed", claimed);
        }
        return new Finding(Verdict.NOT_COVERED, any == null ? "not-accredited" : why(any), any);
    }

    private static Accreditation longer(@Nullable Accreditation known, Accreditation other) {
        return known == null || other.to().isAfter(known.to()) ? other : known;
    }

    private static String why(Accreditation shown) {
        if (shown.status() != Accreditation.Status.ACTIVE) {
            return "accreditation-not-active";
        }
        return shown.confirmation().rejected() ? "accreditation-rejected" : "accreditation-dates";
    }
}
