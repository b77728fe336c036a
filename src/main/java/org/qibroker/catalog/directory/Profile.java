package org.qibroker.catalog.directory;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.measure.unit.QuantityKind;
import org.qibroker.shared.Family;

/**
 * What a provider can do, at a glance.
 *
 * @param lines how many lines hold
 * @param families lines of each family, for those it has
 * @param subjects the subjects with the most lines
 * @param subjectsInAll how many subjects there are
 * @param best the finest line of the quantities with the most lines
 * @param usualDays median of the working days to the report, absent where no line says
 * @param onSite lines that are done on the customer's site
 */
public record Profile(
        int lines,
        Map<Family, Integer> families,
        List<Subject> subjects,
        int subjectsInAll,
        List<Finest> best,
        @Nullable Integer usualDays,
        int onSite) {

    /** Nothing. */
    static final Profile EMPTY = new Profile(0, Map.of(), List.of(), 0, List.of(), null, 0);

    /** A subject with its number of lines. */
    public record Subject(String zh, @Nullable String en, int lines) {}

    /**
     * The line with the smallest expanded uncertainty (k = 2) of a quantity.
     *
     * @param value how small it is
     * @param at at which value measured
     */
    public record Finest(QuantityKind quantity, Capability line, String value, String at) {}

    /** Copies the collections. */
    public Profile {
        subjects = List.copyOf(subjects);
        best = List.copyOf(best);
    }
}
