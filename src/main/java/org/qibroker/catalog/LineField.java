package org.qibroker.catalog;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qibroker.shared.Family;

/** What may change of a line while it stays the same line. */
public enum LineField {
    /** The subject in English. */
    SUBJECT_EN(line -> line.service().subjectEn()),
    /** Methods with their editions. */
    METHODS(line -> line.texts().methods()),
    /** The range as published. */
    RANGE(line -> line.texts().range()),
    /** Conditions as published. */
    CONDITIONS(line -> line.texts().conditions()),
    /** The uncertainty as published. */
    UNCERTAINTY(line -> line.texts().uncertainty()),
    /** Its coverage factor. */
    COVERAGE_FACTOR(line -> line.texts().coverageFactor()),
    /** What the accreditation excludes. */
    LIMITATION(line -> line.texts().limitation()),
    /** Marks a report may carry. */
    MARKS(ScopeLine::marks),
    /** Whether the work is done on site. */
    ON_SITE(line -> line.terms().onSite()),
    /** The price. */
    PRICE(line -> line.terms().price()),
    /** Working days to the report. */
    TURNAROUND_DAYS(line -> line.terms().turnaroundDays()),
    /** Application scenarios. */
    SCENARIOS(line -> line.service().scenarios()),
    /** What has to be booked. */
    RESOURCE(line -> line.terms().resourceId()),
    /** The first day, where nothing else changed. */
    VALID_FROM(line -> null),
    /** The last day. */
    VALID_TO(line -> null);

    private static final ScopeLine BLANK = new ScopeLine(
            new UUID(0, 0),
            new Capability.Service(Family.METROLOGY, null, "", null, "", Set.of()),
            new ScopeLine.Texts(null, List.of(), null, List.of(), null, 2, null),
            Set.of(),
            new Capability.Terms(false, Price.ON_REQUEST, null, null));

    private final Function<ScopeLine, @Nullable Object> value;

    LineField(Function<ScopeLine, @Nullable Object> value) {
        this.value = value;
    }

    /** What a line states here; absent for its days, which are no part of it. */
    public @Nullable Object of(ScopeLine line) {
        return value.apply(line);
    }

    /** In what two lines differ. */
    public static Set<LineField> differing(ScopeLine a, ScopeLine b) {
        Set<LineField> fields = EnumSet.noneOf(LineField.class);
        for (LineField field : values()) {
            if (!Objects.equals(field.of(a), field.of(b))) {
                fields.add(field);
            }
        }
        return fields;
    }

    /** A line without what is not said. */
    static ScopeLine without(ScopeLine line, Set<LineField> silent) {
        return merged(line, BLANK, silent);
    }

    /** A line as it is said, and, where nothing is said, as it was known. */
    static ScopeLine merged(ScopeLine said, ScopeLine known, Set<LineField> silent) {
        return silent.isEmpty() ? said : new Merger(said, known, silent).line();
    }

    private record Merger(ScopeLine said, ScopeLine known, Set<LineField> silent) {
        private <T extends @Nullable Object> T of(LineField field, Function<ScopeLine, T> part) {
            return part.apply(silent.contains(field) ? known : said);
        }

        ScopeLine line() {
            Capability.Service service = said.service();
            return new ScopeLine(
                    said.siteId(),
                    new Capability.Service(
                            service.family(),
                            service.kind(),
                            service.subject(),
                            of(SUBJECT_EN, line -> line.service().subjectEn()),
                            service.parameter(),
                            of(SCENARIOS, line -> line.service().scenarios())),
                    texts(),
                    of(MARKS, ScopeLine::marks),
                    new Capability.Terms(
                            of(ON_SITE, line -> line.terms().onSite()),
                            of(PRICE, line -> line.terms().price()),
                            of(TURNAROUND_DAYS, line -> line.terms().turnaroundDays()),
                            of(RESOURCE, line -> line.terms().resourceId())));
        }

        private ScopeLine.Texts texts() {
            return new ScopeLine.Texts(
                    said.texts().quantity(),
                    of(METHODS, line -> line.texts().methods()),
                    of(RANGE, line -> line.texts().range()),
                    of(CONDITIONS, line -> line.texts().conditions()),
                    of(UNCERTAINTY, line -> line.texts().uncertainty()),
                    of(COVERAGE_FACTOR, line -> line.texts().coverageFactor()),
                    of(LIMITATION, line -> line.texts().limitation()));
        }
    }
}
