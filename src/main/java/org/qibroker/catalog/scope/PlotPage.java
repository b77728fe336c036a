package org.qibroker.catalog.scope;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.Provider;

/**
 * What the picture of a subject shows.
 *
 * @param lines all lines of the subject that hold today, those included that cannot be drawn
 */
public record PlotPage(Provider provider, String subject, List<ScopePlot> plots, List<Capability> lines) {
    /** What a line calls the subject in English, absent where none does. */
    public @Nullable String subjectEn() {
        return lines.stream()
                .map(line -> line.service().subjectEn())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
