package org.qibroker.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.measure.QuantityRange;
import org.qibroker.measure.Uncertainty;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.shared.Family;
import org.qibroker.shared.ServiceKind;

/**
 * One line of a scope: what is done on what, by which method, over which range, how well. Texts are as published;
 * beside each stands what was understood of it, absent where nothing was.
 *
 * @param limitation what the accreditation excludes, in words
 * @param marks marks a report may carry, such as {@code CNAS}; they count only while the site holds that accreditation
 */
public record Capability(
        UUID id,
        UUID providerId,
        UUID siteId,
        Service service,
        Measured measured,
        List<Method> methods,
        List<Condition> conditions,
        @Nullable String limitation,
        Set<String> marks,
        Terms terms,
        Validity validity) {

    /** Copies the collections. */
    public Capability {
        methods = List.copyOf(methods);
        conditions = List.copyOf(conditions);
    }

    /** Whether the line holds on that day. */
    public boolean validOn(LocalDate day) {
        return validity.covers(day);
    }

    /**
     * What is served.
     *
     * @param subject the thing, in the language of the scope
     * @param parameter what is measured or assessed on it, empty where the scope leaves it open
     * @param scenarios application scenarios it is tagged with
     */
    public record Service(
            Family family,
            @Nullable ServiceKind kind,
            String subject,
            @Nullable String subjectEn,
            String parameter,
            Set<String> scenarios) {}

    /**
     * How far and how well.
     *
     * @param quantity as stated, or of the unit of the range where only one quantity has that unit
     * @param range absent where the text was not understood
     * @param uncertainty {@code TextOnly} where there is none or it was not understood
     */
    public record Measured(
            @Nullable QuantityKind quantity,
            @Nullable String rangeText,
            @Nullable QuantityRange range,
            @Nullable String uncertaintyText,
            Uncertainty uncertainty) {}

    /**
     * On what terms.
     *
     * @param turnaroundDays working days from receipt to report, absent where it is not stated
     * @param resourceId what has to be booked for it, absent where nothing has
     */
    public record Terms(boolean onSite, Price price, @Nullable Integer turnaroundDays, @Nullable UUID resourceId) {
        /** The most working days that can be stated. */
        public static final int MOST_DAYS = 3650;
    }

    /**
     * The days a line holds, both included.
     *
     * @param to absent where no end is known
     */
    public record Validity(LocalDate from, @Nullable LocalDate to) {
        /** Whether the day is one of them. */
        public boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }
}
