package org.qibroker.matching;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a result can be checked.
 *
 * @param capabilityId the line that decides: the worst of those used
 * @param term how the words asked lead to the words offered
 * @param computed the value that was compared, and where it is so
 * @param accreditations the accreditations that were looked at
 */
public record Evidence(
        @Nullable UUID capabilityId,
        @Nullable Term term,
        @Nullable Computed computed,
        @Nullable List<Accredited> accreditations) {

    /** Evidence that is a line only. */
    static Evidence of(@Nullable UUID capabilityId) {
        return new Evidence(capabilityId, null, null, null);
    }

    /** How a word of the item is covered by a word of the line. */
    public enum Relation {
        /** The same word, in Chinese or English. */
        EQUAL,
        /** Another word for the same. */
        SYNONYM,
        /** A word for more than was asked. */
        BROADER
    }

    /** The words asked and offered, and the recorded relation between them. */
    public record Term(Relation relation, String asked, String offered) {}

    /**
     * A value computed from a line.
     *
     * @param point where the value holds, in the unit asked; absent if it holds everywhere
     * @param coverageFactor k that the value is given for
     */
    public record Computed(double value, String unit, @Nullable Double point, @Nullable String pointUnit, double coverageFactor) {}

    /** An accreditation, as it stands. */
    public record Accredited(
            UUID id, String scheme, String certificateNumber, LocalDate validFrom, LocalDate validTo, String status) {}
}
