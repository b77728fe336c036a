package org.qibroker.gap.offer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.catalog.ScopeView;
import org.qibroker.catalog.plot.Plot;

/**
 * The best that the region offers of what is wished for.
 *
 * @param lines those that are best somewhere, or that serve the subject at all where nothing can be compared
 * @param plot their uncertainty against the one wished; empty if nothing can be drawn
 */
public record BestOffer(List<BestLine> lines, Optional<Plot> plot) {
    /** A line as it is published. */
    public record BestLine(
            UUID capabilityId,
            UUID providerId,
            String providerName,
            @Nullable String providerNameEn,
            String parameter,
            @Nullable String range,
            @Nullable String uncertainty) {
        static BestLine of(Capability line, ScopeView view) {
            return new BestLine(
                    line.id(),
                    line.providerId(),
                    view.provider(line.providerId()).nameZh(),
                    view.provider(line.providerId()).nameEn(),
                    line.service().parameter(),
                    line.measured().rangeText(),
                    line.measured().uncertaintyText());
        }
    }
}
