package org.qibroker.matching;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.ScopeView;
import org.qibroker.demand.ItemSpec;
import org.qibroker.matching.answer.Criterion;
import org.qibroker.matching.answer.GapType;
import org.qibroker.matching.answer.GapVerdict;
import org.qibroker.matching.candidates.Evaluation;
import org.qibroker.matching.candidates.ItemScan;
import org.qibroker.shared.Family;
import org.qibroker.standards.Designation;
import org.qibroker.standards.Designations;

/** Says what kind of gap an item is that nobody can serve. */
final class GapRule {
    private static final Set<Criterion> BARGAINED =
            Set.of(Criterion.DEADLINE, Criterion.BUDGET, Criterion.MARK, Criterion.ONSITE);

    private final ItemSpec item;
    private final ScopeView scopes;
    private final MatchContext context;

    GapRule(ItemSpec item, ScopeView scopes, MatchContext context) {
        this.item = item;
        this.scopes = scopes;
        this.context = context;
    }

    /**
     * The gap of an item without candidates.
     *
     * @param scan the lines for the subject
     * @param misses what the sites past the gates do, none of them a candidate
     */
    GapVerdict judge(ItemScan scan, List<Evaluation> misses) {
        if (misses.stream().anyMatch(m -> m.failed().equals(List.of(Criterion.UNCERTAINTY)))) {
            return new GapVerdict(GapType.UNCERTAINTY, "uncertainty-alone");
        }
        if (misses.stream().anyMatch(m -> BARGAINED.containsAll(m.failed()))) {
            return new GapVerdict(null, "bargain-only");
        }
        String standard = standard(scan, misses);
        if (standard != null) {
            return new GapVerdict(GapType.STANDARD, standard);
        }
        return new GapVerdict(GapType.CAPABILITY, capability(scan, misses));
    }

    private @Nullable String standard(ItemScan scan, List<Evaluation> misses) {
        if (item.family() == Family.STANDARDS && misses.isEmpty()) {
            return "standards-service-missing";
        }
        if (!scan.served()) {
            return null;
        }
        if (!scan.methodNamed()) {
            return "no-method-named";
        }
        return methodUnknown() ? "method-in-no-scope" : null;
    }

    private boolean methodUnknown() {
        List<String> methods = item.methods() == null ? List.of() : item.methods();
        return methods.stream()
                .map(Designations::parse)
                .flatMap(Optional<Designation>::stream)
                .anyMatch(method -> !scopes.methodKnown(method, context.day()));
    }

    private static String capability(ItemScan scan, List<Evaluation> misses) {
        if (!scan.served()) {
            return "subject-in-no-scope";
        }
        return misses.isEmpty() ? "service-in-no-scope" : "nobody-meets-all";
    }
}
