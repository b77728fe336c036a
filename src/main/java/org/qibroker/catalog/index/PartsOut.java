package org.qibroker.catalog.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Condition;
import org.qibroker.catalog.Method;
import org.qibroker.catalog.Price;

/** Writes dictionaries to a snapshot, as texts. */
final class PartsOut {
    private final ScopeState state;
    private final Parts parts;
    private final SnapshotOut out;

    PartsOut(ScopeState state, SnapshotOut out) {
        this.state = state;
        this.parts = state.parts();
        this.out = out;
    }

    private interface Writer<T> {
        void write(T value) throws IOException;
    }

    private <T> void all(Dictionary<T> dictionary, Writer<T> writer) throws IOException {
        int size = dictionary.size();
        out.number(size);
        for (int i = 0; i < size; i++) {
            writer.write(dictionary.get(i));
        }
    }

    void write() throws IOException {
        all(parts.places(), this::place);
        all(parts.services(), this::service);
        all(parts.subjects(), this::subject);
        all(parts.ranges(), this::range);
        uncertainties();
        all(parts.methods(), this::methods);
        all(parts.conditions(), this::conditions);
        all(parts.limitations(), out::text);
        all(parts.marks(), out::texts);
        all(parts.prices(), this::price);
        all(parts.terms(), this::terms);
    }

    private void id(@Nullable UUID id) throws IOException {
        out.text(id == null ? null : id.toString());
    }

    private void place(Place place) throws IOException {
        id(place.providerId());
        id(place.siteId());
    }

    private void service(Capability.Service service) throws IOException {
        out.text(service.family().name());
        out.text(service.kind() == null ? null : service.kind().name());
        out.text(service.subject());
        out.text(service.subjectEn());
        out.text(service.parameter());
        out.texts(service.scenarios());
    }

    private void subject(Subject subject) throws IOException {
        out.text(subject.family().name());
        out.text(subject.zh());
        out.text(subject.en());
    }

    private void range(RangePart range) throws IOException {
        out.text(range.quantity() == null ? null : range.quantity().key());
        out.text(range.text());
    }

    /** Each with a range that it was read with: what an uncertainty means depends on that. */
    private void uncertainties() throws IOException {
        int[] readWith = new int[parts.uncertainties().size()];
        Arrays.fill(readWith, Parts.NONE);
        state.subjects().forEach(subject -> readWith(subject, readWith));
        out.number(readWith.length);
        for (int i = 0; i < readWith.length; i++) {
            UncertaintyPart part = parts.uncertainties().get(i);
            out.text(part.text());
            out.number(part.uncertainty().coverageFactor());
            out.number(readWith[i]);
        }
    }

    private static void readWith(SubjectLines subject, int[] readWith) {
        for (int i = 0; i < subject.parts(); i++) {
            Lines lines = subject.part(i);
            for (int row = 0; row < lines.size(); row++) {
                readWith[lines.uncertainty(row)] = lines.range(row);
            }
        }
    }

    private void methods(List<Method> methods) throws IOException {
        out.texts(methods.stream().map(Method::text).toList());
    }

    private void conditions(List<Condition> conditions) throws IOException {
        out.texts(conditions.stream().map(Condition::text).toList());
    }

    private void price(Price price) throws IOException {
        out.text(price.kind().name());
        out.number(price.fen() == null ? -1L : price.fen());
        out.text(price.per());
    }

    private void terms(TermsPart terms) throws IOException {
        out.number(terms.onSite() ? 1 : 0);
        out.number(terms.turnaroundDays() == null ? -1 : terms.turnaroundDays());
        id(terms.resourceId());
    }
}
