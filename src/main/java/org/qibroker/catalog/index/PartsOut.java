package org.qibroker.catalog.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.qibroker.standards.Designation;

/** Writes dictionaries to a snapshot: texts, and what was understood of them. */
final class PartsOut {
    /** Ends of an interval, as bits. */
    static final int LOWER = 1;

    static final int LOWER_INCLUDED = 2;
    static final int UPPER = 4;
    static final int UPPER_INCLUDED = 8;

    private final Parts parts;
    private final SnapshotOut out;
    private final int services;
    private final int subjects;
    private final Map<String, Integer> texts = new HashMap<>();

    /** Writes what there is now; what another thread adds meanwhile is left out. */
    PartsOut(Parts parts, SnapshotOut out) {
        this.parts = parts;
        this.out = out;
        this.services = parts.services().size();
        this.subjects = parts.subjects().size();
        for (int i = 0, size = parts.texts().size(); i < size; i++) {
            texts.put(parts.texts().get(i), i);
        }
    }

    private interface Writer<T> {
        void write(T value) throws IOException;
    }

    private <T> void all(Dictionary<T> dictionary, Writer<T> writer) throws IOException {
        some(dictionary, dictionary.size(), writer);
    }

    private <T> void some(Dictionary<T> dictionary, int size, Writer<T> writer) throws IOException {
        out.number(size);
        for (int i = 0; i < size; i++) {
            writer.write(dictionary.get(i));
        }
    }

    void write() throws IOException {
        some(parts.texts(), texts.size(), out::text);
        all(parts.places(), this::place);
        some(parts.services(), services, this::service);
        some(parts.subjects(), subjects, this::subject);
        all(parts.ranges(), this::range);
        all(parts.uncertainties(), this::uncertainty);
        all(parts.methods(), this::methods);
        all(parts.conditions(), this::conditions);
        all(parts.limitations(), out::text);
        all(parts.marks(), out::texts);
        all(parts.prices(), this::price);
        all(parts.terms(), this::terms);
    }

    /** A text that the dictionary of texts has. */
    private void known(@Nullable String text) throws IOException {
        out.number(text == null ? Parts.NONE : texts.getOrDefault(text, Parts.NONE));
    }

    private void id(UUID id) throws IOException {
        out.number(id.getMostSignificantBits());
        out.number(id.getLeastSignificantBits());
    }

    private void place(Place place) throws IOException {
        id(place.providerId());
        id(place.siteId());
    }

    private void service(Capability.Service service) throws IOException {
        out.text(service.family().name());
        out.text(service.kind() == null ? null : service.kind().name());
        known(service.subject());
        known(service.subjectEn());
        known(service.parameter());
        out.texts(service.scenarios());
    }

    private void subject(Subject subject) throws IOException {
        out.text(subject.family().name());
        known(subject.zh());
        known(subject.en());
    }

    private void range(RangePart range) throws IOException {
        out.text(range.quantity() == null ? null : range.quantity().key());
        out.text(range.text());
        range(range.range());
    }

    private void range(@Nullable QuantityRange range) throws IOException {
        out.text(range == null ? null : range.unit().kind().key());
        if (range != null) {
            out.text(range.unit().symbol());
            interval(range.interval());
        }
    }

    private void interval(Interval interval) throws IOException {
        Interval.@Nullable End lower = interval.lower();
        Interval.@Nullable End upper = interval.upper();
        int ends = (lower == null ? 0 : lower.included() ? LOWER | LOWER_INCLUDED : LOWER)
                | (upper == null ? 0 : upper.included() ? UPPER | UPPER_INCLUDED : UPPER);
        out.number(ends);
        if (lower != null) {
            out.number(lower.value());
        }
        if (upper != null) {
            out.number(upper.value());
        }
    }

    private void uncertainty(UncertaintyPart part) throws IOException {
        out.text(part.text());
        Uncertainty uncertainty = part.uncertainty();
        out.text(uncertainty.form().name());
        out.number(uncertainty.coverageFactor());
        if (uncertainty instanceof Constant u) {
            out.number(u.value());
        } else if (uncertainty instanceof Relative u) {
            out.number(u.ratio());
        } else if (uncertainty instanceof Linear u) {
            out.numbers(u.a(), u.b(), u.zero());
        } else if (uncertainty instanceof RootSumSquare u) {
            out.numbers(u.a(), u.b(), u.zero());
        } else if (uncertainty instanceof Table u) {
            table(u);
        } else {
            out.text(((TextOnly) uncertainty).text());
        }
    }

    private void table(Table table) throws IOException {
        out.number(table.points().size());
        for (Table.Point point : table.points()) {
            out.numbers(point.at(), point.value());
        }
    }

    private void methods(List<Method> methods) throws IOException {
        out.number(methods.size());
        for (Method method : methods) {
            out.text(method.text());
            designation(method.designation());
        }
    }

    private void designation(@Nullable Designation named) throws IOException {
        out.text(named == null ? null : named.issuer());
        if (named != null) {
            out.text(named.number());
            out.text(named.part());
            out.number(named.year() == null ? Parts.NONE : named.year());
            out.text(named.supplement());
            out.text(named.clause());
        }
    }

    private void conditions(List<Condition> conditions) throws IOException {
        out.number(conditions.size());
        for (Condition condition : conditions) {
            out.text(condition.name());
            out.text(condition.text());
            range(condition.range());
        }
    }

    private void price(Price price) throws IOException {
        out.text(price.kind().name());
        out.number(price.fen() == null ? -1L : price.fen());
        out.text(price.per());
    }

    private void terms(TermsPart terms) throws IOException {
        out.number(terms.onSite() ? 1 : 0);
        out.number(terms.turnaroundDays() == null ? Parts.NONE : terms.turnaroundDays());
        UUID resource = terms.resourceId();
        out.number(resource == null ? 0 : 1);
        if (resource != null) {
            id(resource);
        }
    }
}
