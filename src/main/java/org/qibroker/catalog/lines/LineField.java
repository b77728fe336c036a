package org.qibroker.catalog.lines;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Price;
import org.qibroker.catalog.ScopeLine;
import org.qibroker.shared.Family;

/** What may change of a line while it stays the same line. */
public enum LineField {
    /** The subject in English. */
    SUBJECT_EN,
    /** Methods with their editions. */
    METHODS,
    /** The range as published. */
    RANGE,
    /** Conditions as published. */
    CONDITIONS,
    /** The uncertainty as published. */
    UNCERTAINTY,
    /** Its coverage factor. */
    COVERAGE_FACTOR,
    /** What the accreditation excludes. */
    LIMITATION,
    /** Marks a report may carry. */
    MARKS,
    /** Whether the work is done on site. */
    ON_SITE,
    /** The price. */
    PRICE,
    /** Working days to the report. */
    TURNAROUND_DAYS,
    /** Application scenarios. */
    SCENARIOS,
    /** What has to be booked. */
    RESOURCE,
    /** The first day, where nothing else changed. */
    VALID_FROM,
    /** The last day. */
    VALID_TO;

    private static final ScopeLine BLANK = new ScopeLine(
            new UUID(0, 0),
            new Capability.Service(Family.METROLOGY, null, "", null, "", Set.of()),
            new ScopeLine.Texts(null, List.of(), null, List.of(), null, 2, null),
            Set.of(),
            new Capability.Terms(false, Price.ON_REQUEST, null, null));

    /** What a line states here; absent for its days, which are no part of it. */
    public @Nullable Object of(ScopeLine line) {
        return switch (this) {
            case SUBJECT_EN -> line.service().subjectEn();
            case METHODS -> line.texts().methods();
            case RANGE -> line.texts().range();
            case CONDITIONS -> line.texts().conditions();
            case UNCERTAINTY -> line.texts().uncertainty();
            case COVERAGE_FACTOR -> line.texts().coverageFactor();
            case LIMITATION -> line.texts().limitation();
            case MARKS -> line.marks();
            case ON_SITE -> line.terms().onSite();
            case PRICE -> line.terms().price();
            case TURNAROUND_DAYS -> line.terms().turnaroundDays();
            case SCENARIOS -> line.service().scenarios();
            case RESOURCE -> line.terms().resourceId();
            case VALID_FROM, VALID_TO -> null;
        };
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
