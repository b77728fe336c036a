package org.qibroker.matching.criteria;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Method;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.CriterionResult;
import org.qibroker.matching.answer.Evidence;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.shared.TextKey;
import org.qibroker.standards.Designation;
import org.qibroker.standards.Designations;
import org.qibroker.standards.EditionRule;
import org.qibroker.standards.Equivalences;
import org.qibroker.standards.Judgement;

/** METHOD: all methods asked are required; of each, the line's best answer counts. */
public final class MethodRule {
    private final Equivalences equivalences;

    /** Knows these standards as identical. */
    public MethodRule(Equivalences equivalences) {
        this.equivalences = equivalences;
    }

    private record Finding(Verdict verdict, @Nullable String reason, @Nullable String offered) {}

    /** How a line meets the methods asked. */
    public CriterionResult judge(@Nullable List<String> asked, Capability line) {
        String all = texts(line);
        if (asked == null || asked.isEmpty()) {
            return new CriterionResult(
                    Criterion.METHOD, Verdict.NOT_ASKED, null, all, null, Evidence.of(line.id()), null);
        }
        List<Finding> findings = asked.stream().map(text -> best(text, line)).toList();
        Finding worst = findings.stream()
                .max(Comparator.comparingInt(f -> f.verdict.badness()))
                .orElseThrow();
        Set<String> offered = new LinkedHashSet<>();
        findings.stream().map(Finding::offered).forEach(text -> offered.add(text == null ? "" : text));
        offered.remove("");
        return new CriterionResult(
                Criterion.METHOD,
                worst.verdict,
                String.join("; ", asked),
                offered.isEmpty() ? all : String.join("; ", offered),
                worst.reason,
                Evidence.of(line.id(), all),
                null);
    }

    /** The methods asked that a line does not fail. */
    public List<String> kept(List<String> asked, Capability line) {
        return asked.stream()
                .filter(text -> best(text, line).verdict != Verdict.NOT_COVERED)
                .toList();
    }

    static @Nullable String texts(Capability line) {
        List<String> texts = line.methods().stream().map(Method::text).toList();
        return texts.isEmpty() ? null : String.join("; ", texts);
    }

    private Finding best(String asked, Capability line) {
        Optional<Designation> standard = Designations.parse(asked);
        List<Finding> findings = new ArrayList<>();
        line.methods().forEach(method -> findings.add(finding(asked, standard, method)));
        return findings.stream()
                .min(Comparator.comparingInt(f -> f.verdict.badness()))
                .orElse(new Finding(Verdict.UNDECIDABLE, "no-method", null));
    }

    private Finding finding(String asked, Optional<Designation> standard, Method method) {
        Designation offered = method.designation();
        if (standard.isPresent() && offered != null) {
            return finding(standard.get(), offered, method.text());
        }
        boolean sameText = TextKey.of(asked).equals(TextKey.of(method.text()));
        return sameText
                ? new Finding(Verdict.COVERED, null, method.text())
                : new Finding(Verdict.UNDECIDABLE, "text-only", method.text());
    }

    private Finding finding(Designation asked, Designation offered, String text) {
        Judgement judgement = EditionRule.judge(asked, offered, equivalences);
        return switch (judgement) {
            case COVERED ->
                new Finding(Verdict.COVERED, asked.sameStandard(offered) ? null : "identical-adoption", text);
            case PARTLY_OTHER_EDITION -> new Finding(Verdict.PARTLY, "other-edition", text);
            case PARTLY_NEWER_EDITION -> new Finding(Verdict.PARTLY, "newer-edition", text);
            case UNDECIDABLE_UNDATED -> new Finding(Verdict.UNDECIDABLE, "undated", text);
            case DIFFERENT -> new Finding(Verdict.NOT_COVERED, "other-method", null);
        };
    }
}
