package org.qibroker.catalog;

import java.time.LocalDate;
import java.util.List;
import org.qibroker.measure.TextOnly;

/**
 * A line as lists show it.
 *
 * @param marks the marks it names, each with whether it counts on the day
 */
public record LineSummary(Capability line, Provider provider, Site site, List<Mark> marks) {

    /** A mark, and whether the site holds it on the day. */
    public record Mark(String name, boolean held) {}

    /** The line as it stands on a day. */
    public static LineSummary of(Capability line, Provider provider, LocalDate day) {
        Site site = provider.site(line.siteId()).orElseThrow();
        List<Mark> marks = line.marks().stream()
                .map(mark -> new Mark(mark, held(mark, line, provider, day)))
                .toList();
        return new LineSummary(line, provider, site, marks);
    }

    private static boolean held(String mark, Capability line, Provider provider, LocalDate day) {
        return provider.accreditations().stream()
                .anyMatch(a -> a.allows(mark) && a.siteIds().contains(line.siteId()) && a.holds(day, day));
    }

    /** The accreditations of the line's site under the schemes that the line names. */
    public List<Accreditation> evidence() {
        return provider.accreditations().stream()
                .filter(a -> a.siteIds().contains(line.siteId())
                        && line.marks().stream().anyMatch(a::allows))
                .toList();
    }

    /** The range as published, empty where there is none. */
    public String range() {
        String text = line.measured().rangeText();
        return text == null ? "" : text;
    }

    /** The uncertainty as published, empty where there is none. */
    public String uncertainty() {
        String text = line.measured().uncertaintyText();
        return text == null ? "" : text;
    }

    /** Whether the range is there but was not understood. */
    public boolean rangeOpen() {
        return !range().isEmpty() && line.measured().range() == null;
    }

    /** Whether the uncertainty is there but was not understood. */
    public boolean uncertaintyOpen() {
        return !uncertainty().isEmpty() && line.measured().uncertainty() instanceof TextOnly;
    }
}
