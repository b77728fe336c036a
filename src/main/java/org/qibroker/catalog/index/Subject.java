package org.qibroker.catalog.index;

import org.jspecify.annotations.Nullable;
import org.qibroker.catalog.Capability;
import org.qibroker.shared.Family;

/** What lines are ordered by: the thing that is served, as scopes word it. */
public record Subject(Family family, String zh, @Nullable String en) {
    static Subject of(Capability.Service service) {
        return new Subject(service.family(), service.subject(), service.subjectEn());
    }
}
