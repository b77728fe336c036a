package org.qibroker.matching.criteria;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.demand.ItemSpec;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.CriterionResult;
import org.qibroker.matching.answer.Evidence;
import org.qibroker.matching.answer.Verdict;
import org.qibroker.matching.words.Relation;
import org.qibroker.matching.words.Thesaurus;
import org.qibroker.matching.words.Wording;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.shared.TextKey;

/** The criteria that a line must not fail to be considered at all; a line that says nothing leaves a gate undecided. */
public final class Gates {
    private final AskedItem item;
    private final Map<String, Wording> subjects;
    private final Map<String, Wording> parameters;
    private final Map<String, String> keys = new HashMap<>();

    /** The gates of an item; what words cover each other is in the thesaurus. */
    public Gates(AskedItem item, Thesaurus thesaurus) {
        ItemSpec spec = item.spec();
        this.item = item;
        this.subjects = thesaurus.subjects().coverings(spec.subject());
        String parameter = spec.parameter();
        this.parameters = parameter == null || !item.parameterAsked()
                ? Map.of()
                : thesaurus.parameters().coverings(parameter);
    }

    /** The keys of all subjects that cover the one asked. */
    public Set<String> subjectKeys() {
        return subjects.keySet();
    }

    /** Whether a line fails at none of them. */
    public boolean pass(Capability line) {
        return !quantity(line).fails() && ofService(line).stream().noneMatch(CriterionResult::fails);
    }

    /** How a line fares at those that only look at its service: FAMILY, SERVICE_KIND, SUBJECT and PARAMETER. */
    public List<CriterionResult> ofService(Capability line) {
        return List.of(family(line), serviceKind(line), subject(line), parameter(line));
    }

    private CriterionResult family(Capability line) {
        return result(
                line,
                Criterion.FAMILY,
                item.spec().family().name(),
                line.service().family().name());
    }

    private CriterionResult serviceKind(Capability line) {
        Enum<?> asked = item.spec().serviceKind();
        Enum<?> offered = line.service().kind();
        return result(line, Criterion.SERVICE_KIND, name(asked), name(offered));
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private CriterionResult subject(Capability line) {
        String zh = line.service().subject();
        String en = line.service().subjectEn();
        Wording first = subjects.get(key(zh));
        Wording second = en == null ? null : subjects.get(key(en));
        if (en != null && second != null && (first == null || second.relation().compareTo(first.relation()) < 0)) {
            return term(line, Criterion.SUBJECT, item.spec().subject(), second, en);
        }
        return term(line, Criterion.SUBJECT, item.spec().subject(), first, zh);
    }

    private CriterionResult parameter(Capability line) {
        String offered = line.service().parameter();
        if (!item.parameterAsked()) {
            return new CriterionResult(
                    Criterion.PARAMETER, Verdict.NOT_ASKED, null, offered, null, Evidence.of(line.id(), null), null);
        }
        if (key(offered).isEmpty()) {
            return result(line, Criterion.PARAMETER, item.spec().parameter(), null);
        }
        Wording wording = parameters.get(key(offered));
        return term(line, Criterion.PARAMETER, item.spec().parameter(), wording, offered);
    }

    private static CriterionResult term(
            Capability line, Criterion criterion, @Nullable String asked, @Nullable Wording wording, String offered) {
        Verdict verdict = wording == null ? Verdict.NOT_COVERED : Verdict.COVERED;
        return new CriterionResult(
                criterion, verdict, asked, offered, reason(wording), Evidence.of(line.id(), offered, wording), null);
    }

    /** Many lines have the same words. */
    private String key(String text) {
        return keys.computeIfAbsent(text, TextKey::of);
    }

    private static @Nullable String reason(@Nullable Wording wording) {
        Relation relation = wording == null ? Relation.EXACT : wording.relation();
        return switch (relation) {
            case EXACT -> null;
            case SYNONYM -> "synonym";
            case BROADER -> "broader";
        };
    }

    /** How a line fares at QUANTITY. */
    public CriterionResult quantity(Capability line) {
        QuantityKind stated = line.measured().quantity();
        return result(line, Criterion.QUANTITY, item.spec().quantity(), stated == null ? null : stated.key());
    }

    /** The verdict on QUANTITY of a line that states this one, or none. */
    public Verdict quantity(@Nullable QuantityKind stated) {
        return verdict(item.spec().quantity(), stated == null ? null : stated.key());
    }

    private static Verdict verdict(@Nullable String asked, @Nullable String offered) {
        return asked == null
                ? Verdict.NOT_ASKED
                : offered == null ? Verdict.UNDECIDABLE : asked.equals(offered) ? Verdict.COVERED : Verdict.NOT_COVERED;
    }

    private static CriterionResult result(
            Capability line, Criterion criterion, @Nullable String asked, @Nullable String offered) {
        Verdict verdict = verdict(asked, offered);
        String reason = verdict == Verdict.UNDECIDABLE ? "not-said" : null;
        return new CriterionResult(criterion, verdict, asked, offered, reason, Evidence.of(line.id()), null);
    }
}
