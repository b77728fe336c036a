package org.qibroker.matching.candidates;

import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.index.Lines;
import org.qibroker.matching.criteria.Verdicts;
import org.qibroker.measure.Uncertainty.Form;

/**
 * A line past the gates in plain numbers, while the lines of its site are held against each other. Filled again for a line
 * of the next site, so nobody may keep one any longer: what is kept is its {@link #line}. For one thread.
 */
final class Row {
    private static final int FAILURE = 256;

    private JudgedLines judged;
    private int row;
    private long group;
    private KindAsked asked;
    private @Nullable Span span;
    private boolean meets;
    private boolean covers;
    private long verdicts;
    private int badness;
    private Form form = Form.TEXT;
    private double a;
    private double b;
    private double scale;
    private boolean bent;
    private double overRange;
    private double nearest;
    private @Nullable Stated stated;
    private @Nullable Line line;

    /** One to be filled. */
    Row(JudgedLines judged, KindAsked asked) {
        this.judged = judged;
        this.asked = asked;
    }

    /**
     * Begins to fill it with a line.
     *
     * @param together lines of the same number may be joined
     * @param kind what is asked of lines of the kind it is read in
     */
    void begin(JudgedLines from, int number, long together, KindAsked kind) {
        judged = from;
        row = number;
        group = together;
        asked = kind;
        stated = null;
        line = null;
    }

    /** Takes over its range, in the base unit of the kind; {@code null} if there is only text, or none. */
    void range(@Nullable Span range) {
        Span plain = asked.plain();
        span = range;
        meets = range != null && plain != null && range.meets(plain);
        covers = meets && range != null && plain != null && range.covers(plain);
    }

    /** Takes over its uncertainty {@code a + b·|x − zero|} for a coverage factor, or one of another form. */
    void uncertainty(Form stated, double same, double growing, double zero, double k) {
        form = stated;
        bent = stated != Form.TEXT && (asked.relative() || !straight(stated, zero));
        double factor = asked.k() / k;
        scale = stated == Form.LINEAR ? factor : 1;
        a = stated == Form.LINEAR ? same : factor * same;
        b = stated == Form.LINEAR ? growing : factor * growing;
        Span plain = asked.plain();
        overRange = plain == null ? Double.NaN : worst(plain.lower(), plain.upper());
        nearest = plain == null || bent ? Double.NaN : worst(asked.nearest(), asked.nearest());
    }

    private static boolean straight(Form form, double zero) {
        return form == Form.CONSTANT || form == Form.RELATIVE || (form == Form.LINEAR && zero == 0);
    }

    /** Takes over the verdicts of the gates, and of what does not depend on where in its range the line is used. */
    void verdicts(long known) {
        verdicts = known;
        badness = Verdicts.failures(known) * FAILURE + Verdicts.open(known);
    }

    Lines lines() {
        return judged.lines();
    }

    int number() {
        return row;
    }

    /** The line, to be kept and told of. */
    Line line() {
        Line known = line;
        if (known == null) {
            known = new Line(judged, row);
            line = known;
        }
        return known;
    }

    long group() {
        return group;
    }

    KindAsked asked() {
        return asked;
    }

    boolean hasRange() {
        return span != null;
    }

    /** Its range in plain numbers; only of a line that has one. */
    Span span() {
        Span known = span;
        if (known == null) {
            throw new IllegalStateException("a line without range");
        }
        return known;
    }

    /** Whether its range has anything in common with the one range asked. */
    boolean meets() {
        return meets;
    }

    /** Whether its range covers the one range asked. */
    boolean covers() {
        return covers;
    }

    long verdicts() {
        return verdicts;
    }

    /** How bad its verdicts are: first how many fail, then how many leave something open. */
    int badness() {
        return badness;
    }

    /** How many verdicts fail, of how bad they are. */
    static int failures(int badness) {
        return badness / FAILURE;
    }

    /** How many leave something open. */
    static int open(int badness) {
        return badness % FAILURE;
    }

    /** The worst uncertainty between two levels, or at a level, in the terms asked; infinite if it cannot be told. */
    double worst(double from, double to) {
        if (bent) {
            return stated().worst(from, to);
        }
        return switch (form) {
            case TEXT -> Double.POSITIVE_INFINITY;
            case CONSTANT -> a;
            default -> Stated.growing(scale, a, b, from, to);
        };
    }

    private Stated stated() {
        Stated known = stated;
        if (known == null) {
            known = judged.stated(row, asked);
            stated = known;
        }
        return known;
    }

    /** The worst over the one range asked; not a number unless that is all that is asked. */
    double overRange() {
        return overRange;
    }

    /** The worst where the one range asked is nearest to zero; only of a {@link #straight} one. */
    double nearest() {
        return nearest;
    }

    /** Whether its uncertainty is {@code a + b·|x|} in absolute terms, which is largest on any part at its farthest end. */
    boolean straight() {
        return !bent && form != Form.TEXT;
    }

    /** Whether its uncertainty was not understood. */
    boolean text() {
        return form == Form.TEXT;
    }

    /** Whether its uncertainty is proportional to what is measured. */
    boolean proportional() {
        return form == Form.RELATIVE;
    }

    /** Whether its uncertainty may be known on a part of the one range asked though not on all of it. */
    boolean unforeseen() {
        return !text() && Double.isInfinite(overRange);
    }

    /** Whether an uncertainty is known, and more than asked. */
    boolean tooLarge(double worst) {
        return asked.tooLarge(worst);
    }

    /** How ids compare. */
    int compareId(Row other) {
        return lines().compareId(row, other.lines(), other.row);
    }

    /** Order within a site: group by group, from low ranges to high ones, by id between equals; without a range first. */
    static int compare(Row one, Row other) {
        int order = Boolean.compare(one.span != null, other.span != null);
        order = order == 0 ? Long.compare(one.group, other.group) : order;
        order = order == 0 && one.span != null
                ? Double.compare(one.span().lower(), other.span().lower())
                : order;
        return order == 0 ? one.compareId(other) : order;
    }

    /** What the line offers by itself. */
    Offer offer() {
        return judged.judge().offer(lines(), row);
    }
}
