package org.qibroker.matching.understanding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.qibroker.demand.ItemSpec;
import org.qibroker.demand.asked.ConditionAsked;
import org.qibroker.demand.asked.ToleranceAsked;
import org.qibroker.matching.understanding.rules.Fact;
import org.qibroker.shared.Family;

/** An item while its facts are being gathered. */
final class Draft {
    private static final int MOST_CONDITIONS = 20;
    private static final int MOST_METHODS = 20;
    private static final double USUAL_FACTOR = 2;

    private final Fact.Subject subject;
    private final int at;
    private final @Nullable Draft origin;
    private final Map<Class<? extends Fact>, Fact> facts = new HashMap<>();
    private final List<ConditionAsked> conditions = new ArrayList<>();
    private final List<String> methods = new ArrayList<>();
    private final TreeSet<String> marks = new TreeSet<>();

    /** Of an item and its forks, the first that was counted: it is the instrument that counts. */
    private @Nullable Draft counted;

    private Draft(Fact.Subject subject, int at, @Nullable Draft origin) {
        this.subject = subject;
        this.at = at;
        this.origin = origin;
    }

    /** An item of a subject that stands at a place. */
    static Draft of(Fact.Subject subject, int at) {
        return new Draft(subject, at, null);
    }

    private Draft root() {
        return origin == null ? this : origin;
    }

    /** Another item of the same subject, begun by a fact at a place. */
    Draft fork(int place) {
        return new Draft(subject, place, root());
    }

    Fact.Subject subject() {
        return subject;
    }

    int at() {
        return at;
    }

    boolean has(Class<? extends Fact> type) {
        return type == Fact.Mark.class ? !marks.isEmpty() : facts.containsKey(type);
    }

    /** Whether nothing but the parameter is known of it. */
    boolean bare() {
        return facts.size() == 1 && has(Fact.Parameter.class) && methods.isEmpty() && conditions.isEmpty();
    }

    /** Whether the fact fits beside those it has. */
    boolean accepts(Fact fact) {
        if (fact instanceof Fact.Method) {
            return methods.size() < MOST_METHODS;
        }
        if (fact instanceof Fact.Condition) {
            return conditions.size() < MOST_CONDITIONS;
        }
        return fact instanceof Fact.Mark || !facts.containsKey(fact.getClass());
    }

    /** Takes a fact that it accepts. */
    void put(Fact fact) {
        if (fact instanceof Fact.Method method) {
            if (!methods.contains(method.designation())) {
                methods.add(method.designation());
            }
        } else if (fact instanceof Fact.Condition condition) {
            conditions.add(condition.condition());
        } else if (fact instanceof Fact.Mark mark) {
            marks.add(mark.mark());
        } else {
            facts.put(fact.getClass(), fact);
            if (fact instanceof Fact.Pieces && root().counted == null) {
                root().counted = this;
            }
        }
    }

    <F extends Fact> @Nullable F fact(Class<F> type) {
        return type.cast(facts.get(type));
    }

    /** Whether figures are asked of it. */
    boolean measured() {
        return has(Fact.Range.class) || has(Fact.Limit.class) || has(Fact.Tolerance.class) || has(Fact.Points.class);
    }

    /** The item, in a family. */
    ItemSpec item(Family family) {
        Fact.Kind kind = fact(Fact.Kind.class);
        Fact.Parameter parameter = fact(Fact.Parameter.class);
        Fact.Range range = range();
        Fact.Points points = fact(Fact.Points.class);
        Fact.Limit limit = fact(Fact.Limit.class);
        return new ItemSpec(
                family,
                kind == null ? null : kind.kind(),
                subject.word(),
                parameter == null ? null : parameter.word(),
                range == null ? null : range.quantity(),
                range == null ? null : range.range(),
                points == null ? null : points.points(),
                conditions.isEmpty() ? null : List.copyOf(conditions),
                limit == null ? null : limit.limit(),
                limit == null ? tolerance() : null,
                factor(),
                methods.isEmpty() ? null : List.copyOf(methods),
                marks.isEmpty() ? null : List.copyOf(marks),
                pieces(),
                has(Fact.OnSite.class) ? true : null);
    }

    /** The range; a lone condition is one, as 频率 is for a frequency counter. */
    private Fact.@Nullable Range range() {
        Fact.Range range = fact(Fact.Range.class);
        if (range == null
                && conditions.size() == 1
                && !has(Fact.Points.class)
                && conditions.get(0).name().equals("频率")) {
            return new Fact.Range(conditions.remove(0).range(), null);
        }
        return range;
    }

    private @Nullable ToleranceAsked tolerance() {
        Fact.Tolerance tolerance = fact(Fact.Tolerance.class);
        Fact.Ratio ratio = fact(Fact.Ratio.class);
        return tolerance == null
                ? null
                : new ToleranceAsked(tolerance.value(), tolerance.unit(), ratio == null ? null : ratio.ratio());
    }

    private @Nullable Double factor() {
        Fact.Factor factor = fact(Fact.Factor.class);
        boolean said = factor != null && factor.k() != USUAL_FACTOR && has(Fact.Limit.class);
        return said && factor != null ? Double.valueOf(factor.k()) : null;
    }

    private @Nullable Integer pieces() {
        Fact.Pieces own = fact(Fact.Pieces.class);
        Draft counted = root().counted;
        Fact.Pieces pieces = own == null && counted != null ? counted.fact(Fact.Pieces.class) : own;
        return pieces == null ? null : pieces.pieces();
    }
}
