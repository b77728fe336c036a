package org.qibroker.catalog.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Condition;
import org.qibroker.catalog.Method;
import org.qibroker.catalog.Price;
import org.qibroker.measure.Constant;
import org.qibroker.measure.Interval;
import org.qibroker.measure.Linear;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.Relative;
import org.qibroker.measure.RootSumSquare;
import org.qibroker.measure.Table;
import org.qibroker.measure.TextOnly;
import org.qibroker.measure.Uncertainty;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.measure.unit.UnitRegistry;
import org.qibroker.shared.Family;
import org.qibroker.shared.ServiceKind;
import org.qibroker.standards.Designation;

/** Fills dictionaries from a snapshot, each value under the number it had. */
final class PartsIn {
    private final Parts parts;
    private final UnitRegistry units;
    private final SnapshotIn in;

    /** Fills dictionaries that are empty. */
    PartsIn(Parts parts, UnitRegistry units, SnapshotIn in) {
        this.parts = parts;
        this.units = units;
        this.in = in;
    }

    void read() throws IOException {
        all(parts.texts(), in::text);
        all(parts.places(), () -> new Place(in.id(), in.id()));
        all(parts.services(), this::service);
        all(parts.subjects(), () -> new Subject(family(), known(), knownOrNone()));
        all(parts.ranges(), () -> new RangePart(kind(in.textOrNone()), in.textOrNone(), range()));
        parts.extents().follow(parts.ranges());
        all(parts.uncertainties(), () -> new UncertaintyPart(in.textOrNone(), uncertainty()));
        parts.formulas().follow(parts.uncertainties());
        all(parts.methods(), () -> list(this::method));
        all(parts.conditions(), () -> list(() -> new Condition(in.text(), in.text(), range())));
        all(parts.limitations(), in::text);
        all(parts.marks(), this::set);
        all(parts.prices(), this::price);
        all(parts.terms(), this::terms);
    }

    private <T> void all(Dictionary<T> dictionary, Supplier<T> value) throws IOException {
        int size = in.number();
        for (int i = 0; i < size; i++) {
            if (dictionary.add(value.get()) != i) {
                throw new IOException("two of its values mean the same now");
            }
        }
    }

    private <T> List<T> list(Supplier<T> value) {
        int size = in.number();
        List<T> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(value.get());
        }
        return List.copyOf(list);
    }

    private String known() {
        return parts.texts().get(in.number());
    }

    private @Nullable String knownOrNone() {
        int number = in.number();
        return number < 0 ? null : parts.texts().get(number);
    }

    private Family family() {
        return Family.valueOf(in.text());
    }

    private Set<String> set() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(in.texts()));
    }

    private Capability.Service service() {
        Family family = family();
        String kind = in.textOrNone();
        return new Capability.Service(
                family, kind == null ? null : ServiceKind.valueOf(kind), known(), knownOrNone(), known(), set());
    }

    private @Nullable QuantityKind kind(@Nullable String key) {
        return key == null ? null : units.kind(key).orElseThrow();
    }

    private @Nullable QuantityRange range() {
        QuantityKind kind = kind(in.textOrNone());
        return kind == null ? null : readRange(kind, in.text());
    }

    private QuantityRange readRange(QuantityKind kind, String symbol) {
        return new QuantityRange(interval(), units.find(symbol, kind).orElseThrow());
    }

    private Interval interval() {
        int ends = in.number();
        return new Interval(
                end(ends, PartsOut.LOWER, PartsOut.LOWER_INCLUDED), end(ends, PartsOut.UPPER, PartsOut.UPPER_INCLUDED));
    }

    private Interval.@Nullable End end(int ends, int there, int included) {
        return (ends & there) == 0 ? null : new Interval.End(in.decimal(), (ends & included) != 0);
    }

    private Uncertainty uncertainty() {
        Uncertainty.Form form = Uncertainty.Form.valueOf(in.text());
        double k = in.decimal();
        return switch (form) {
            case CONSTANT -> new Constant(in.decimal(), k);
            case RELATIVE -> new Relative(in.decimal(), k);
            case LINEAR -> new Linear(in.decimal(), in.decimal(), in.decimal(), k);
            case ROOT_SUM_SQUARE -> new RootSumSquare(in.decimal(), in.decimal(), in.decimal(), k);
            case TABLE -> new Table(list(() -> new Table.Point(in.decimal(), in.decimal())), k);
            case TEXT -> new TextOnly(in.text(), k);
        };
    }

    private Method method() {
        String text = in.text();
        String issuer = in.textOrNone();
        return new Method(text, issuer == null ? null : designation(issuer));
    }

    private Designation designation(String issuer) {
        String number = in.text();
        String part = in.textOrNone();
        int year = in.number();
        return new Designation(
                issuer, number, part, year < 0 ? null : (Integer) year, in.textOrNone(), in.textOrNone());
    }

    private Price price() {
        Price.Kind kind = Price.Kind.valueOf(in.text());
        long fen = in.longNumber();
        return new Price(kind, fen < 0 ? null : (Long) fen, in.textOrNone());
    }

    private TermsPart terms() {
        boolean onSite = in.number() == 1;
        int days = in.number();
        UUID resource = in.number() == 0 ? null : in.id();
        return new TermsPart(onSite, days < 0 ? null : (Integer) days, resource);
    }
}
